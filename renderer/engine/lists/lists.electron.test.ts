import { describe, expect, test } from 'vitest';
import { aQuery } from '../../../test/builders/entries.ts';
import { anOpenEngine, good, sensitive, unclassified } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { Engine } from '../engine.ts';

async function actions(engine: Engine, count: number): Promise<readonly RecordId[]> {
  const records: RecordId[] = [];
  for (let number = 0; number < count; number += 1) {
    records.push(good(await engine.notebook.save({ kind: 'action', value: { text: `Action ${String(number)}`, owner: 'Ana' }, level: unclassified })).record);
  }
  return records;
}

const window = { from: 0, count: 50 };

describe('a list of the notebook', () => {
  test('hands over the rows of a window and where the others are', async () => {
    const { engine } = await anOpenEngine();
    const records = await actions(engine, 5);
    const query = aQuery({ kind: 'action' });
    expect(await engine.lists.query(query, { from: 1, count: 2 })).toMatchObject({ all: 5, total: 5, from: 1, rows: [{ title: 'Action 1' }, { title: 'Action 2' }] });
    expect(await engine.lists.recordsAt(query, { from: 3, count: 9 })).toEqual(records.slice(3));
    expect(await engine.lists.placeOf(query, records[4] as RecordId)).toBe(4);
    await engine.end();
  });

  test('shows what was written a moment ago', async () => {
    const { engine } = await anOpenEngine();
    const query = aQuery({ kind: 'action' });
    await actions(engine, 2);
    expect((await engine.lists.query(query, window)).total).toBe(2);
    await engine.notebook.save({ kind: 'action', value: { text: 'Action 0b' }, level: unclassified });
    expect((await engine.lists.query(query, window)).rows.map((row) => row.title)).toEqual(['Action 0', 'Action 0b', 'Action 1']);
    await engine.end();
  });

  test('keeps to what one person does, however the owner is written', async () => {
    const { engine } = await anOpenEngine();
    for (const [text, owner] of [['a', 'Ана Перић'], ['b', 'Marko'], ['c', 'Perić, SPAK'], ['d', '']] as const) {
      good(await engine.notebook.save({ kind: 'action', value: { text, owner }, level: unclassified }));
    }
    const filter = { ownedBy: 'Ana Perić' };
    expect((await engine.lists.query(aQuery({ kind: 'action', filter }), window)).rows.map((row) => row.title)).toEqual(['a', 'c']);
    expect((await engine.notebook.list('action', filter)).map((row) => row.title).toSorted()).toEqual(['a', 'c']);
    await engine.end();
  });

  test('knows nothing when locked', async () => {
    const { engine } = await anOpenEngine();
    await actions(engine, 1);
    await engine.vault.lock();
    expect(await engine.lists.query(aQuery({ kind: 'action' }), window)).toMatchObject({ total: 0, rows: [] });
    expect(await engine.lists.undo('anything')).toMatchObject({ ok: false, failure: { code: 'vault-locked' } });
    await engine.end();
  });
});

