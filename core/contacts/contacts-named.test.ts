import { expect, test } from 'vitest';
import { kinds, type RecordInput } from '../records/kinds.ts';
import { contactsNamed } from './contacts-named.ts';

const item = (key: string) => ({ key, order: key });

test('a request names who handles it and who helps, with or without a page of their own', () => {
  const request: RecordInput<'request'> = { title: 'MLA', handledBy: 'Ana', handler: 'ana', facilitators: [{ ...item('a1'), name: 'National desk' }, { ...item('a2'), contact: 'desk' }, item('a3')] };
  expect(contactsNamed('request', kinds.request.schema.parse(request))).toEqual([
    { as: 'handler', contact: 'ana', name: 'Ana' }, { as: 'facilitator', contact: null, name: 'National desk' }, { as: 'facilitator', contact: 'desk', name: '' },
  ]);
});

test('proceedings name the prosecutor and who can stop a clock; a case whom it is linked to, its team and its lead', () => {
  const proceedings = kinds.proceedings.schema.parse({ prosecutor: 'Jelena', clocks: [{ ...item('a1'), who: 'Momčilo', contact: 'momcilo' }, item('a2')] });
  expect(contactsNamed('proceedings', proceedings).map(({ as, contact, name }) => [as, contact, name])).toEqual([['prosecutor', null, 'Jelena'], ['clock', 'momcilo', 'Momčilo']]);
  const one = kinds.case.schema.parse({ title: 'x', contacts: ['c1'], lead: 'Amra', team: [{ ...item('a1'), name: 'Besnik', contact: 'besnik' }] });
  expect(contactsNamed('case', one).map(({ as, contact, name }) => [as, contact, name])).toEqual([['linked', 'c1', ''], ['team', 'besnik', 'Besnik'], ['team', null, 'Amra']]);
});

test('a note names nobody among the contacts', () => {
  expect(contactsNamed('note', kinds.note.schema.parse({ title: 'Ana' }))).toEqual([]);
});
