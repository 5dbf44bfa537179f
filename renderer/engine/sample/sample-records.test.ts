import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { Day } from '../../../core/ids.ts';
import { kinds, recordKinds } from '../../../core/records/kinds.ts';
import { sampleRecords } from './sample-records.ts';

beforeAll(() => cryptoReady);

describe('the sample casework', () => {
  it('has records of every kind, some hundred and fifty, each as its schema wants it', () => {
    const { records } = sampleRecords('2026-03-31' as Day);
    expect(new Set(records.map((one) => one.kind))).toEqual(new Set(recordKinds));
    expect(records.length).toBeGreaterThan(140);
    for (const { kind, value } of records) expect(kinds[kind].schema.safeParse(value).error?.issues ?? []).toEqual([]);
  });

  it('points to nothing that is not there, and to nothing twice', () => {
    const sample = sampleRecords('2026-03-31' as Day);
    expect(sample.missing()).toEqual([]);
    expect(new Set(sample.records.map((one) => one.record)).size).toBe(sample.records.length);
  });

  it('lives on the day it is looked at: something runs out soon, something is overdue, a meeting comes', () => {
    const { records } = sampleRecords('2028-02-29' as Day);
    const text = JSON.stringify(records);
    expect(text).toContain('2028-03-04');
    expect(text).toContain('2028-03-03');
  });
});
