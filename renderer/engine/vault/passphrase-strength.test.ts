import { expect, test } from 'vitest';
import { strengthOf } from './passphrase-strength.ts';

test('common and short passphrases are not accepted and come with advice', () => {
  for (const weak of ['', 'password', 'qwertz123', 'Sarajevo', '11111111']) {
    const strength = strengthOf(weak);
    expect(strength.accepted, weak).toBe(false);
    expect(strength.advice.every((key) => /^\w+$/.test(key))).toBe(true);
  }
  expect(strengthOf('qwertz').advice.length).toBeGreaterThan(0);
});

test('several unrelated words are accepted', () => {
  expect(strengthOf('seven lanterns cross the quiet Drina').accepted).toBe(true);
});

test('a very long text is measured quickly and too long a one is not accepted', () => {
  expect(strengthOf('ab1 '.repeat(5000)).accepted).toBe(false);
});
