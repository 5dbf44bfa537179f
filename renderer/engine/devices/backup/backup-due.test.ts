import { describe, expect, it } from 'vitest';
import { backupIsDue } from './backup-due.ts';

const day = 86_400_000;
const made = Date.UTC(2026, 0, 1);

describe('time for a backup', () => {
  it('leaves a new notebook in peace for a week, and an empty one for ever', () => {
    expect(backupIsDue({ last: null, made, now: made + 6 * day, records: 3 })).toBe(false);
    expect(backupIsDue({ last: null, made, now: made + 7 * day, records: 3 })).toBe(true);
    expect(backupIsDue({ last: null, made, now: made + 400 * day, records: 0 })).toBe(false);
  });

  it('comes a month after the last', () => {
    const last = made + 50 * day;
    expect(backupIsDue({ last, made, now: last + 29 * day, records: 3 })).toBe(false);
    expect(backupIsDue({ last, made, now: last + 30 * day, records: 3 })).toBe(true);
  });

  it('does not believe a backup from the future', () => {
    expect(backupIsDue({ last: made + 900 * day, made, now: made + 50 * day, records: 3 })).toBe(true);
  });
});
