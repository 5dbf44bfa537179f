import { expect, test } from 'vitest';
import { aQuery } from '../../../test/builders/entries.ts';
import { aClock, anOpenEngine, codeOf, good, unclassified } from '../../../test/builders/engines.ts';
import type { Day, RecordId } from '../../../core/ids.ts';
import type { Engine } from '../engine.ts';

const day = (text: string) => text as Day;
const dayLong = 24 * 60 * 60 * 1000;
/** The clock of these tests stands on 24 November 2026. */
const hold = { ground: 'Court order Kv 3/26', on: day('2026-11-01'), by: 'Ana Perić' };
const window = { from: 0, count: 50 };

const subject = (engine: Engine, name: string, more: object = {}): Promise<RecordId> =>
  engine.notebook.save({ kind: 'subject', value: { name, ...more }, level: unclassified }).then((saved) => good(saved).record);

async function namesOf(engine: Engine, filter: { readonly binned?: boolean; readonly restricted?: boolean } = {}): Promise<readonly string[]> {
  return (await engine.lists.query(aQuery({ kind: 'subject', filter }), window)).rows.map((row) => row.title);
}

test('a record on hold does not go to the bin; the answer says whose hold it is and until when', async () => {
  const { engine } = await anOpenEngine({ now: aClock() });
  const record = await subject(engine, 'Held', { hold: { ...hold, until: day('2027-02-01') } });
  const refused = await engine.notebook.bin(record);
  expect(refused).toEqual({ ok: false, failure: { code: 'on-hold', facts: { on: '2026-11-01', by: 'Ana Perić', until: '2027-02-01' } } });
  const open = await subject(engine, 'Held without an end', { hold });
  expect(await engine.notebook.bin(open)).toMatchObject({ failure: { facts: { on: '2026-11-01', by: 'Ana Perić' } } });
  expect(await namesOf(engine)).toEqual(['Held', 'Held without an end']);
  await engine.end();
});

test('what is known of a protected person is held in the same way', async () => {
  const { engine } = await anOpenEngine({ now: aClock() });
  const { record } = good(await engine.notebook.save({ kind: 'protection', value: { codeName: 'HERON', hold }, level: unclassified }));
  expect(codeOf(await engine.notebook.bin(record))).toBe('on-hold');
  await engine.end();
});

test('of many at once the held ones stay and are counted; an undo that would bin one does not', async () => {
  const { engine } = await anOpenEngine({ now: aClock() });
  const held = await subject(engine, 'Held', { hold });
  const records = [held, await subject(engine, 'Free'), await subject(engine, 'Put back')];
  const answer = good(await engine.lists.change({ kind: 'subject', records, act: 'bin', undo: 'bin' }));
  expect(answer).toEqual({ changed: 2, skipped: [{ why: 'on-hold', count: 1, facts: { on: hold.on, by: hold.by } }] });
  expect(await namesOf(engine)).toEqual(['Held']);
  const [, , back] = records;
  good(await engine.lists.change({ kind: 'subject', records: [back as RecordId], act: 'restore', undo: 'restore' }));
  const opened = good(await engine.notebook.open('subject', back as RecordId)).value;
  good(await engine.notebook.save({ kind: 'subject', record: back as RecordId, value: { ...opened, hold }, level: unclassified }));
  expect(good(await engine.lists.undo('restore'))).toMatchObject({ changed: 0, skipped: [{ why: 'on-hold', count: 1 }] });
  expect(await namesOf(engine)).toEqual(['Held', 'Put back']);
  await engine.end();
});

test('neither review nor bin takes it while the hold stands; both do when it has run out or is lifted', async () => {
  const now = aClock();
  const { engine } = await anOpenEngine({ now });
  const value = { reviewBy: day('2026-01-01'), hold: { ...hold, until: day('2026-11-25') } };
  const record = await subject(engine, 'Held to its day', value);
  const other = await subject(engine, 'Held', { ...value, hold });
  expect(await namesOf(engine)).toEqual(['Held', 'Held to its day']);
  now.ms += dayLong;
  expect(codeOf(await engine.notebook.bin(record))).toBe('on-hold');
  now.ms += dayLong;
  good(await engine.notebook.bin(record));
  expect(codeOf(await engine.notebook.bin(other))).toBe('on-hold');
  const opened = good(await engine.notebook.open('subject', other)).value;
  good(await engine.notebook.save({ kind: 'subject', record: other, value: { ...opened, hold: { ...hold, lifted: { ground: 'Decision Kv 9/26', on: day('2026-11-26'), by: 'Ana Perić' } } }, level: unclassified }));
  // Who lifted it, when and why is a signed change of the record.
  expect((await engine.notebook.history(other)).at(-1)).toMatchObject({ author: 'Ana Perić', fields: [{ field: 'hold', before: hold, after: { ...hold, lifted: { ground: 'Decision Kv 9/26' } } }] });
  expect(await namesOf(engine, { restricted: true })).toEqual(['Held']);
  good(await engine.notebook.bin(other));
  await engine.end();
});

test('a record that was in the bin before the hold was known says so and comes back', async () => {
  const { engine } = await anOpenEngine({ now: aClock() });
  const record = await subject(engine, 'Binned first');
  good(await engine.notebook.bin(record));
  const opened = good(await engine.notebook.open('subject', record)).value;
  good(await engine.notebook.save({ kind: 'subject', record, value: { ...opened, hold }, level: unclassified }));
  expect(await namesOf(engine, { binned: true })).toEqual(['Binned first']);
  good(await engine.notebook.restore(record));
  expect(codeOf(await engine.notebook.bin(record))).toBe('on-hold');
  await engine.end();
});
