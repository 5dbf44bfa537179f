import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day, MarkingId, PersonId, RecordId } from '../../../../core/ids.ts';
import type { Entry } from '../catalogue.ts';
import { chooseForToday, todayLists } from '../today.ts';
import { frontOf, todayFromFront } from './front.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const days = ['2026-11-20', '2026-11-24', '2026-11-26', '2026-12-01', '2027-01-01'];
const [, today = ''] = days;

const on = (day: string) => ({ today: day as Day, me: 'ana' as PersonId });

/** Entries as they may be, crowded, so that lists are cut off. */
const someEntry: fc.Arbitrary<Omit<Entry, 'record'>> = fc.record({
  kind: fc.constantFrom('action', 'action', 'meeting', 'proceedings', 'request', 'subject', 'note' as const),
  level: fc.constant('SENSITIVE' as MarkingId),
  title: fc.constant(''),
  row: fc.record({
    status: fc.constantFrom('open', 'open', 'open', 'done', 'sent', 'executed'),
    reviewBy: fc.constantFrom(null, ...days),
    clocks: fc.constantFrom([], ...days.map((ends) => [{ key: 'k', order: 'a0', state: 'running', ends }])),
    due: fc.constantFrom(null, ...days),
    day: fc.constantFrom(null, ...days),
    start: fc.constantFrom(null, '09:00', '14:00'),
    draftedFor: fc.constantFrom(null, 'ana', 'ben', 'ben'),
  }),
  changed: fc.integer({ min: noon - 1000, max: noon }),
  changedBy: fc.constant('ana' as PersonId),
  standing: fc.constantFrom('open', 'open', 'open', 'approval-conflict' as const),
  conflicts: fc.constantFrom(0, 0, 1),
  version: fc.constant(1),
  binned: fc.constantFrom(false, false, false, false, true),
  gone: fc.constantFrom(null, null, null, null, 'erased' as const, 'raised' as const),
});

function numbered(entries: readonly Omit<Entry, 'record'>[], from = 0): readonly Entry[] {
  return entries.map((entry, index) => ({ ...entry, record: `record-${index + from}` as RecordId }));
}

function wholeToday(entries: Iterable<Entry>, day: string): Readonly<Record<string, readonly Entry[]>> {
  const chosen = chooseForToday(entries, on(day));
  return Object.fromEntries(todayLists.map((name) => [name, chosen[name].items]));
}

describe("Today from the snapshot's front", () => {
  test('is what it would be from everything, or is not told', () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.array(someEntry, { maxLength: 500, minLength: 150, size: 'max' }),
        fc.array(fc.tuple(fc.nat(), someEntry), { maxLength: 60 }),
        fc.array(someEntry, { maxLength: 5 }),
        fc.constantFrom(...days),
        (before, edits, added, day) => {
          const entries = numbered(before);
          const front = frontOf(entries, on(today));
          const now = new Map(entries.map((entry) => [entry.record, entry]));
          const since = [
            ...edits.map(([which, entry]) => ({ ...entry, record: `record-${which % before.length}` as RecordId })),
            ...numbered(added, before.length),
          ];
          for (const entry of since) now.set(entry.record, entry);
          const known = new Map([...front.entries, ...since].map((entry) => [entry.record, entry]));
          const early = todayFromFront(front, known.values(), on(day));
          if (early === null) return;
          told += 1;
          expect(early).toEqual(wholeToday(now.values(), day));
        },
      ),
    );
    expect(told).toBeGreaterThan(0);
  });

  test('is told right after the snapshot, however much there is', () => {
    fc.assert(
      fc.property(fc.array(someEntry, { maxLength: 400, size: 'max' }), (before) => {
        const entries = numbered(before);
        const front = frontOf(entries, on(today));
        expect(todayFromFront(front, front.entries, on(today))).toEqual(wholeToday(entries, today));
      }),
      { numRuns: 30 },
    );
  });

  test('is not told for a day before it', () => {
    const front = frontOf([], on(today));
    expect(todayFromFront(front, [], on('2026-11-23'))).toBeNull();
  });
});
