import type { JwgId, MarkingId, RecordId } from '../../core/ids.ts';
import type { DeliveryReport } from '../../renderer/engine/api.ts';
import { trafficking } from './groups.ts';
import { afterKill, aLaptop, aMember, foundOffice, passphrase, type Admission, type GroupOfTests, type Laptop, type Line, type Office, type TestCompartment } from './laptop.ts';

export const unclassified = 'UNCLASSIFIED' as MarkingId;
export const sensitive = 'SENSITIVE' as MarkingId;
export const restricted = 'R-UE' as MarkingId;

/** An office and the laptops of one test, all put away at its end. */
export class Field {
  readonly office: Office;
  private readonly laptops: Laptop[] = [];

  private constructor(office: Office) {
    this.office = office;
  }

  static async open(group: GroupOfTests = {}): Promise<Field> {
    return new Field(await foundOffice(group));
  }

  /** A member who has been to the office once: directory and keys are there. */
  async member(name: string, admission: Admission | 'not-yet' = {}, line: Line = {}, of: { country?: string; institution?: string } = {}): Promise<Laptop> {
    const laptop = await aMember(this.office, { name, admission, line, ...of });
    this.laptops.push(laptop);
    if (admission !== 'not-yet') await exchange(laptop);
    return laptop;
  }

  /** A laptop made from a backup, let in as another device of the person unless it is `not-yet`. */
  async restored(file: Blob, secret: string, admission: Admission | 'not-yet' = {}): Promise<Laptop> {
    const laptop = aLaptop(this.office);
    this.laptops.push(laptop);
    const made = await laptop.engine.devices.restore({ file, secret, passphrase });
    if (!made.ok) throw new Error(made.failure.code);
    if (admission !== 'not-yet') await this.office.admit(made.value.request?.file ?? new Uint8Array(), admission);
    return laptop;
  }

  async afterKill(laptop: Laptop): Promise<Laptop> {
    const again = await afterKill(this.office, laptop);
    this.laptops.push(again);
    return again;
  }

  compartment(marking: MarkingId, jwg: JwgId = trafficking): TestCompartment {
    const found = this.office.compartments.find((one) => one.jwg === jwg && one.marking === marking);
    if (found === undefined) throw new Error('no such compartment');
    return found;
  }

  /** How many parcels the server holds of a compartment. */
  async parcels(marking: MarkingId): Promise<number> {
    const { database } = this.compartment(marking);
    const answer = await this.office.admin('GET', `/${database}/_all_docs`);
    return (answer.body as { readonly rows: readonly { readonly id: string }[] }).rows.filter((one) => !one.id.startsWith('_')).length;
  }

  async close(): Promise<void> {
    for (const laptop of this.laptops.splice(0)) await laptop.engine.end();
    await this.office.remove();
  }
}

export async function exchange(laptop: Laptop): Promise<DeliveryReport> {
  const report = await laptop.engine.pouch.exchange();
  if (!report.ok) throw new Error(report.failure.code);
  return report.value;
}

/** Writes a note and says which record it is. */
export async function writes(laptop: Laptop, title: string, level = sensitive, jwg: JwgId | null = trafficking): Promise<RecordId> {
  const saved = await laptop.engine.notebook.save({ kind: 'note', value: { title, jwg }, level });
  if (!saved.ok) throw new Error(saved.failure.code);
  return saved.value.record;
}

/** Changes a note's title, over what this laptop sees of it. */
export async function rewrites(laptop: Laptop, record: RecordId, title: string, level?: MarkingId): Promise<void> {
  const seen = await laptop.engine.notebook.open('note', record);
  if (!seen.ok) throw new Error(seen.failure.code);
  const { value, heads } = seen.value;
  const saved = await laptop.engine.notebook.save({ kind: 'note', record, value: { ...value, title }, level: level ?? seen.value.level, heads });
  if (!saved.ok) throw new Error(saved.failure.code);
}

export async function titles(laptop: Laptop): Promise<readonly string[]> {
  return (await laptop.engine.notebook.list('note')).map((row) => row.title).toSorted();
}
