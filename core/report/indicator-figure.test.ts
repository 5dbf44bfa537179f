import { describe, expect, it } from 'vitest';
import { aRow, aSource, anIndicator, country, day, group, id } from '../../test/builders/reports.ts';
import { countable } from './facts.ts';
import { freezeRefusal, inOrder, questionOf, reportedFigures, withoutProject, type FrozenReport } from './frozen.ts';
import { figureOf, progressOf } from './indicator-figure.ts';
import { spanOf, type Span } from './span.ts';

const span = (name: string) => spanOf(name) as Span;
const activity = (record: string, value: Readonly<Record<string, unknown>>) => aRow('activity', record, { project: 'prosecutors-network', day: '2026-08-01', ...value });

function figure(value: Readonly<Record<string, unknown>>, activities: readonly ReturnType<typeof activity>[], period = '2026-Q3', reports: readonly FrozenReport[] = []) {
  return figureOf(questionOf(anIndicator('one', value), span(period)), countable(aSource({ activities })), reportedFigures(reports));
}

describe('the figure of an indicator', () => {
  const work = [
    activity('training', { type: 'training', hours: 6, country: country('SRB'), crimeAreas: ['firearms'], jwg: group('jwg-f'), women: 9, men: 14 }),
    activity('advice', { type: 'advice-on-case', hours: 2.5, country: country('ALB'), crimeAreas: ['drugs'] }),
    activity('theirs', { type: 'training', project: 'police-cooperation' }),
    activity('before', { type: 'training', day: '2026-06-30', hours: 1 }),
  ];

  it.each([
    [{ measure: 'activities' }, 2],
    [{ measure: 'hours' }, 8.5],
    [{ measure: 'participants' }, 23],
    [{ measure: 'activities', types: ['training'] }, 1],
    [{ measure: 'hours', countries: ['ALB', 'MNE'] }, 2.5],
    [{ measure: 'activities', crimeAreas: ['firearms'] }, 1],
    [{ measure: 'activities', ofGroup: 'jwg-f' }, 1],
    [{ measure: 'activities', project: 'police-cooperation' }, 1],
    [{ measure: 'meetings' }, 0],
  ])('%j is %d', (rule, value) => {
    expect(figure(rule, work).value).toBe(value);
  });

  it('counts nothing while it says no project', () => {
    expect(figure({ project: null }, work)).toMatchObject({ value: null, soFar: null, facts: [] });
  });

  it('goes on from the baseline and its day', () => {
    expect(figure({ baseline: 10, target: 20 }, work).soFar).toBe(13);
    expect(figure({ baseline: 10, target: 20, baselineOn: '2026-07-01' }, work).soFar).toBe(12);
    expect(progressOf({ baseline: 10, target: 20 }, 13)).toBeCloseTo(0.3);
    expect(progressOf({ baseline: 40, target: 20 }, 30)).toBeCloseTo(0.5);
    expect(progressOf({ baseline: null, target: null }, 3)).toBeNull();
    expect(progressOf({ baseline: 5, target: 5 }, 5)).toBeNull();
  });

  it('read by hand is the last reading of the period, with its source', () => {
    const readings = [['2026-05-01', 40, 'Survey 1'], ['2026-08-01', 55, 'Survey 2'], ['2026-07-15', 50, 'Draft'], ['2026-12-01', 70, 'Survey 3']].map(([on, reading, source], at) => ({ key: `k${String(at)}`, order: `a${String(at)}`, on, reading, source }));
    expect(figure({ measure: 'by-hand', readings }, [])).toMatchObject({ value: 55, soFar: 55, source: 'Survey 2' });
    expect(figure({ measure: 'by-hand', readings }, [], '2026-Q4')).toMatchObject({ value: 70, soFar: 70 });
    expect(figure({ measure: 'by-hand', readings: readings.slice(0, 1) }, [])).toMatchObject({ value: null, soFar: 40, source: '' });
  });
});

describe('what was reported before', () => {
  const report = (project: FrozenReport['project'], period: string, indicator: string, ...records: string[]): FrozenReport => ({ record: id('report'), project, span: span(period), figures: [{ indicator: id(indicator), counted: records.map((record) => ({ record: id(record), amount: 1 })) }] });
  const work = [activity('a', {}), activity('b', {})];

  it('for the other project is not counted for this one, whatever indicator it was', () => {
    const { value, soFar, leftOut } = figure({}, work, '2026-Q3', [report('police-cooperation', '2026-Q3', 'another', 'a')]);
    expect([value, soFar, leftOut.map((one) => one.record)]).toEqual([1, 1, ['a']]);
  });

  it('in an earlier period is not reported again when its day was moved, and still counts towards the target', () => {
    const { value, soFar, leftOut } = figure({}, work, '2026-Q3', [report('prosecutors-network', '2026-Q2', 'one', 'a')]);
    expect([value, soFar, leftOut.map((one) => one.record)]).toEqual([1, 2, ['a']]);
  });

  it('in a quarter is in the report of its year, and another indicator may count it too', () => {
    expect(figure({}, work, '2026', [report('prosecutors-network', '2026-Q3', 'one', 'a')]).value).toBe(2);
    expect(figure({}, work, '2026-Q3', [report('prosecutors-network', '2026-Q2', 'another', 'a')]).value).toBe(2);
  });
});

describe('freezing', () => {
  const frozen: FrozenReport = { record: id('r'), project: 'prosecutors-network', span: span('2026-Q2'), figures: [] };
  it.each([
    ['prosecutors-network', '2026-Q3', null],
    ['prosecutors-network', '2026-Q2', 'period-frozen'],
    ['prosecutors-network', '2026-06-15_2026-07-15', 'period-crosses'],
    ['prosecutors-network', '2026-04', null],
    ['prosecutors-network', '2026-01-01_2026-06-30', null],
    ['police-cooperation', '2026-Q2', null],
    ['prosecutors-network', '2026-Q4', 'period-not-over'],
  ] as const)('%s %s: %s', (project, period, why) => {
    expect(freezeRefusal(project, span(period), [frozen], day('2026-11-24'))).toBe(why);
  });

  it('puts indicators as a logframe is read', () => {
    const all = [anIndicator('c', { resultLevel: 'output', code: '1.10' }), anIndicator('d', { resultLevel: 'output', code: '1.9' }), anIndicator('a', { resultLevel: 'impact', code: '9' }), anIndicator('b', { resultLevel: 'outcome' })];
    expect(inOrder(all).map((one) => one.record)).toEqual(['a', 'b', 'd', 'c']);
  });

  it('can say what counts for neither project', () => {
    const activities = [activity('x', { project: null }), activity('y', {}), activity('z', { project: null, day: '2026-01-01' })];
    expect(withoutProject(countable(aSource({ activities })), span('2026-Q3')).map((one) => one.record)).toEqual(['x']);
  });
});
