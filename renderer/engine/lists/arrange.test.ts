import { describe, expect, it } from 'vitest';
import type { JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import { anEntry, aQuery, listSurroundings } from '../../../test/builders/entries.ts';
import type { Entry } from '../notebook/catalogue.ts';
import { arrange } from './arrange.ts';
import type { ListQuery } from './lists-api.ts';
import { sortKey } from './sort-key.ts';
import { SortedList } from './sorted-list.ts';

function listed(entries: readonly Entry[], query: ListQuery) {
  const around = listSurroundings(entries);
  const list = new SortedList((entry) => sortKey(entry, query.sort.by, around, query.locale), new Intl.Collator(query.locale, { numeric: true }));
  const ofKind = new Map(entries.filter((entry) => entry.kind === query.kind).map((entry) => [entry.record, entry]));
  return arrange(list.entries(ofKind, 1, false), query, around);
}

const titles = (entries: readonly Entry[]) => entries.map((entry) => entry.title);
const word = (text: string, values: Record<string, string[]> = {}) => ({ text, values });

const contacts = [
  anEntry('contact', 'a', { name: 'Ana Žarić', country: 'MNE', crimeAreas: ['drugs'] }),
  anEntry('contact', 'b', { name: 'Đorđe Đorđević', country: 'SRB', crimeAreas: ['drugs', 'firearms'], numbers: [{ key: 'k', order: 'a0', type: 'office', number: '+382 20 123-456', remark: '' }] }),
  anEntry('contact', 'c', { name: 'Ђорђе Ђорђевић', country: null, crimeAreas: [] }),
  anEntry('contact', 'd', { name: 'Blerim Çela', country: 'ALB', crimeAreas: ['firearms'] }),
  anEntry('contact', 'e', { name: 'X', country: 'ALB', crimeAreas: [] }, { binned: true }),
];

describe('the order of a list', () => {
  it('sorts persons by their last word, in every script', () => {
    expect(titles(listed(contacts, aQuery({ kind: 'contact' })).order)).toEqual(['Blerim Çela', 'Đorđe Đorđević', 'Ana Žarić', 'Ђорђе Ђорђевић']);
  });

  it('leaves rows that say nothing at the end in both directions', () => {
    const by = (descending: boolean) => listed(contacts, aQuery({ kind: 'contact', sort: { by: 'country', descending } })).order.map((entry) => entry.row['country']);
    expect(by(false)).toEqual(['ALB', 'MNE', 'SRB', null]);
    expect(by(true)).toEqual(['SRB', 'MNE', 'ALB', null]);
  });

  it('sorts and groups countries by what they are called in the language of the list', () => {
    const abroad = ['DEU', 'GRC', 'ALB', 'AUT'].map((country) => anEntry('contact', country, { name: country, country }));
    const inLanguage = (locale: string) => titles(listed(abroad, aQuery({ kind: 'contact', locale, sort: { by: 'country', descending: false } })).order);
    expect(inLanguage('en-GB')).toEqual(['ALB', 'AUT', 'DEU', 'GRC']);
    expect(inLanguage('fr-FR')).toEqual(['ALB', 'DEU', 'AUT', 'GRC']);
    const groups = (locale: string) => listed(abroad, aQuery({ kind: 'contact', locale, group: { by: 'country', as: 'value' } })).groups.map((group) => group.value);
    expect(groups('fr-FR')).toEqual(['ALB', 'DEU', 'AUT', 'GRC']);
  });

  it('sorts with accents as the language does', () => {
    const words = ['élan', 'zèbre', 'elas', 'elan', 'École'].map((title) => anEntry('case', title, { title }));
    expect(titles(listed(words, aQuery({ kind: 'case', locale: 'fr-FR' })).order)).toEqual(['École', 'elan', 'élan', 'elas', 'zèbre']);
  });

  it('sorts choices as their schema has them, numbers in names as numbers, links by their title', () => {
    const cases = [
      anEntry('case', 'one', { title: 'Route 10', phase: 'trial' }),
      anEntry('case', 'two', { title: 'Route 9', phase: 'investigation' }),
      anEntry('action', 'x', { text: 'x', case: 'one' }),
      anEntry('action', 'y', { text: 'y', case: 'two' }),
    ];
    expect(titles(listed(cases, aQuery({ kind: 'case' })).order)).toEqual(['Route 9', 'Route 10']);
    expect(titles(listed(cases, aQuery({ kind: 'case', sort: { by: 'phase', descending: false } })).order)).toEqual(['Route 9', 'Route 10']);
    expect(titles(listed(cases, aQuery({ kind: 'action', sort: { by: 'case', descending: false } })).order)).toEqual(['y', 'x']);
  });
});

describe('what a list keeps to', () => {
  it('leaves out persons whose review is overdue, and shows them alone where they are asked for', () => {
    const subjects = [
      anEntry('subject', 'over', { name: 'Over', reviewBy: '2020-01-01' }),
      anEntry('subject', 'held', { name: 'Held', reviewBy: '2020-01-01', hold: { ground: 'Court order', on: '2020-01-01' } }),
      anEntry('subject', 'due', { name: 'Due', reviewBy: '2099-01-01' }),
    ];
    expect(titles(listed(subjects, aQuery({ kind: 'subject' })).order)).toEqual(['Due', 'Held']);
    expect(titles(listed(subjects, aQuery({ kind: 'subject', filter: { restricted: true } })).order)).toEqual(['Over']);
  });

  it('finds one name in every spelling and script', () => {
    for (const typed of ['djordjevic', 'Đorđević', 'ЂОРЂЕВИЋ']) {
      expect(titles(listed(contacts, aQuery({ kind: 'contact', words: [word(typed)] })).order)).toEqual(['Đorđe Đorđević', 'Ђорђе Ђорђевић']);
    }
  });

  it('finds a number however it is parted, and a value by its word', () => {
    expect(listed(contacts, aQuery({ kind: 'contact', words: [word('38220123456')] })).order.map((entry) => entry.record)).toEqual(['b']);
    expect(listed(contacts, aQuery({ kind: 'contact', words: [word('monten', { country: ['MNE'] })] })).order.map((entry) => entry.record)).toEqual(['a']);
  });

  it('finds a row by what it points to', () => {
    const rows = [anEntry('case', 'one', { title: 'Bar–Bari' }), anEntry('action', 'x', { text: 'Call', case: 'one' })];
    expect(listed(rows, aQuery({ kind: 'action', words: [word('bari')] })).total).toBe(1);
  });

  it('shows the bin by itself', () => {
    expect(titles(listed(contacts, aQuery({ kind: 'contact', filter: { binned: true } })).order)).toEqual(['X']);
  });

  it('keeps to links, cases and groups', () => {
    const rows = [anEntry('action', 'x', { text: 'x', case: 'one', jwg: 'g' }), anEntry('action', 'y', { text: 'y', case: 'two', jwg: 'g' })];
    expect(listed(rows, aQuery({ kind: 'action', filter: { case: 'one' as RecordId } })).total).toBe(1);
    expect(listed(rows, aQuery({ kind: 'action', filter: { jwg: 'g' as JwgId } })).total).toBe(2);
    expect(listed(rows, aQuery({ kind: 'action', filter: { link: 'two' as RecordId } })).total).toBe(1);
  });
});

describe('values counted', () => {
  it('counts each field among the rows that fit everything else', () => {
    const answer = listed(contacts, aQuery({ kind: 'contact', facets: ['country', 'crimeAreas'], only: { country: ['ALB', 'SRB'] } }));
    expect(answer.total).toBe(2);
    expect(answer.facets['country']).toEqual([{ value: '', count: 1 }, { value: 'ALB', count: 1 }, { value: 'MNE', count: 1 }, { value: 'SRB', count: 1 }]);
    expect(answer.facets['crimeAreas']).toEqual([{ value: 'firearms', count: 2 }, { value: 'drugs', count: 1 }]);
  });

  it('names every level among the rows', () => {
    const rows = [anEntry('case', 'a', { title: 'a' }), anEntry('case', 'b', { title: 'b' }, { level: 'SENSITIVE' as MarkingId })];
    expect(listed(rows, aQuery({ kind: 'case' })).levels.toSorted()).toEqual(['SENSITIVE', 'UNCLASSIFIED']);
  });
});

describe('groups', () => {
  const actions = [
    anEntry('action', 'a', { text: 'a', due: '2026-11-20', status: 'open' }),
    anEntry('action', 'b', { text: 'b', due: '2026-12-02', status: 'open' }),
    anEntry('action', 'c', { text: 'c', due: '2026-12-03', status: 'open' }),
    anEntry('action', 'd', { text: 'd', due: null, status: 'open' }),
    anEntry('action', 'e', { text: 'e', due: '2026-11-01', status: 'done' }),
  ];

  it('are by how near a day is, what is closed at the end', () => {
    const { groups, order } = listed(actions, aQuery({ kind: 'action', sort: { by: 'due', descending: false }, group: { by: 'due', as: 'near', closed: { field: 'status', values: ['done', 'dropped'] } } }));
    expect(groups).toEqual([
      { value: 'overdue', from: 0, count: 1 }, { value: 'soon', from: 1, count: 1 }, { value: 'later', from: 2, count: 1 }, { value: '', from: 3, count: 1 }, { value: 'closed', from: 4, count: 1 },
    ]);
    expect(titles(order)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('stand in the order of their values, nothing last', () => {
    const values = (descending: boolean) => listed(contacts, aQuery({ kind: 'contact', group: { by: 'country', as: 'value', descending } })).groups.map((group) => group.value);
    expect(values(false)).toEqual(['ALB', 'MNE', 'SRB', '']);
    expect(values(true)).toEqual(['SRB', 'MNE', 'ALB', '']);
  });

  it('are what comes, the soonest first, and what was, the latest first', () => {
    const meetings = ['2026-11-20', '2026-12-01', '2026-11-24', '2026-11-25'].map((day) => anEntry('meeting', day, { title: day, day }));
    const twice = [...meetings, anEntry('meeting', 'early', { title: 'early', day: '2026-12-01', start: '09:00' })];
    const { groups, order } = listed(twice, aQuery({ kind: 'meeting', sort: { by: 'day', descending: false }, group: { by: 'day', as: 'coming' } }));
    expect(groups).toEqual([{ value: 'upcoming', from: 0, count: 3 }, { value: 'past', from: 3, count: 2 }]);
    expect(titles(order)).toEqual(['2026-11-25', '2026-12-01', 'early', '2026-11-24', '2026-11-20']);
  });

  it('are by month', () => {
    expect(listed(actions, aQuery({ kind: 'action', group: { by: 'due', as: 'month', descending: true } })).groups.map((group) => group.value)).toEqual(['2026-12', '2026-11', '']);
  });
});

describe('a list that is kept', () => {
  it('puts what was written since in its place, and drops what was', () => {
    const around = listSurroundings();
    const list = new SortedList((entry) => sortKey(entry, 'title', around, 'en'), new Intl.Collator('en'));
    const entries = new Map(['m', 'c', 'x'].map((name) => [name, anEntry('case', name, { title: name })]));
    const shown = (revision: number) => titles(list.entries(entries, revision, false).ascending);
    expect(shown(1)).toEqual(['c', 'm', 'x']);
    entries.set('m', anEntry('case', 'm', { title: 'z' }));
    entries.set('b', anEntry('case', 'b', { title: 'b' }));
    entries.set('d', anEntry('case', 'd', { title: 'd' }));
    expect(shown(2)).toEqual(['b', 'c', 'd', 'x', 'z']);
    entries.delete('c');
    expect(shown(3)).toEqual(['b', 'd', 'x', 'z']);
  });
});
