import { expect, test } from 'vitest';
import { derivationFloor } from '../../../core/crypto/keys.ts';
import { calibrationFrom } from './calibration.ts';

test('a quick machine makes more passes, about a second of them', () => {
  const { parameters, time } = calibrationFrom(150);
  expect(parameters.operations).toBe(20);
  expect(time).toBe(1000);
});

test('a slow machine stays at the floor', () => {
  expect(calibrationFrom(9000).parameters).toEqual(derivationFloor);
});

test('a clock that stands still does not ask for endless passes', () => {
  expect(calibrationFrom(0).parameters.operations).toBeLessThanOrEqual(40);
});
