import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32c } from './crc32c.ts';
import { readLog, writeLog } from './record-log.ts';

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const aRecord = (length: number, seed: number) => Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 7 + (at >> 8)) & 0xff);
/** Records around what a block holds, so that they are cut in every way. */
const someRecords = fc.array(fc.tuple(fc.oneof(fc.nat(200), fc.integer({ min: 32_740, max: 32_790 }), fc.nat(90_000)), fc.nat(255)), { maxLength: 6 }).map((all) => all.map(([length, seed]) => aRecord(length, seed)));

test('the checksum is the one of RFC 3720', () => {
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, at) => at))).toBe(0x46dd794e);
});

test('what was written is read', () => {
  fc.assert(
    fc.property(someRecords, (records) => {
      const bytes = writeLog(records);
      const read = readLog(bytes);
      expect(read.state).toBe('sound');
      expect(read.soundUpTo).toBe(bytes.length);
      expect(read.records.map((one) => Buffer.from(one).toString('hex'))).toEqual(records.map((one) => Buffer.from(one).toString('hex')));
    }),
    { numRuns: 40 },
  );
});

describe('a record that is only half there', () => {
  test('at the end: the log is sound up to it, wherever it was cut', () => {
    fc.assert(
      fc.property(someRecords, fc.nat(80_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (records, length, part) => {
        const before = writeLog(records);
        const whole = writeLog([...records, aRecord(length + 1, 3)]);
        const at = before.length + Math.floor((whole.length - before.length) * part);
        const read = readLog(whole.subarray(0, at));
        expect(read.records).toHaveLength(records.length);
        expect(readLog(whole.subarray(0, read.soundUpTo)).state).toBe('sound');
        expect(read.soundUpTo).toBeLessThanOrEqual(at);
        expect(read.state).toBe(at > read.soundUpTo ? 'torn-end' : 'sound');
      }),
      { numRuns: 60 },
    );
  });

  test('with more behind it, as LevelDB goes on: only that one is missing', () => {
    const [one, two, three] = [aRecord(900, 1), aRecord(18_800, 2), aRecord(12, 3)];
    const torn = writeLog([one, two]).subarray(0, 8_192);
    // LevelDB counts its blocks from the beginning of the file: the next record begins where the torn one ends.
    const behind = writeLog([new Uint8Array(8_192 - 7), three]).subarray(8_192);
    const read = readLog(joined(torn, behind));
    expect(read.state).toBe('torn-within');
    expect(read.records).toEqual([one, three]);
    expect(readLog(writeLog(read.records))).toMatchObject({ state: 'sound', records: [one, three] });
  });

  test('cut between its pieces, with a whole one behind it', () => {
    const [one, long, after] = [aRecord(100, 1), aRecord(70_000, 2), aRecord(40, 3)];
    const first = writeLog([one, long]).subarray(0, 32_768);
    const read = readLog(joined(first, writeLog([after])));
    expect(read).toMatchObject({ state: 'torn-within', records: [one, after] });
  });

  test('a tail of zeros, as a cut power line leaves it', () => {
    const one = aRecord(500, 1);
    const log = writeLog([one]);
    expect(readLog(joined(log, new Uint8Array(40_000)))).toMatchObject({ state: 'torn-end', soundUpTo: log.length, records: [one] });
  });
});
