import { describe, expect, test } from 'vitest';
import { aClock, anOpenEngine, codeOf, good, sensitive, unclassified } from '../../../test/builders/engines.ts';
import type { Day, ItemKey, RecordId } from '../../../core/ids.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';
import { spanOf, type Span } from '../../../core/report/span.ts';
import type { Engine } from '../engine.ts';

// The clock stands at 24 November 2026.
const third = spanOf('2026-Q3') as Span;
const year = spanOf('2026') as Span;
const day = (text: string) => text as Day;

async function anActivity(engine: Engine, title: string, value: Partial<RecordInput<'activity'>> = {}): Promise<RecordId> {
  return good(await engine.notebook.save({ kind: 'activity', value: { title, day: day('2026-08-10'), project: 'prosecutors-network', ...value }, level: unclassified })).record;
}

async function anIndicator(engine: Engine, value: Partial<RecordInput<'indicator'>> = {}): Promise<RecordId> {
  return good(await engine.notebook.save({ kind: 'indicator', value: { title: 'Activities carried out', project: 'prosecutors-network', disaggregation: ['country', 'sex'], ...value }, level: unclassified })).record;
}

const request = { span: third, project: 'prosecutors-network', title: 'Third quarter', remarks: '', level: sensitive, jwg: null } as const;
const working = () => anOpenEngine({ now: aClock() });

async function edit(engine: Engine, record: RecordId, value: Partial<RecordInput<'activity'>>): Promise<void> {
  const open = good(await engine.notebook.open('activity', record));
  good(await engine.notebook.save({ kind: 'activity', record, value: { ...open.value, ...value }, level: open.level, heads: open.heads }));
}

