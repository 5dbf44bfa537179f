import { expect, test } from 'vitest';
import { isAboutPersons } from './about-persons.ts';
import { kinds } from './kinds.ts';

test('a person, a relation and a referral are about persons whatever was ticked; a vehicle and a note are when said so', () => {
  const subject = (schema: string, aboutPersons = false) => kinds.subject.schema.parse({ name: 'x', schema, safeguards: { aboutPersons } });
  expect(isAboutPersons('subject', subject('Person'))).toBe(true);
  expect(isAboutPersons('subject', subject('Vehicle'))).toBe(false);
  expect(isAboutPersons('subject', subject('Vehicle', true))).toBe(true);
  expect(isAboutPersons('note', kinds.note.schema.parse({}))).toBe(false);
  expect(isAboutPersons('note', kinds.note.schema.parse({ safeguards: { aboutPersons: true } }))).toBe(true);
});
