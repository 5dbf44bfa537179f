import { describe, expect, test } from 'vitest';
import {
  aClock, anEngine, aNote, anOpenEngine, codeOf, good, passphrase, rawRows, sensitive, unclassified,
} from '../../../test/builders/engines.ts';
import { placed } from '../../../test/builders/meetings.ts';
import type { ItemKey, MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';

const restricted = 'R-UE' as MarkingId;

describe('saving', () => {
  test('what was said to be saved is there after the process was killed', async () => {
    const { engine, name, database } = await anOpenEngine();
    const saved = await aNote(engine, 'Ђорђевић, телефонски разговор');
    database.close();
    const again = anEngine(name);
    good(await again.engine.vault.unlock(passphrase));
    const view = good(await again.engine.notebook.open('note', saved.record));
    expect(view).toMatchObject({ title: 'Ђорђевић, телефонски разговор', heads: saved.heads, changedBy: 'Ana Perić', standing: 'open' });
    expect(view.value.title).toBe('Ђорђевић, телефонски разговор');
    await again.engine.end();
  });

  test('writes only what the person changed, and nothing when they changed nothing', async () => {
    const { engine, name } = await anOpenEngine();
    const first = await aNote(engine, 'Route Bar–Bari');
    const { value } = good(await engine.notebook.open('note', first.record));
    const same = good(await engine.notebook.save({ kind: 'note', ...first, value, level: sensitive }));
    expect(same.heads).toEqual(first.heads);
    expect((await rawRows(name))['changes']).toHaveLength(1);
    await engine.notebook.save({ kind: 'note', ...first, value: { ...value, place: 'Bar' }, level: sensitive });
    const entries = await engine.notebook.history(first.record);
    expect(entries.at(-1)).toMatchObject({ mine: true, author: 'Ana Perić', fields: [{ field: 'place', before: '', after: 'Bar' }] });
    await engine.end();
  });

  test('two saves from one form, sent at once, follow one another', async () => {
    const { engine } = await anOpenEngine();
    const first = await aNote(engine, 'one');
    const { value } = good(await engine.notebook.open('note', first.record));
    const both = await Promise.all([
      engine.notebook.save({ kind: 'note', ...first, value: { ...value, title: 'two' }, level: sensitive }),
      engine.notebook.save({ kind: 'note', ...first, value: { ...value, title: 'three' }, level: sensitive }),
    ]);
    both.forEach(good);
    const view = good(await engine.notebook.open('note', first.record));
    expect(view).toMatchObject({ title: 'three', conflicts: 0, fieldConflicts: [] });
    expect(view.heads).toHaveLength(1);
    await engine.end();
  });

  test('a level above the ceiling is refused before anything is written', async () => {
    const { engine, name } = await anOpenEngine();
    expect(codeOf(await engine.notebook.save({ kind: 'note', value: { title: 'x' }, level: restricted }))).toBe('above-ceiling');
    const unknown = 'COSMIC' as MarkingId;
    expect(codeOf(await engine.notebook.save({ kind: 'note', value: { title: 'x' }, level: unknown }))).toBe('above-ceiling');
    const draft = await engine.drafts.newId();
    const typed = { draft, kind: 'note' as const, record: null, heads: [], level: restricted, value: { title: 'x' } };
    expect(codeOf(await engine.drafts.keep(typed))).toBe('above-ceiling');
    const rows = await rawRows(name);
    expect([rows['changes'], rows['drafts']]).toEqual([[], []]);
    await engine.end();
  });

  test('a meeting is at the level of the highest item on its agenda', async () => {
    const { engine } = await anOpenEngine();
    const item = (key: string, level: MarkingId | null) => ({ key: key as ItemKey, order: 'a0', title: key, level });
    const agenda = [item('a', null), item('b', sensitive)];
    const saved = good(await engine.notebook.save({ kind: 'meeting', value: { title: 'JWG', agenda }, level: unclassified }));
    expect(good(await engine.notebook.open('meeting', saved.record)).level).toBe(sensitive);
    const above = { title: 'JWG', agenda: [item('a', restricted)] };
    expect(codeOf(await engine.notebook.save({ kind: 'meeting', value: above, level: unclassified }))).toBe('above-ceiling');
    await engine.end();
  });

  test('a record is raised and never lowered', async () => {
    const { engine } = await anOpenEngine();
    const low = good(await engine.notebook.save({ kind: 'note', value: { title: 'x' }, level: unclassified }));
    const raised = good(await engine.notebook.save({ kind: 'note', ...low, value: { title: 'x' }, level: sensitive }));
    expect(codeOf(await engine.notebook.save({ kind: 'note', ...raised, value: { title: 'x' }, level: unclassified }))).toBe('cannot-lower');
    expect(await engine.notebook.list('note')).toMatchObject([{ level: sensitive }]);
    await engine.end();
  });

  test('what does not fit the schema is refused with the field', async () => {
    const { engine } = await anOpenEngine();
    const refused = await engine.notebook.save({ kind: 'case', value: { title: ' ' }, level: sensitive });
    expect(refused).toEqual({ ok: false, failure: { code: 'not-valid', facts: { field: 'title' } } });
    const nowhere = { record: 'nowhere' as RecordId, kind: 'case' as const, value: { title: 'x' }, level: sensitive };
    expect(codeOf(await engine.notebook.save(nowhere))).toBe('not-found');
    await engine.end();
  });

  test('a full disk refuses the write, keeps the draft, and harms nothing else', async () => {
    const { engine, name, database } = await anOpenEngine();
    const before = await aNote(engine, 'before');
    const draft = await engine.drafts.newId();
    good(await engine.drafts.keep({ draft, kind: 'note', record: before.record, heads: before.heads, level: sensitive, value: { title: 'typed' } }));
    const rows = await rawRows(name);
    const request = { kind: 'note' as const, ...before, value: { title: 'typed' }, level: sensitive, draft };
    database.failWith = 'QuotaExceededError';
    expect(codeOf(await engine.notebook.save(request))).toBe('storage-full');
    expect(codeOf(await engine.notebook.finalise(before.record, before.heads))).toBe('storage-full');
    database.failWith = 'UnknownError';
    expect(codeOf(await engine.notebook.save(request))).toBe('storage-failed');
    expect(await rawRows(name)).toEqual(rows);
    expect(good(await engine.notebook.open('note', before.record))).toMatchObject({ title: 'before', draft, standing: 'open' });
    database.failWith = null;
    good(await engine.notebook.save(request));
    expect(good(await engine.notebook.open('note', before.record))).toMatchObject({ title: 'typed', draft: null });
    await engine.end();
  });

  test('a save and a lock at once: what was answered as saved is there', async () => {
    const { engine } = await anOpenEngine();
    const saves = Array.from({ length: 20 }, (_, number) =>
      engine.notebook.save({ kind: 'note', value: { title: String(number) }, level: sensitive }),
    );
    const lock = engine.vault.lock();
    const late = engine.notebook.save({ kind: 'note', value: { title: 'late' }, level: sensitive });
    const saved = (await Promise.all([...saves, late])).filter((result) => result.ok);
    await lock;
    good(await engine.vault.unlock(passphrase));
    expect(await engine.notebook.list('note')).toHaveLength(saved.length);
    expect(saved.length).toBeGreaterThanOrEqual(20);
    await engine.end();
  });

  test('a store that cannot be read any more refuses the write', async () => {
    const { engine, database } = await anOpenEngine();
    const { record } = await aNote(engine, 'not read yet');
    await engine.vault.lock();
    good(await engine.vault.unlock(passphrase));
    database.close({ disableAutoOpen: true });
    expect(codeOf(await engine.notebook.bin(record))).toBe('storage-failed');
    expect(codeOf(await engine.notebook.save({ kind: 'note', value: { title: 'x' }, level: sensitive }))).toBe('storage-failed');
    const draft = await engine.drafts.newId();
    expect(codeOf(await engine.drafts.keep({ draft, kind: 'note', record: null, heads: [], level: sensitive, value: {} }))).toBe('storage-failed');
    expect(codeOf(await engine.drafts.discard(draft))).toBe('storage-failed');
    await engine.end();
  });

  test('listeners hear of every record that was written', async () => {
    const { engine } = await anOpenEngine();
    const heard: unknown[] = [];
    engine.subscribe((event) => {
      if (event.type === 'records') heard.push(...event.records);
    });
    const { record } = await aNote(engine, 'one');
    expect(heard).toEqual([{ record, kind: 'note' }]);
    await engine.end();
  });

  test('a clock set back by years does not put a change before those it follows', async () => {
    const now = aClock();
    const { engine, name, database } = await anOpenEngine({ now });
    const first = await aNote(engine, 'one');
    database.close();
    now.ms -= 3 * 365 * 86_400_000;
    const again = anEngine(name, { now });
    good(await again.engine.vault.unlock(passphrase));
    good(await again.engine.notebook.save({ kind: 'note', ...first, value: { title: 'two' }, level: sensitive }));
    expect((await again.engine.notebook.list('note'))[0]?.title).toBe('two');
    await again.engine.end();
  });
});

describe('lists', () => {
  test('filter by case, group, origin and bin', async () => {
    const { engine } = await anOpenEngine();
    const { record } = good(await engine.notebook.save({ kind: 'case', value: { title: 'Route' }, level: sensitive }));
    good(await engine.notebook.save({ kind: 'note', value: { title: 'in', case: record }, level: sensitive }));
    const out = await aNote(engine, 'out');
    expect((await engine.notebook.list('note', { case: record })).map((row) => row.title)).toEqual(['in']);
    good(await engine.notebook.bin(out.record));
    expect((await engine.notebook.list('note')).map((row) => row.title)).toEqual(['in']);
    expect((await engine.notebook.list('note', { binned: true })).map((row) => row.title)).toEqual(['out']);
    good(await engine.notebook.bin(out.record));
    good(await engine.notebook.restore(out.record));
    expect(await engine.notebook.list('note')).toHaveLength(2);
    expect((await engine.notebook.history(out.record)).map((entry) => entry.act)).toEqual(['edit', 'bin', 'restore']);
    await engine.end();
  });

  test('whatever points to any of some records, and some records alone, without what is restricted', async () => {
    const { engine } = await anOpenEngine({ now: aClock() });
    const subject = async (name: string, reviewBy: string | null = null) => good(await engine.notebook.save({ kind: 'subject', value: { name, reviewBy }, level: sensitive })).record;
    const [ana, ivo, van, old] = [await subject('Ana'), await subject('Ivo'), await subject('Van'), await subject('Old', '2026-11-23')];
    const relation = async (from: RecordId, to: RecordId) => good(await engine.notebook.save({ kind: 'relation', value: { from, to }, level: sensitive })).record;
    const [first, second, third] = [await relation(ana, ivo), await relation(van, ivo), await relation(van, old)];
    const linked = async (...records: readonly RecordId[]) => new Set((await engine.notebook.list('relation', { linkAny: records })).map((row) => row.record));
    expect(await linked(ana, old)).toEqual(new Set([first, third]));
    expect(await linked(ivo)).toEqual(new Set([first, second]));
    expect(await linked()).toEqual(new Set());
    const only = await engine.notebook.list('subject', { only: [van, old, van, first] });
    expect(only.map((row) => row.title)).toEqual(['Van']);
    await engine.end();
  });

  test('Today shows what is due first, and nothing that is done or binned', async () => {
    const now = aClock(new Date(2026, 10, 24, 9).getTime());
    const { engine } = await anOpenEngine({ now });
    const action = (text: string, due: string | null, status: 'open' | 'done' = 'open') =>
      engine.notebook.save({ kind: 'action', value: { text, due, status }, level: sensitive });
    for (const made of [action('later', '2026-12-01'), action('overdue', '2026-11-20'), action('some day', null), action('done', '2026-11-01', 'done')]) {
      good(await made);
    }
    const meeting = (title: string, day: string) =>
      engine.notebook.save({ kind: 'meeting', value: { title, day }, level: sensitive });
    for (const made of [meeting('today', '2026-11-24'), meeting('yesterday', '2026-11-23'), meeting('next', '2026-11-30')]) good(await made);
    const today = await engine.notebook.today();
    expect(today.actions.map((row) => row.title)).toEqual(['overdue', 'later', 'some day']);
    expect(today.meetings.map((row) => row.title)).toEqual(['today', 'next']);
    expect(today.recent).toHaveLength(7);
    await engine.end();
  });
});

describe('final notes and approved minutes', () => {
  test('are locked, amended, and show what was approved', async () => {
    const { engine, ground } = await anOpenEngine();
    const saved = good(await engine.notebook.save({ kind: 'meeting', value: { title: 'JWG', place: 'Bar', attendance: [{ ...placed(), name: 'Ana' }] }, level: sensitive }));
    const approved = good(await engine.notebook.approve(saved.record, saved.heads));
    const view = good(await engine.notebook.open('meeting', saved.record));
    expect(view).toMatchObject({ standing: 'approved', approvedBy: [{ name: 'Ana Perić' }], amendments: [] });
    const correction = { ...placed(), of: null, passage: 'Bar', wording: 'Bari', reason: 'Misheard', by: 'Ana Perić', on: '2026-12-01' } as const;
    const corrected = (more: object = {}) => ({ kind: 'meeting' as const, ...approved, value: { ...view.value, corrections: [{ ...correction, ...more }] }, level: sensitive });
    expect(codeOf(await engine.notebook.save(corrected()))).toBe('locked-record');
    good(await engine.notebook.amend(corrected()));
    const after = good(await engine.notebook.open('meeting', saved.record));
    expect(after).toMatchObject({ standing: 'approved', value: { place: 'Bar', corrections: [] } });
    expect(after.amendments).toHaveLength(1);
    const decided = good(await engine.notebook.amend({ ...corrected({ decision: 'approved', decidedAs: 'chair', decidedOn: '2026-12-05', decidedBy: 'Ana' }), heads: after.heads }));
    good(await engine.notebook.approve(saved.record, decided.heads));
    const signed = good(await engine.notebook.open('meeting', saved.record));
    expect(signed).toMatchObject({ value: { place: 'Bar', corrections: [{ wording: 'Bari', decision: 'approved' }] }, amendments: [], approvedBy: [{ name: 'Ana Perić' }, { name: 'Ana Perić' }] });
    expect((await ground().ledger.state(saved.record))?.approvals).toHaveLength(2);
    await engine.end();
  });

  test('keep every word: an amendment of the text is refused, and so is one of a correction or a second decision', async () => {
    const { engine } = await anOpenEngine();
    const item = placed();
    const line = { ...placed(), item: item.key, text: 'Two lorries' };
    const saved = good(await engine.notebook.save({ kind: 'meeting', value: { title: 'JWG', agenda: [{ ...item, title: 'Route' }], lines: [line], attendance: [{ ...placed(), name: 'Ana' }] }, level: sensitive }));
    const { record, heads } = good(await engine.notebook.approve(saved.record, saved.heads));
    const { value } = good(await engine.notebook.open('meeting', record));
    const amend = async (change: object) => engine.notebook.amend({ kind: 'meeting', record, heads: good(await engine.notebook.open('meeting', record)).heads, level: sensitive, value: { ...value, ...change } });
    expect(codeOf(await engine.notebook.amend({ kind: 'meeting', record, heads, level: sensitive, value: { ...value, lines: [{ ...line, text: 'Three lorries' }] } }))).toBe('locked-record');
    const proposed = { ...placed(), of: line.key, passage: 'Two', wording: 'Three', reason: 'Misheard' };
    good(await amend({ corrections: [proposed] }));
    expect(codeOf(await amend({ corrections: [{ ...proposed, wording: 'Four' }] }))).toBe('locked-record');
    good(await amend({ corrections: [{ ...proposed, decision: 'rejected', decidedOn: '2026-12-05' }] }));
    expect(codeOf(await amend({ corrections: [{ ...proposed, decision: 'approved', decidedOn: '2026-12-06' }] }))).toBe('locked-record');
    // Another one goes on beside it, and the text is what it was.
    const more = good(await amend({ corrections: [{ ...proposed, decision: 'rejected', decidedOn: '2026-12-05' }, { ...placed(), of: null, passage: '', wording: 'Ivo was there too', reason: 'Left out' }] }));
    good(await engine.notebook.approve(record, more.heads));
    expect(good(await engine.notebook.open('meeting', record)).value).toMatchObject({ lines: [{ text: 'Two lorries' }], corrections: [{ decision: 'rejected' }, { decision: null }] });
    await engine.end();
  });

  test('let who proposed a correction withdraw it, once, and no change takes that back', async () => {
    const { engine } = await anOpenEngine();
    const saved = good(await engine.notebook.save({ kind: 'meeting', value: { title: 'JWG', attendance: [{ ...placed(), name: 'Ana' }] }, level: sensitive }));
    const { record } = good(await engine.notebook.approve(saved.record, saved.heads));
    const { value } = good(await engine.notebook.open('meeting', record));
    const amend = async (change: object) => engine.notebook.amend({ kind: 'meeting', record, heads: good(await engine.notebook.open('meeting', record)).heads, level: sensitive, value: { ...value, ...change } });
    const proposed = { ...placed(), of: null, passage: '', wording: 'Ivo was there too', reason: 'Left out' };
    const withdrawn = { ...proposed, decision: 'withdrawn', decidedOn: '2026-12-05' };
    good(await amend({ corrections: [proposed] }));
    good(await amend({ corrections: [withdrawn] }));
    expect(codeOf(await amend({ corrections: [{ ...proposed, decision: 'approved', decidedOn: '2026-12-06' }] }))).toBe('locked-record');
    const history = await engine.notebook.history(record);
    expect(history.at(-1)).toMatchObject({ author: 'Ana Perić', mine: true, fields: expect.arrayContaining([{ field: `corrections.${proposed.key}.decision`, before: null, after: 'withdrawn' }]) as unknown });
    expect(good(await engine.notebook.open('meeting', record)).standing).toBe('approved');
    await engine.end();
  });

  test('wait for their attendance: nobody signs for people of whom nothing is said', async () => {
    const { engine } = await anOpenEngine();
    const save = async (attendance: NonNullable<RecordInput<'meeting'>['attendance']>) => good(await engine.notebook.save({ kind: 'meeting', value: { title: 'JWG', attendance }, level: sensitive }));
    const nobody = await save([]);
    expect(await engine.notebook.approve(nobody.record, nobody.heads)).toMatchObject({ failure: { code: 'attendance-missing' } });
    const open = await save([{ ...placed(), name: 'Ana' }, { ...placed(), name: 'Ђорђе', presence: 'invited' }]);
    expect(await engine.notebook.approve(open.record, open.heads)).toMatchObject({ failure: { code: 'attendance-not-taken', facts: { count: 1, names: 'Ђорђе' } } });
    expect(good(await engine.notebook.open('meeting', open.record)).standing).toBe('open');
    await engine.end();
  });

  test('only notes are made final and only minutes are approved, at heads that are known', async () => {
    const { engine } = await anOpenEngine();
    const note = await aNote(engine, 'x');
    expect(codeOf(await engine.notebook.approve(note.record, note.heads))).toBe('not-valid');
    expect(codeOf(await engine.notebook.finalise(note.record, []))).toBe('not-found');
    expect(codeOf(await engine.notebook.finalise(note.record, [...note.heads, 'f'.repeat(64) as typeof note.heads[number]]))).toBe('not-found');
    good(await engine.notebook.finalise(note.record, note.heads));
    expect(good(await engine.notebook.open('note', note.record)).standing).toBe('final');
    await engine.end();
  });
});
