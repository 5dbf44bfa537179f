import { afterEach, expect, test } from 'vitest';
import type { ChangeHash, RecordId } from '../../core/ids.ts';
import { chaotic, oneOf, seeded, type Random } from '../office/chaos.ts';
import { Field, rewrites, writes } from '../office/exchanging.ts';
import type { Laptop } from '../office/laptop.ts';

/**
 * Several people write, edit, exchange over a bad line and are cut off in the middle of it. When
 * the line is good again, every laptop must hold every change whose saving was confirmed, and no
 * other, and the office every letter once. The seed is in the test's name; others, and longer
 * stories: RAPPORTEUR_SEEDS="3 4 5" RAPPORTEUR_STEPS=200.
 */
const settings = (await (await fetch('/office/settings')).json()) as { readonly seeds: string; readonly steps: string };
const seeds = (settings.seeds === '' ? '1 2' : settings.seeds).split(' ').map(Number);
const steps = Number(settings.steps === '' ? '25' : settings.steps);

let field: Field | null = null;
afterEach(async () => {
  await field?.close();
  field = null;
});

class Story {
  readonly laptops: Laptop[] = [];
  readonly records: RecordId[] = [];
  /** What was told as saved: every change, by record. */
  readonly promised = new Map<RecordId, Set<ChangeHash>>();
  trouble = 0.25;
  private readonly field: Field;
  private readonly random: Random;
  private written = 0;

  constructor(at: Field, random: Random) {
    this.field = at;
    this.random = random;
  }

  async begin(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const member = await this.field.member(name, {}, { send: (usual) => chaotic(usual, this.random, () => (this.laptops.length < names.length ? 0 : this.trouble)) });
      this.laptops.push(member);
    }
  }

  async step(): Promise<void> {
    const which = Math.floor(this.random() * this.laptops.length);
    const laptop = this.laptops[which];
    if (laptop === undefined) throw new Error('a story has laptops');
    const dice = this.random();
    if (dice < 0.3) await this.writeSomething(laptop);
    else if (dice < 0.5) await this.editSomething(laptop);
    else if (dice < 0.85) await laptop.engine.pouch.exchange();
    else this.laptops[which] = await this.cutOff(laptop);
  }

  /** An exchange that the end of the process interrupts; then the app starts again. */
  private async cutOff(laptop: Laptop): Promise<Laptop> {
    void laptop.engine.pouch.exchange().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, this.random() * 120));
    return this.field.afterKill(laptop);
  }

  private async writeSomething(laptop: Laptop): Promise<void> {
    const record = await writes(laptop, `Note ${(this.written += 1)}`);
    this.records.push(record);
    await this.promise(laptop, record);
  }

  private async editSomething(laptop: Laptop): Promise<void> {
    const here = (await laptop.engine.notebook.list('note')).map((row) => row.record);
    if (here.length === 0) return;
    const record = oneOf(this.random, here.toSorted());
    await rewrites(laptop, record, `Edit ${(this.written += 1)}`);
    await this.promise(laptop, record);
  }

  private async promise(laptop: Laptop, record: RecordId): Promise<void> {
    const promised = this.promised.get(record) ?? new Set();
    for (const one of await laptop.engine.notebook.history(record)) promised.add(one.change);
    this.promised.set(record, promised);
  }

  /** The line is good again: everybody exchanges until nothing moves any more. */
  async settle(): Promise<void> {
    this.trouble = 0;
    for (let round = 0; round < 6; round += 1) {
      let moved = 0;
      for (const laptop of this.laptops) {
        const report = await laptop.engine.pouch.exchange();
        if (!report.ok) throw new Error(report.failure.code);
        const { failure, unconfirmed, refused } = report.value;
        if (failure !== null || unconfirmed > 0 || refused.length > 0) throw new Error(`over a good line: ${JSON.stringify(report.value)}`);
        moved += report.value.delivered + report.value.received;
      }
      if (moved === 0) return;
    }
    throw new Error('it never came to rest');
  }

  async held(laptop: Laptop): Promise<Record<RecordId, readonly string[]>> {
    const held: Record<RecordId, readonly string[]> = {};
    for (const { record } of await laptop.engine.notebook.list('note')) {
      held[record] = (await laptop.engine.notebook.history(record)).map((one) => one.change).toSorted();
    }
    return held;
  }
}

test.each(seeds)('seed %i: all laptops hold what was promised, and nothing else', { timeout: 120_000 + steps * 20_000 }, async (seed) => {
  field = await Field.open();
  const story = new Story(field, seeded(seed));
  await story.begin(['Ana', 'Ben', 'Eve']);
  for (let step = 0; step < steps; step += 1) await story.step();
  await story.settle();
  const promised = Object.fromEntries([...story.promised].map(([record, changes]) => [record, [...changes].toSorted()]));
  for (const laptop of story.laptops) expect(await story.held(laptop)).toEqual(promised);
  const preview = await Promise.all(story.laptops.map((laptop) => laptop.engine.pouch.preview()));
  expect(preview.map((one) => [one.goes, one.stays, one.standing.underWay, one.waiting])).toEqual(story.laptops.map(() => [[], [], 0, []]));
});