describe('the report of a period', () => {
  test('counts what is in the notebook, leaves out what lies in the bin, and each figure opens on its records', async () => {
    const { engine } = await working();
    const first = await anActivity(engine, 'Advice', { hours: 2.5, country: 'ALB' });
    await anActivity(engine, 'Training', { hours: 6, project: 'police-cooperation', women: 4, men: 5 });
    const binned = await anActivity(engine, 'Not done after all', { hours: 40 });
    await anActivity(engine, 'Next quarter', { day: day('2026-10-01'), hours: 1 });
    good(await engine.notebook.bin(binned));
    const all = await engine.report.activity(third, 'all');
    const valueOf = (measure: string) => all.measures.find((one) => one.measure === measure)?.value;
    expect(['activities', 'hours', 'participants'].map(valueOf)).toEqual([2, 8.5, 9]);
    const own = await engine.report.activity(third, 'prosecutors-network');
    expect(own.measures.find((one) => one.measure === 'hours')).toMatchObject({ value: 2.5, records: 1 });
    const list = await engine.report.evidence({ of: 'measure', span: third, audience: 'all', measure: 'hours', part: { by: 'country', value: 'ALB' } });
    expect(list).toMatchObject({ value: 2.5, rows: [{ record: first, title: 'Advice', day: '2026-08-10', amount: 2.5 }], elsewhere: 0 });
    await engine.end();
  });

  test('counts decisions and the actions that came of a meeting, under the project of its case', async () => {
    const { engine } = await working();
    const ofCase = good(await engine.notebook.save({ kind: 'case', value: { title: 'Route', project: 'police-cooperation', crimeAreas: ['firearms'] }, level: sensitive })).record;
    const item = 'item-1' as ItemKey;
    const keyed = (at: number) => ({ key: `line-${String(at)}` as ItemKey, order: `a${String(at)}` });
    const meeting = good(await engine.notebook.save({
      kind: 'meeting', level: sensitive,
      value: {
        title: 'Coordination', case: ofCase, day: day('2026-09-01'), stage: 'draft',
        agenda: [{ key: item, order: 'a0', title: 'Where it stands' }],
        lines: [{ ...keyed(1), item, type: 'decision', text: 'One request' }, { ...keyed(2), item, type: 'decision', text: ' ' }, { ...keyed(3), item, type: 'discussion', text: 'Long' }],
        attendance: [{ key: 'who-1', order: 'a0', name: 'Kanarinac', country: 'SRB' }, { key: 'who-2', order: 'a1', name: 'Absent', country: 'ITA', presence: 'apologies' }],
      },
    })).record;
    await engine.notebook.save({ kind: 'action', value: { text: 'Send it', origin: meeting }, level: sensitive });
    const report = await engine.report.activity(third, 'police-cooperation');
    const figures = Object.fromEntries(report.measures.map((one) => [one.measure, one.value]));
    expect(figures).toMatchObject({ meetings: 1, decisions: 1, actions: 1, 'cases-supported': 1 });
    expect(report.measures.find((one) => one.measure === 'meetings')?.breakdowns.find((one) => one.by === 'country')?.parts).toEqual([{ value: 'SRB', amount: 1 }]);
    expect(report.levels).toEqual([sensitive]);
    // Counted anew once the minutes say more.
    const open = good(await engine.notebook.open('meeting', meeting));
    const lines = [...open.value.lines, { ...keyed(4), item, type: 'decision' as const, text: 'Another', owner: '', due: null, action: null }];
    good(await engine.notebook.save({ kind: 'meeting', record: meeting, value: { ...open.value, lines }, level: open.level, heads: open.heads }));
    expect((await engine.report.activity(third, 'all')).measures.find((one) => one.measure === 'decisions')?.value).toBe(2);
    await engine.end();
  });

  test('counts own work only where that is asked: what one wrote, or what was drafted in one’s name, and every list with it', async () => {
    const { engine } = await working();
    const { person } = await engine.vault.me();
    const other = 'somebody-else' as typeof person;
    const [own, drafted] = [await anActivity(engine, 'Mine', { hours: 2, country: 'ALB' }), await anActivity(engine, 'In my name', { hours: 3, draftedFor: person })];
    const forOther = await anActivity(engine, 'In another name', { hours: 5, draftedFor: other, project: null });
    const mine = await engine.report.activity(third, 'all', 'mine');
    expect(mine.measures.find((one) => one.measure === 'hours')).toMatchObject({ value: 5, records: 2 });
    expect(mine.unsaid).toBe(0);
    expect((await engine.report.activity(third, 'all')).measures.find((one) => one.measure === 'hours')).toMatchObject({ value: 10, records: 3 });
    const list = async (whose: 'mine' | 'everybody') => (await engine.report.evidence({ of: 'measure', span: third, audience: 'all', whose, measure: 'hours', part: null })).rows.map((row) => row.record).toSorted();
    expect(await list('mine')).toEqual([own, drafted].toSorted());
    expect(await list('everybody')).toEqual([own, drafted, forOther].toSorted());
    expect((await engine.report.evidence({ of: 'unsaid', span: third, whose: 'mine' })).rows).toEqual([]);
    // Own work stays that of its author, whoever writes on it later.
    await edit(engine, own, { hours: 4 });
    expect((await engine.report.activity(third, 'all', 'mine')).measures.find((one) => one.measure === 'hours')?.value).toBe(7);
    await engine.end();
  });

  test('says how many records belong to no project, and knows nothing when locked', async () => {
    const { engine } = await working();
    const record = await anActivity(engine, 'For whom?', { project: null });
    expect((await engine.report.activity(third, 'prosecutors-network')).unsaid).toBe(1);
    expect((await engine.report.evidence({ of: 'unsaid', span: third })).rows.map((row) => row.record)).toEqual([record]);
    await engine.vault.lock();
    expect((await engine.report.activity(third, 'all')).measures.every((one) => one.value === 0)).toBe(true);
    expect(codeOf(await engine.report.freeze(request))).toBe('vault-locked');
    await engine.end();
  });
});

