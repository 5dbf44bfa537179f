import { expect, test } from 'vitest';
import { ownedBy } from './owned-by.ts';

test.each([
  ['Ana Kovač', 'Ana Kovač', true],
  ['Ana Kovač', 'ANA KOVAC', true],
  ['Ana Kovač', 'Ана Ковач', true],
  ['Ana Kovač', 'Kovač Ana', true],
  ['Ana Kovač', 'Kovač, Ana', true],
  ['Ana Kovač', 'Kovač', true],
  ['Ana Kovač', 'A. Kovač', true],
  ['Ana Kovač', 'Ana Marija Kovač', true],
  ['Ana Kovač', 'Ana Kovač (USKOK)', true],
  ['Ana Kovač', 'SPAK, Ana Kovač', true],
  ['Ana Kovač', 'Marko Perić and Ana Kovač', true],
  ['Ђорђе Петровић', 'Djordje Petrovic', true],
  ['Đorđe Petrović', 'Марко и Ђорђе Петровић', true],
  ['Ana', 'Ana', true],
  ['Ana Kovač', 'Ana', false],
  ['Ana Kovač', 'Marko Kovač', false],
  ['Ana Kovač', 'M. Kovač', false],
  ['Ana Kovač', 'Ana Kovačević', false],
  ['Ana Kovač', 'Ana Perić, Kovačević', false],
  ['Ana Kovač', '', false],
  ['', '', false],
] as const)('%s does what is for “%s”: %s', (name, owner, is) => {
  expect(ownedBy(name)(owner)).toBe(is);
});
