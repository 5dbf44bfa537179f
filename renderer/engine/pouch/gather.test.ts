import { describe, expect, test } from 'vitest';
import type { JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { FieldState, RecordState } from '../../../core/ledger/state.ts';
import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import { aChannel, aCompartment, aPerson, level, now, someSafeguards } from '../../../test/builders/clearance.ts';
import { anEdit } from '../../../test/builders/changes.ts';
import type { LedgerStore, UnsentRecord } from '../pouch-seam/pouch-ground.ts';
import type { ClosedRecord } from './closure.ts';
import { gatherUnsent, sortUnsent, type Circumstances } from './gather.ts';
import type { Place } from './places.ts';
import { pouchRows } from './preview.ts';

const group = 'jwg-1' as JwgId;

function anUnsent(given: Partial<UnsentRecord> = {}): UnsentRecord {
  return {
    record: 'record-1' as RecordId,
    kind: 'note',
    title: 'A note',
    jwg: group,
    level: 'SENSITIVE' as MarkingId,
    safeguards: someSafeguards(),
    changes: [anEdit({ title: 'A note' })],
    ...given,
  };
}

const aClosed = (given: Partial<UnsentRecord> = {}): ClosedRecord => ({ ...anUnsent(given), historyElsewhere: false });

/** A ledger whose records are these, with the fields that name their group. */
function aLedger(unsent: readonly UnsentRecord[], fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {}): LedgerStore {
  const state = (record: RecordId): Pick<RecordState, 'fields'> | null => {
    const shown = fields[record];
    if (shown === undefined) return null;
    return { fields: new Map(Object.entries(shown).map(([field, value]) => [field, { shown: { value } } as FieldState])) };
  };
  return { unsent: async () => unsent, state: async (record: RecordId) => state(record) as RecordState | null } as LedgerStore;
}

function aPlace(marking: string): Place {
  const facts = aCompartment({ jwg: group, marking: level(marking), fourEyes: false, includesThirdCountries: false });
  return { facts, jwg: group, marking: marking as MarkingId, database: 'cabinet', files: null, keys: [], current: null };
}

const circumstances = (given: Partial<Circumstances> = {}): Circumstances => ({
  channel: aChannel(),
  person: aPerson(),
  places: [aPlace('SENSITIVE'), aPlace('R-UE')],
  scheme: defaultScheme,
  now,
  release: () => null,
  ...given,
});

describe('the group of a record', () => {
  const groupOf = async (fields: Parameters<typeof aLedger>[1]) => (await gatherUnsent(aLedger([anUnsent({ jwg: null })], fields)))[0]?.jwg;

  test('is its own, or its case’s, or that of what it came from', async () => {
    expect(await groupOf({ 'record-1': { case: 'a-case' }, 'a-case': { jwg: group } })).toBe(group);
    expect(await groupOf({ 'record-1': { origin: 'a-meeting' }, 'a-meeting': { case: 'a-case' }, 'a-case': { jwg: group } })).toBe(group);
    expect(await groupOf({ 'record-1': { case: 'not here' } })).toBeNull();
  });

  test('two records that name each other have none', async () => {
    expect(await groupOf({ 'record-1': { case: 'other' }, other: { origin: 'record-1' } })).toBeNull();
  });

  test('records without unsent changes are not asked about', async () => {
    expect(await gatherUnsent(aLedger([anUnsent({ changes: [] })]))).toEqual([]);
  });
});

describe('sorting', () => {
  test('a record goes to the compartment of its group at its own level', () => {
    const { goes } = sortUnsent([aClosed({ level: 'R-UE' as MarkingId })], circumstances());
    expect(goes.map((one) => one.place.marking)).toEqual(['R-UE']);
    expect(goes[0]?.cleared).toMatchObject({ record: 'record-1', level: 'R-UE' });
  });

  test('what the policy holds stays with every reason', () => {
    const { goes, stays } = sortUnsent([aClosed()], circumstances({ channel: aChannel({ accreditation: null }), person: aPerson({ memberOf: [] }) }));
    expect(goes).toEqual([]);
    expect(stays[0]?.reasons.map((reason) => reason.code)).toEqual(['above-channel', 'not-in-group']);
  });

  test('without a compartment for its group and level it stays', () => {
    const { stays } = sortUnsent([aClosed({ jwg: 'jwg-2' as JwgId })], circumstances());
    expect(stays[0]?.reasons.map((reason) => reason.code)).toContain('no-group');
  });

  test('rows show what a person knows: title, level, how many changes', () => {
    const sorted = sortUnsent([aClosed(), aClosed({ record: 'record-2' as RecordId, jwg: null })], circumstances());
    const rows = pouchRows(sorted, null);
    expect(rows.goes).toEqual([{ record: 'record-1', kind: 'note', title: 'A note', level: 'SENSITIVE', jwg: null, changes: 1 }]);
    expect(rows.stays.map((one) => one.record)).toEqual(['record-2']);
  });
});
