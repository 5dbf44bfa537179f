import { expect, test } from 'vitest';
import { fitBounds } from './fit-bounds.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1000 };

test('a window opens where it was', () => {
  const was = { x: 2000, y: 40, width: 1000, height: 700 };
  expect(fitBounds(was, [left, right])).toEqual(was);
});

test('a window that was on a screen that is gone opens in the middle of the first', () => {
  expect(fitBounds({ x: 4000, y: 0, width: 1000, height: 700 }, [left])).toEqual({ width: 1280, height: 840 });
});

test('a window larger than its screen, or half outside it, is made to fit', () => {
  expect(fitBounds({ x: -300, y: -20, width: 3000, height: 2000 }, [left])).toEqual(left);
});

test('the first window of all fits a small screen', () => {
  expect(fitBounds(null, [{ x: 0, y: 0, width: 1024, height: 720 }])).toEqual({ width: 1024, height: 720 });
});
