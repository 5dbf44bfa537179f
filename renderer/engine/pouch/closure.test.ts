import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { ChangeHash, CompartmentId, DeviceId, JwgId, LetterHash, MarkingId, ParcelId, PersonId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { historyOf } from '../../../core/ledger/history.ts';
import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import { aRecord, anEdit } from '../../../test/builders/changes.ts';
import { aCompartment, level, someSafeguards } from '../../../test/builders/clearance.ts';
import type { LedgerStore, LetterRecord, LetterStore, UnsentRecord } from '../pouch-seam/pouch-ground.ts';
import { closeUnderParents, type ClosedRecord } from './closure.ts';
import { createLetterBook } from './letter-book.ts';
import type { Place } from './places.ts';

beforeAll(() => cryptoReady);

const [here, elsewhere] = ['jwg-1' as JwgId, 'jwg-2' as JwgId];
const [low, high, other] = ['low', 'high', 'other'] as [string, string, string];
const [me, mine, theirs] = ['person-of-mine' as PersonId, 'mine', 'theirs'];

let letters: LetterRecord[];
beforeEach(() => {
  letters = [];
});

const sent = (compartment: string, ...changes: readonly Change[]) =>
  void letters.push({
    compartment: compartment as CompartmentId,
    device: 'mine' as DeviceId,
    number: letters.length + 1,
    hash: `${letters.length}` as LetterHash,
    previous: null,
    seen: {},
    record: aRecord,
    changes: changes.map((one) => one.hash),
    parcel: 'p' as ParcelId,
  });

function aPlace(compartment: string, jwg: JwgId): Place {
  const facts = aCompartment({ compartment: compartment as CompartmentId, jwg, marking: level('SENSITIVE') });
  return { facts, jwg, marking: 'SENSITIVE' as MarkingId, database: compartment, files: null, keys: [], current: null };
}

async function close(history: readonly Change[], unsent: readonly Change[]): Promise<ClosedRecord | undefined> {
  const record: UnsentRecord = { record: aRecord, kind: 'note', title: '', jwg: here, level: 'SENSITIVE' as MarkingId, safeguards: someSafeguards(), changes: unsent };
  const store: Pick<LetterStore, 'ofCompartment'> = { ofCompartment: async (id) => letters.filter((one) => one.compartment === id) };
  const ledger: Pick<LedgerStore, 'history'> = { history: async () => historyOf(history) };
  const [closed] = await closeUnderParents([record], {
    ledger: ledger as LedgerStore,
    book: createLetterBook(store as LetterStore, 'mine' as DeviceId),
    places: [aPlace(low, here), aPlace(high, here), aPlace(other, elsewhere)],
    person: me,
    scheme: defaultScheme,
  });
  return closed;
}

const hashes = (closed: ClosedRecord | undefined): readonly ChangeHash[] => closed?.changes.map((one) => one.hash) ?? [];

describe('what goes is closed under its parents', () => {
  const first = anEdit({ title: 'One' }, { device: mine });
  const second = anEdit({ title: 'Two' }, { device: mine, parents: [first], minute: 1 });
  const others = anEdit({ title: 'Theirs' }, { device: theirs, parents: [first], minute: 2 });
  const third = anEdit({ title: 'Three' }, { device: mine, parents: [second], minute: 3 });

  test('by itself, when nothing has gone yet', async () => {
    const closed = await close([first, second], [first, second]);
    expect(hashes(closed)).toEqual([first.hash, second.hash]);
    expect(closed?.historyElsewhere).toBe(false);
  });

  test('when what lies before is in one of the group’s compartments', async () => {
    sent(low, first);
    sent(high, second);
    expect(hashes(await close([first, second, third], [third]))).toEqual([third.hash]);
  });

  test('a record that moved here brings along what this person wrote', async () => {
    sent(other, first, second);
    const closed = await close([first, second, third], [third]);
    expect(hashes(closed)).toEqual([first.hash, second.hash, third.hash]);
    expect(closed?.historyElsewhere).toBe(false);
  });

  test('what others wrote in another group stays there, and the record with it', async () => {
    sent(other, first, others);
    const mineAfter = anEdit({ title: 'Moved' }, { device: mine, parents: [others], minute: 4 });
    const closed = await close([first, others, mineAfter], [mineAfter]);
    expect(closed?.historyElsewhere).toBe(true);
    expect(hashes(closed)).toEqual([mineAfter.hash]);
  });

  test('only as far back as the group does not have it', async () => {
    sent(low, first);
    sent(other, second);
    expect(hashes(await close([first, second, third], [third]))).toEqual([second.hash, third.hash]);
  });

  test('a parent that is nowhere on this laptop holds nothing up', async () => {
    sent(other, second);
    expect(hashes(await close([second, third], [third]))).toEqual([second.hash, third.hash]);
  });
});
