import { expect, test } from 'vitest';
import { kinds } from '../records/kinds.ts';
import { numbersToCall } from './numbers-to-call.ts';

test('the duty phone is dialled first, then the mobile; a fax is dialled by nobody', () => {
  const { numbers } = kinds.contact.schema.parse({
    name: 'Ana Perić',
    numbers: [['a', 'office'], ['b', 'fax'], ['c', 'mobile'], ['d', 'duty'], ['e', 'office']].map(([key, type], at) => ({ key, order: `a${String(at)}`, type, number: key })),
  });
  expect(numbersToCall(numbers).map((one) => one.number)).toEqual(['d', 'c', 'a', 'e']);
  expect(numbersToCall([])).toEqual([]);
});
