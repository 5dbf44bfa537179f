import { beforeAll, expect, test } from 'vitest';
import { cryptoReady } from '../crypto/sodium.ts';
import { nameDerivation } from '../crypto/keys.ts';
import type { RecordId } from '../ids.ts';
import { kinds } from '../records/kinds.ts';
import { combinationsOfNames, markOf, newWatchSalt, watchKeyOf, watchMark } from './name-watch.ts';

const heron = 'heron' as RecordId;
const teal = 'teal' as RecordId;

beforeAll(() => cryptoReady);

test('a mark fits the schema, and holds nothing of the name', () => {
  const salt = newWatchSalt();
  const [combination = ''] = combinationsOfNames(['Petar Đorđević']);
  const mark = watchMark(combination, salt, heron);
  const { marks } = kinds.protection.schema.parse({ codeName: 'HERON', marks: [{ key: 'a', order: 'a0', ...mark }] });
  expect(marks[0]).toMatchObject({ salt, alone: false });
  expect(JSON.stringify(marks).toLowerCase()).not.toMatch(/petr|dordev/);
});

test('one name has one mark under one salt and in one record, and others elsewhere', () => {
  const [salt, other] = [newWatchSalt(), newWatchSalt()];
  const [one = ''] = combinationsOfNames(['Petar Đorđević']);
  const [spelled = ''] = combinationsOfNames(['Djordjevic Petar']);
  expect(spelled).toBe(one);
  const mark = markOf(watchKeyOf(one, salt), heron);
  expect(markOf(watchKeyOf(spelled, salt), heron)).toBe(mark);
  const elsewhere = [markOf(watchKeyOf(one, salt), teal), markOf(watchKeyOf(one, other), heron)];
  // Each is equal by chance once in a million.
  expect(elsewhere).not.toEqual([mark, mark]);
});

test('two spellings of one name are one combination, and a nickname stands alone', () => {
  expect(combinationsOfNames(['Petar Đorđević', 'Ђорђевић Петар', 'Petra Djordjevica'])).toHaveLength(1);
  const salt = newWatchSalt();
  expect(watchMark(combinationsOfNames(['Šiljo'])[0] ?? '', salt, heron).alone).toBe(true);
});

test('a guess costs memory and time: what is derived is never below what the decision says', () => {
  expect(nameDerivation).toEqual({ operations: 1, memory: 8 * 1024 * 1024 });
});

test('what is no salt is no salt', () => {
  expect(() => watchKeyOf('a b', 'AAAA')).toThrow('not a salt');
});
