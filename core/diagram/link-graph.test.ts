import { expect, test } from 'vitest';
import type { MarkingId, RecordId } from '../ids.ts';
import { graphOf, type GraphSource, type RelationRow, type SubjectRow } from './link-graph.ts';

const id = (text: string) => text as RecordId;
const level = 'SENSITIVE' as MarkingId;
const subject = (name: string, value: SubjectRow['value'] = {}): SubjectRow => ({ record: id(name), level, title: name, value: { schema: 'Person', ...value } });
const port = id('port');
const relation = (from: string, to: string, value: RelationRow['value'] = {}): RelationRow => ({ record: id(`${from}-${to}`), level, title: '', value: { from: id(from), to: id(to), ...value } });
const ids = (...names: readonly string[]) => new Set(names.map(id));

function aSource(source: Partial<GraphSource>): GraphSource {
  return {
    own: [subject('djole', { case: port }), subject('van', { schema: 'Vehicle', case: id('money'), otherCases: [port] })],
    cases: ids('port'),
    others: [subject('arben'), subject('ilir'), subject('buna', { schema: 'Company' })],
    relations: [relation('djole', 'van', { label: 'drives', nature: 'fact' }), relation('djole', 'arben'), relation('arben', 'ilir'), relation('ilir', 'buna'), relation('arben', 'buna')],
    expanded: ids(),
    hidden: ids(),
    ...source,
  };
}

const shown = (source: Partial<GraphSource>) => graphOf(aSource(source)).subjects.map((one) => one.record);

test('shows its own subjects and the relations between them, and says what leads out of it', () => {
  const graph = graphOf(aSource({}));
  expect(graph.subjects).toMatchObject([{ record: 'djole', outside: false, leadsTo: 1 }, { record: 'van', schema: 'Vehicle', category: null, leadsTo: 0 }]);
  expect(graph.relations).toMatchObject([{ record: 'djole-van', label: 'drives', nature: 'fact', type: 'UnknownLink', since: null }]);
});

test('an expanded subject brings those at the other ends, marked as outside, and what they have with one another', () => {
  const graph = graphOf(aSource({ expanded: ids('djole', 'arben') }));
  expect(graph.subjects.map(({ record, outside, leadsTo }) => [record, outside, leadsTo])).toEqual([
    ['djole', false, 0], ['van', false, 0], ['arben', true, 0], ['ilir', true, 0], ['buna', true, 0],
  ]);
  expect(graph.relations).toHaveLength(5);
});

test('where it is of no case, nothing is outside', () => {
  const { subjects } = graphOf(aSource({ cases: ids(), expanded: ids('djole') }));
  expect(subjects.map((one) => one.outside)).toEqual([false, false, false]);
});

test('what was expanded beyond a subject that is folded or hidden goes with it', () => {
  expect(shown({ expanded: ids('arben') })).toEqual(['djole', 'van']);
  expect(shown({ expanded: ids('djole', 'arben'), hidden: ids('arben') })).toEqual(['djole', 'van']);
});

test('what is hidden is neither shown nor counted as leading out', () => {
  const graph = graphOf(aSource({ hidden: ids('van', 'arben') }));
  expect(graph.subjects).toMatchObject([{ record: 'djole', leadsTo: 0 }]);
  expect(graph.relations).toEqual([]);
});

test('a relation to a subject that may not be shown is neither drawn nor counted', () => {
  const graph = graphOf(aSource({ others: [], expanded: ids('djole') }));
  expect(graph.subjects).toMatchObject([{ record: 'djole', leadsTo: 0 }, { record: 'van' }]);
  expect(graph.relations.map((one) => one.record)).toEqual(['djole-van']);
});

test('two relations with one subject lead to one; one with itself leads nowhere', () => {
  const graph = graphOf(aSource({ relations: [relation('djole', 'arben'), { ...relation('arben', 'djole'), record: id('again') }, relation('djole', 'djole')] }));
  expect(graph.subjects[0]?.leadsTo).toBe(1);
  expect(graph.relations.map((one) => one.record)).toEqual(['djole-djole']);
});

test('a person has the category in force', () => {
  const categories = [{ key: 'k', order: 'a0', category: 'suspect', ground: '', on: '2026-01-01', by: '' }] as unknown as SubjectRow['value']['categories'];
  const person = subject('djole', categories === undefined ? {} : { categories });
  expect(graphOf(aSource({ own: [person] })).subjects[0]?.category).toBe('suspect');
});
