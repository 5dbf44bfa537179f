import { describe, expect, test } from 'vitest';
import { aClock, anOpenEngine, good, sensitive } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { RecordInput, RecordKind } from '../../../core/records/kinds.ts';
import type { Engine } from '../engine.ts';

const day = 24 * 3600 * 1000;

async function write<Kind extends RecordKind>(engine: Engine, kind: Kind, value: RecordInput<Kind>): Promise<RecordId> {
  return good(await engine.notebook.save({ kind, value, level: sensitive })).record;
}

async function told(engine: Engine, record: RecordId): Promise<readonly string[]> {
  const rows = await engine.notebook.timeline(record);
  return rows.map(({ what, day: on, title, text }) => [on, what, title, text].join(' | ')).toSorted();
}

describe('the timeline of a case', () => {
  test('gathers what its records say, and from histories when an action was done and the case moved on', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    const inCase = await write(engine, 'case', { title: 'Route', opened: '2026-01-05' });
    await write(engine, 'note', { title: 'Call', day: '2026-02-01', case: inCase });
    const action = good(await engine.notebook.save({ kind: 'action', value: { text: 'Send', due: '2026-03-01', owner: 'Ana', case: inCase }, level: sensitive }));
    await write(engine, 'request', { title: 'MLA', sent: '2026-02-10', case: inCase, answers: [{ key: 'k', order: 'a0', on: '2026-04-01', partial: true }] });
    await write(engine, 'note', { title: 'Elsewhere', day: '2026-02-01' });
    now.ms += 2 * day;
    const { value } = good(await engine.notebook.open('action', action.record));
    good(await engine.notebook.save({ kind: 'action', record: action.record, heads: action.heads, value: { ...value, status: 'done' }, level: sensitive }));
    const opened = good(await engine.notebook.open('case', inCase));
    good(await engine.notebook.save({ kind: 'case', record: inCase, heads: opened.heads, value: { ...opened.value, phase: 'trial' }, level: sensitive }));
    expect(await told(engine, inCase)).toEqual([
      '2026-01-05 | case-opened | Route | ',
      '2026-02-01 | note | Call | ',
      '2026-02-10 | request-sent | MLA | ',
      '2026-04-01 | request-partly-answered | MLA | ',
      '2026-11-26 | action-done | Send | Ana',
      '2026-11-26 | case-phase | Route | Ana Perić',
    ]);
    await engine.end();
  });

  test('leaves out what is restricted or in the bin, and a relation to it', async () => {
    const { engine } = await anOpenEngine({ now: aClock() });
    const inCase = await write(engine, 'case', { title: 'Route' });
    const event = (name: string, more: RecordInput<'subject'> | { readonly name?: string }) => write(engine, 'subject', { name, schema: 'Event', day: '2026-05-01', case: inCase, ...more });
    const seen = await event('Seizure', {});
    const also = await event('Meeting', { name: 'Meeting', case: null, otherCases: [inCase] });
    const old = await event('Old', { name: 'Old', reviewBy: '2026-01-01' });
    const gone = await event('Gone', {});
    await engine.notebook.bin(gone);
    await write(engine, 'relation', { from: seen, to: also, label: 'before', since: '2026-05-02', case: inCase });
    await write(engine, 'relation', { from: seen, to: old, since: '2026-05-03', case: inCase });
    expect(await told(engine, inCase)).toEqual([
      '2026-05-01 | event | Meeting | ',
      '2026-05-01 | event | Seizure | ',
      '2026-05-02 | relation-since | Seizure – before – Meeting | ',
    ]);
    await engine.end();
  });

  test('of what is no case here there is none', async () => {
    const { engine } = await anOpenEngine();
    const note = await write(engine, 'note', { title: 'x', day: '2026-01-01' });
    expect(await engine.notebook.timeline(note)).toEqual([]);
    await engine.vault.lock();
    expect(await engine.notebook.timeline(note)).toEqual([]);
    await engine.end();
  });
});