describe('many records changed at once', () => {
  test('are ordinary changes of each, taken back together', async () => {
    const { engine } = await anOpenEngine();
    const records = await actions(engine, 3);
    const answer = good(await engine.lists.change({ kind: 'action', records, act: 'edit', fields: { status: 'done', owner: 'Blerim' }, undo: 'one' }));
    expect(answer).toEqual({ changed: 3, skipped: [] });
    const entries = await engine.notebook.history(records[0] as RecordId);
    expect(entries.at(-1)).toMatchObject({ act: 'edit', mine: true, fields: expect.arrayContaining([{ field: 'status', before: 'open', after: 'done' }]) as unknown });
    expect(good(await engine.lists.undo('one'))).toMatchObject({ changed: 3 });
    const rows = await engine.notebook.list('action');
    expect(rows.map((row) => [row.value.status, row.value.owner])).toEqual([['open', 'Ana'], ['open', 'Ana'], ['open', 'Ana']]);
    expect(good(await engine.lists.undo('one'))).toMatchObject({ changed: 0 });
    await engine.end();
  });

  test('what somebody wrote since stays when it is taken back', async () => {
    const { engine } = await anOpenEngine();
    const [record] = await actions(engine, 1) as [RecordId];
    good(await engine.lists.change({ kind: 'action', records: [record], act: 'edit', fields: { owner: 'Blerim', status: 'done' }, undo: 'one' }));
    const { value, heads, level } = good(await engine.notebook.open('action', record));
    good(await engine.notebook.save({ kind: 'action', record, heads, level, value: { ...value, owner: 'Carla' } }));
    good(await engine.lists.undo('one'));
    expect(good(await engine.notebook.open('action', record)).value).toMatchObject({ owner: 'Carla', status: 'open' });
    await engine.end();
  });

  test('go into the bin and back', async () => {
    const { engine } = await anOpenEngine();
    const records = await actions(engine, 2);
    good(await engine.lists.change({ kind: 'action', records, act: 'bin', undo: 'bin' }));
    expect(await engine.notebook.list('action')).toHaveLength(0);
    good(await engine.lists.undo('bin'));
    expect(await engine.notebook.list('action')).toHaveLength(2);
    await engine.end();
  });

  test('locked ones stay as they are and are counted; levels are raised and never lowered', async () => {
    const { engine } = await anOpenEngine();
    const note = good(await engine.notebook.save({ kind: 'note', value: { title: 'final' }, level: unclassified }));
    good(await engine.notebook.finalise(note.record, note.heads));
    const open = good(await engine.notebook.save({ kind: 'note', value: { title: 'open' }, level: unclassified }));
    const high = good(await engine.notebook.save({ kind: 'note', value: { title: 'high' }, level: sensitive }));
    const records = [note.record, open.record, high.record, 'nowhere' as RecordId];
    const answer = good(await engine.lists.change({ kind: 'note', records, act: 'edit', fields: { place: 'Bar' }, level: sensitive, undo: 'level' }));
    expect(answer.changed).toBe(2);
    expect(answer.skipped).toEqual(expect.arrayContaining([{ why: 'locked-record', count: 1 }, { why: 'not-found', count: 1 }]));
    expect(good(await engine.notebook.open('note', open.record)).level).toBe(sensitive);
    const lower = good(await engine.lists.change({ kind: 'note', records: [high.record], act: 'edit', level: unclassified, undo: 'low' }));
    expect(lower.changed).toBe(0);
    expect(good(await engine.notebook.open('note', high.record)).level).toBe(sensitive);
    await engine.end();
  });

  test('a value that the kind does not take changes nothing', async () => {
    const { engine } = await anOpenEngine();
    const records = await actions(engine, 1);
    expect(good(await engine.lists.change({ kind: 'action', records, act: 'edit', fields: { status: 'exploded' }, undo: 'x' }))).toEqual({ changed: 0, skipped: [{ why: 'not-valid', count: 1 }] });
    await engine.end();
  });
});

describe('a table that leaves', () => {
  test('is refused for what may not be given on, by reason', async () => {
    const { engine } = await anOpenEngine();
    const safeguards = { handling: [{ code: 'H3' as const, restriction: 'Not to the press' }] };
    const held = good(await engine.notebook.save({ kind: 'action', value: { text: 'held', safeguards }, level: unclassified }));
    const [free] = await actions(engine, 1) as [RecordId];
    expect(await engine.lists.exportable([held.record, free])).toEqual({ allowed: [free], refused: [{ code: 'handling-h3', count: 1 }] });
    expect(await engine.lists.exportable([held.record, free], 'own-use')).toEqual({ allowed: [held.record, free], refused: [] });
    await engine.end();
  });
});

describe('what may leave in a file', () => {
  test('a person is about persons whether somebody has said so or not; a vehicle is not', async () => {
    const { engine } = await anOpenEngine();
    const subject = async (schema: 'Person' | 'Vehicle') => good(await engine.notebook.save({ kind: 'subject', value: { name: schema, schema }, level: unclassified })).record;
    const [person, vehicle] = [await subject('Person'), await subject('Vehicle')];
    expect(await engine.lists.exportable([person, vehicle])).toEqual({ allowed: [vehicle], refused: [{ code: 'no-transfer-ground', count: 1 }] });
    expect((await engine.lists.exportable([person, vehicle], 'own-use')).refused).toEqual([]);
    await engine.end();
  });
});

describe('a record by its name', () => {
  test('is found in any spelling; those that begin so come first, then the latest', async () => {
    const { engine } = await anOpenEngine();
    for (const name of ['Ана Ђорђевић', 'Đorđević Marko', 'Blerim Çela']) good(await engine.notebook.save({ kind: 'contact', value: { name }, level: unclassified }));
    good(await engine.notebook.save({ kind: 'case', value: { title: 'Djordjevic and others' }, level: unclassified }));
    const found = await engine.lists.byName(['contact'], 'djordjev', 10);
    expect(found.map((one) => one.title)).toEqual(['Đorđević Marko', 'Ана Ђорђевић']);
    expect((await engine.lists.byName([], 'djordjev', 1)).map((one) => one.kind).toSorted()).toEqual(['case', 'contact']);
    expect((await engine.lists.byName(['contact'], '', 1)).map((one) => one.title)).toEqual(['Blerim Çela']);
    await engine.end();
  });

  test('open ones are counted without the bin', async () => {
    const { engine } = await anOpenEngine();
    const records = await actions(engine, 3);
    good(await engine.notebook.bin(records[0] as RecordId));
    expect(await engine.lists.count('action', 'status', ['open'])).toBe(2);
    await engine.end();
  });
});
