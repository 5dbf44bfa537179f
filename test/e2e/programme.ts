import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { join, type Person } from './pages/gate.ts';
import { becomeMember, deliver, openPouch } from './pages/pouch.ts';

/** A programme of its own for one story: its office, the laptops of its members, and a folder for their files. */
export class Programme {
  readonly office: DemoOffice;
  readonly #folder: string;
  readonly #laptops: Laptop[] = [];

  constructor(office: DemoOffice, folder: string) {
    this.office = office;
    this.#folder = folder;
  }

  /** A file of the story. The office's own are under `office/`. */
  at(name: string): string {
    return path.join(this.#folder, name);
  }

  /** A new laptop that nobody has begun yet. */
  async laptop(): Promise<Laptop> {
    const laptop = await openLaptop();
    this.#laptops.push(laptop);
    return laptop;
  }

  /** The laptop of a person who has joined, was admitted by the secretariat and has the keys. */
  async member(person: Person): Promise<Laptop> {
    const laptop = await this.laptop();
    const request = this.at(`${String(this.#laptops.length)}.request`);
    const { fingerprint } = await join(laptop, { profile: this.office.profile, request }, person);
    await this.office.admit(request, fingerprint);
    await becomeMember(laptop.page);
    return laptop;
  }

  async close(): Promise<void> {
    for (const laptop of this.#laptops) await laptop.discard();
    await this.office.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export async function openProgramme(): Promise<Programme> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-programme-'));
  return new Programme(await openDemoOffice(path.join(folder, 'office')), folder);
}

/** Each delivers what it has and receives what is there, one after the other. */
export async function exchange(...laptops: readonly Laptop[]): Promise<void> {
  for (const { page } of laptops) {
    await openPouch(page);
    await deliver(page);
  }
}