describe('a period that is frozen', () => {
  test('is signed and locked, does not move, and tells what is different now', async () => {
    const { engine } = await working();
    await anIndicator(engine);
    const stays = await anActivity(engine, 'Stays', { country: 'ALB' });
    const moves = await anActivity(engine, 'Moves', { country: 'SRB' });
    const { record } = good(await engine.report.freeze(request));
    const kept = good(await engine.notebook.open('report', record));
    expect(kept.standing).toBe('final');
    expect(codeOf(await engine.notebook.save({ kind: 'report', record, value: { ...kept.value, remarks: 'later' }, level: kept.level, heads: kept.heads }))).toBe('locked-record');

    await edit(engine, moves, { day: day('2026-10-05') });
    const added = await anActivity(engine, 'Written later', { country: 'ALB' });
    const [figure] = good(await engine.report.open(record)).figures;
    expect(figure).toMatchObject({ reported: 2, records: 2, difference: { now: 2, added: 1, gone: 1, altered: 0, elsewhere: 0 } });
    expect(figure?.breakdowns).toEqual([{ by: 'country', parts: [{ value: 'ALB', amount: 1 }, { value: 'SRB', amount: 1 }], several: 0, extra: 0 }, { by: 'sex', parts: [{ value: '', amount: 2 }], several: 0, extra: 0 }]);
    const listOf = async (which: 'reported' | 'added' | 'gone', part: { by: 'country'; value: string } | null = null) =>
      (await engine.report.evidence({ of: 'report', report: record, figure: figure?.key ?? ('' as ItemKey), which, part })).rows.map((row) => row.record);
    expect((await listOf('reported')).toSorted()).toEqual([moves, stays].toSorted());
    expect(await listOf('reported', { by: 'country', value: 'SRB' })).toEqual([moves]);
    expect(await listOf('added')).toEqual([added]);
    expect(await listOf('gone')).toEqual([moves]);

    // Reported once: what moved into the next period is not reported again.
    const [row] = (await engine.report.logframe(spanOf('2026-10') as Span, 'prosecutors-network')).rows;
    expect(row).toMatchObject({ value: 0, leftOut: 1 });
    await engine.end();
  });

  test('is frozen once, beside others or within them, and again when it was put into the bin', async () => {
    const { engine } = await working();
    expect(codeOf(await engine.report.freeze(request))).toBe('no-indicators');
    await anIndicator(engine);
    await anActivity(engine, 'One');
    const { record } = good(await engine.report.freeze(request));
    expect(codeOf(await engine.report.freeze(request))).toBe('period-frozen');
    expect(codeOf(await engine.report.freeze({ ...request, span: { from: day('2026-09-15'), until: day('2026-10-15') } }))).toBe('period-crosses');
    expect(codeOf(await engine.report.freeze({ ...request, span: year }))).toBe('period-not-over');
    expect(await engine.report.frozen()).toMatchObject([{ record, title: 'Third quarter', span: third }]);
    good(await engine.notebook.bin(record));
    expect(await engine.report.frozen()).toEqual([]);
    good(await engine.report.freeze(request));
    await engine.end();
  });

  test('keeps what was given to one project from being reported for the other', async () => {
    const { engine } = await working();
    await anIndicator(engine);
    await anIndicator(engine, { project: 'police-cooperation', measure: 'activities' });
    const record = await anActivity(engine, 'Joint training');
    good(await engine.report.freeze(request));
    await edit(engine, record, { project: 'police-cooperation' });
    const [theirs] = (await engine.report.logframe(third, 'police-cooperation')).rows;
    expect(theirs).toMatchObject({ value: 0, leftOut: 1 });
    await engine.end();
  });

  test('a reading by hand is reported with its source', async () => {
    const { engine } = await working();
    await anIndicator(engine, { measure: 'by-hand', baseline: 30, target: 70, readings: [{ key: 'r1', order: 'a0', on: day('2026-09-20'), reading: 50, source: 'Survey' }] });
    expect((await engine.report.logframe(third, 'prosecutors-network')).rows[0]).toMatchObject({ value: 50, soFar: 50, progress: 0.5, source: 'Survey' });
    const { record } = good(await engine.report.freeze(request));
    expect(good(await engine.report.open(record)).figures[0]).toMatchObject({ reported: 50, verification: 'Survey', difference: { now: 50, added: 0 } });
    await engine.end();
  });

  test('signs its document without naming anybody', async () => {
    const { engine } = await working();
    const { name } = await engine.vault.me();
    const bytes = good(await engine.report.sign({ title: 'Third quarter', level: sensitive, text: 'Twelve trainings', heads: [] }));
    const outer = JSON.parse(new TextDecoder().decode(bytes)) as { format: string; statement: string };
    const inner = atob(outer.statement.replaceAll('-', '+').replaceAll('_', '/'));
    expect(outer.format).toBe('rapporteur-signed-report');
    expect(inner).toContain('Twelve trainings');
    expect(inner).not.toContain(name.split(' ')[1]);
    // Whoever knows the device is told by whom it is, and whether the pages say the same.
    expect(await engine.minutes.verify(bytes, ['Twelve trainings'])).toMatchObject({ ok: true, value: { title: 'Third quarter', signedBy: name, pages: 'same' } });
    expect(codeOf(await engine.minutes.verify(bytes, ['Thirteen trainings']))).toBe('pages-altered');
    const forged = new TextEncoder().encode(JSON.stringify({ ...outer, statement: btoa(inner.replace('Twelve', 'Thirty')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') }));
    expect(codeOf(await engine.minutes.verify(forged, ['Thirty trainings']))).toBe('altered');
    await engine.end();
  });
});
