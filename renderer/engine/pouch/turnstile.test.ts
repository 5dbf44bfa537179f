import { expect, test } from 'vitest';
import { Turnstile } from './turnstile.ts';

/** Works that end when they are told to, and what is under way. */
function works(turnstile: Turnstile) {
  const underWay: string[] = [];
  const ends = new Map<string, () => void>();
  const begin = (name: string, weight: number) =>
    turnstile.pass(weight, async () => {
      underWay.push(name);
      await new Promise<void>((end) => ends.set(name, end));
      underWay.splice(underWay.indexOf(name), 1);
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { underWay, begin, end };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('no more than the width are under way, and they begin in their order', async () => {
  const { underWay, begin, end } = works(new Turnstile(2));
  void begin('a', 1);
  void begin('b', 1);
  void begin('c', 1);
  await settled();
  expect(underWay).toEqual(['a', 'b']);
  await end('a');
  expect(underWay).toEqual(['b', 'c']);
});

test('what weighs the whole width goes alone, and nothing overtakes it', async () => {
  const { underWay, begin, end } = works(new Turnstile(3));
  void begin('small', 1);
  void begin('large', 9);
  void begin('late', 1);
  await settled();
  expect(underWay).toEqual(['small']);
  await end('small');
  expect(underWay).toEqual(['large']);
  await end('large');
  expect(underWay).toEqual(['late']);
});

test('a work that fails makes room like any other', async () => {
  const turnstile = new Turnstile(1);
  await expect(turnstile.pass(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turnstile.pass(1, async () => 'next')).toBe('next');
});
