import { expect, test } from 'vitest';
import { pooledRandom } from './random-pool.ts';

test('nothing is handed out twice, over many fillings of the pool', () => {
  const seen = new Set(Array.from({ length: 2_000 }, () => pooledRandom(24).join()));
  expect(seen.size).toBe(2_000);
});

test('every length is filled to its end', () => {
  for (const count of [1, 16, 24, 2_048, 2_049, 8_192, 70_000, 200_000]) {
    const bytes = pooledRandom(count);
    expect(bytes).toHaveLength(count);
    // The chance that the last 16 are all zero is 2^-128.
    if (count >= 16) expect(bytes.subarray(-16).some((byte) => byte !== 0)).toBe(true);
  }
});

test('bytes look random: each bit is set about half the time', () => {
  const bytes = pooledRandom(1_500).reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  expect(bytes).toBeGreaterThan(1_500 * 8 * 0.45);
  expect(bytes).toBeLessThan(1_500 * 8 * 0.55);
});
