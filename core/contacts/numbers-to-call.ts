import type { RecordValue } from '../records/kinds.ts';

type Numbers = RecordValue<'contact'>['numbers'];

/** The number that somebody answers at night first; a fax calls nobody. */
const usefulness: Readonly<Record<Numbers[number]['type'], number>> = { duty: 0, mobile: 1, office: 2, secure: 3, other: 4, home: 5, fax: 6 };

/** A contact's numbers in the order in which one would dial them; of one sort as they are written. */
export function numbersToCall(numbers: Numbers): Numbers {
  return numbers.filter((one) => one.type !== 'fax').toSorted((one, other) => usefulness[one.type] - usefulness[other.type]);
}
