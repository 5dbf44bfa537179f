import { describe, expect, it } from 'vitest';
import { aMeetingRow, aRow, aSource, country, id } from '../../test/builders/reports.ts';
import { countable } from './facts.ts';

const of = (source: Parameters<typeof aSource>[0]) => countable(aSource(source)).facts.map(({ measure, record, day, amount, project }) => [measure, record, day, amount, project]);

describe('what counts', () => {
  it('is an activity with its hours and those who took part, and nothing without a day', () => {
    const activities = [
      aRow('activity', 'a', { day: '2026-10-02', hours: 2.5, women: 3, men: 4, project: 'police-cooperation' }),
      aRow('activity', 'undated', { hours: 8 }),
    ];
    expect(of({ activities })).toEqual([
      ['activities', 'a', '2026-10-02', 1, 'police-cooperation'],
      ['hours', 'a', '2026-10-02', 2.5, 'police-cooperation'],
      ['participants', 'a', '2026-10-02', 3, 'police-cooperation'],
      ['participants', 'a', '2026-10-02', 4, 'police-cooperation'],
    ]);
  });

  it('is a meeting whose day has come and that was held, with its decisions and the actions that came of it', () => {
    const meetings = [
      aMeetingRow('held', { day: '2026-11-24' }, { decisions: 2, countries: [country('ALB'), country('SRB'), country('ALB')] }),
      aMeetingRow('to-come', { day: '2026-11-25' }),
      aMeetingRow('never-held', { day: '2026-11-01' }, { held: false }),
      aMeetingRow('circulated-only', { day: '2026-11-02', stage: 'circulated' }, { held: false }),
    ];
    const actions = [aRow('action', 'of-it', { origin: 'held' }), aRow('action', 'of-none', {}), aRow('action', 'of-what-is-to-come', { origin: 'to-come' })];
    expect(of({ meetings, actions })).toEqual([
      ['meetings', 'held', '2026-11-24', 1, null],
      ['decisions', 'held', '2026-11-24', 2, null],
      ['meetings', 'circulated-only', '2026-11-02', 1, null],
      ['actions', 'of-it', '2026-11-24', 1, null],
    ]);
    expect(countable(aSource({ meetings })).facts[0]?.values).toMatchObject({ country: ['ALB', 'SRB'], type: ['other'], month: ['2026-11'] });
  });

  it('is a request on the day it was sent and on the day of its first answer', () => {
    const requests = [
      aRow('request', 'r', { sent: '2026-03-01', answered: '2026-05-02', executed: '2026-06-01', fromCountry: 'MNE', toCountry: 'ITA', instrument: 'extradition' }),
      aRow('request', 'planned', { sent: '2026-12-01' }),
      aRow('request', 'draft', {}),
    ];
    expect(of({ requests })).toEqual([['requests-sent', 'r', '2026-03-01', 1, null], ['requests-answered', 'r', '2026-05-02', 1, null]]);
    expect(countable(aSource({ requests })).facts[0]?.values).toMatchObject({ country: ['MNE', 'ITA'], type: ['extradition'] });
  });
});

describe('under what it counts', () => {
  const groups = [aRow('jwg', 'page', { jwg: 'jwg-f', project: 'prosecutors-network', crimeAreas: ['firearms'] })];
  const cases = [aRow('case', 'own', { jwg: 'jwg-f', project: 'police-cooperation', crimeAreas: ['drugs', 'corruption'] }), aRow('case', 'bare', { jwg: 'jwg-f' })];
  const requests = [aRow('request', 'says', { sent: '2026-03-01', case: 'own', project: 'prosecutors-network' }), aRow('request', 'case-says', { sent: '2026-03-01', case: 'own' }), aRow('request', 'group-says', { sent: '2026-03-01', case: 'bare' })];

  it('is what it says itself, else its case, else the page of its group', () => {
    const { facts, cases: counted } = countable(aSource({ groups, cases, requests }));
    expect(facts.map((one) => [one.record, one.project, one.values['crime-area'], one.values.group])).toEqual([
      ['says', 'prosecutors-network', ['drugs', 'corruption'], ['jwg-f']],
      ['case-says', 'police-cooperation', ['drugs', 'corruption'], ['jwg-f']],
      ['group-says', 'prosecutors-network', ['firearms'], ['jwg-f']],
    ]);
    expect(counted.get(id('bare'))).toMatchObject({ project: 'prosecutors-network', values: { group: ['jwg-f'], 'crime-area': ['firearms'] } });
  });

  it('does not depend on the order in which pages of one group arrive', () => {
    const pages = [aRow('jwg', 'b', { jwg: 'jwg-f', project: 'police-cooperation' }), aRow('jwg', 'a', { jwg: 'jwg-f', project: 'prosecutors-network' })];
    const projectWith = (some: typeof pages) => countable(aSource({ groups: some, requests: [aRow('request', 'r', { sent: '2026-03-01', jwg: 'jwg-f' })] })).facts[0]?.project;
    expect(projectWith(pages)).toBe('prosecutors-network');
    expect(projectWith(pages.toReversed())).toBe('prosecutors-network');
  });
});
