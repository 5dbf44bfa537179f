import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cleared } from '../../../core/clearance/decision.ts';
import { cryptoReady, newSealKey, newSignPair, randomBytes } from '../../../core/crypto/sodium.ts';
import type { CompartmentId, DeviceId, JwgId, LetterHash, MarkingId, ParcelId, PersonId, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { makeChange } from '../../../core/ledger/make-change.ts';
import type { Letter } from '../../../core/letters/letter.ts';
import { openParcel, usualParcel } from '../../../core/letters/parcel.ts';
import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import { safeguards } from '../../../core/records/parts.ts';
import { at } from '../../../test/builders/changes.ts';
import { aCompartment, level } from '../../../test/builders/clearance.ts';
import type { LetterRecord, OutgoingBatch, PouchGround } from '../pouch-seam/pouch-ground.ts';
import type { ClosedRecord } from './closure.ts';
import type { Goes } from './gather.ts';
import { createLetterBook } from './letter-book.ts';
import { createOutboxIndex } from './outbox-index.ts';
import { sealCleared, type SealingMeans } from './outbox.ts';
import type { CompartmentKey, Place } from './places.ts';

beforeAll(() => cryptoReady);

const device = 'device-a' as DeviceId;
const compartment = 'compartment-1' as CompartmentId;
const sensitive = 'SENSITIVE' as MarkingId;

let key: CompartmentKey;
let place: Place;
let kept: OutgoingBatch[];
let means: SealingMeans;
let known: LetterRecord[];
beforeEach(() => {
  key = { epoch: 1, key: newSealKey<'compartment'>() };
  const facts = aCompartment({ compartment, marking: level('SENSITIVE') });
  place = { facts, jwg: 'jwg-1' as JwgId, marking: sensitive, database: 'cabinet', files: null, keys: [key], current: key };
  kept = [];
  known = [];
  const ground = {
    now: () => Date.UTC(2026, 10, 24),
    identity: { device, deviceKeys: newSignPair(), credential: { user: 'm1', password: '' } },
    organisation: { scheme: () => defaultScheme },
    ledger: { sealOutgoing: async (batch: OutgoingBatch) => (kept.push(batch), { ok: true, value: null }) },
    letters: { ofCompartment: async () => known, outbox: async () => [] },
  } as unknown as PouchGround;
  means = {
    ground,
    book: createLetterBook(ground.letters, device),
    outbox: createOutboxIndex(ground.letters),
    signal: new AbortController().signal,
    way: { type: 'network', name: 'Office' },
    aim: usualParcel,
    sealed: () => undefined,
  };
});

function aChange(record: RecordId, text: string, parents: readonly Change[] = []): Change {
  const change = makeChange(
    { record, kind: 'note', act: 'edit', author: 'person' as PersonId, device, parents: parents.map((one) => one.hash), level: sensitive, fields: { title: text } },
    at(parents.length),
  );
  if (!change.ok) throw new Error(change.failure.code);
  return change.value;
}

function goes(name: string, texts: readonly string[] = [name]): Goes {
  const record = name as RecordId;
  const changes: Change[] = [];
  for (const text of texts) changes.push(aChange(record, text, changes.slice(-1)));
  const unsent = { record, kind: 'note', level: sensitive, safeguards: safeguards.parse({}), changes, historyElsewhere: false } as unknown as ClosedRecord;
  return { unsent, place, release: null, cleared: { record, compartment, level: sensitive } as unknown as Cleared };
}

function lettersIn(batch: OutgoingBatch | undefined): Letter[] {
  return (batch?.parcels ?? []).flatMap(({ document }) => {
    const opened = openParcel(document, compartment, [key]);
    if (!opened.ok) throw new Error(opened.failure.code);
    return opened.value.letters as Letter[];
  });
}

/** Text that nothing makes shorter. */
function noise(length: number): string {
  const bytes = randomBytes(length * 2);
  const characters = Array.from({ length }, (_, index) => 0x4e00 + ((bytes[index * 2] ?? 0) << 6) + ((bytes[index * 2 + 1] ?? 0) >> 2));
  return characters.map((code) => String.fromCodePoint(code)).join('');
}

/** A change larger than any that can be made: only a fault elsewhere brings one here. */
function grown(one: Goes): Goes {
  const [change] = one.unsent.changes;
  const content = { salt: '', fields: { title: noise(200_000) } };
  return { ...one, unsent: { ...one.unsent, changes: change === undefined ? [] : [{ ...change, content }] } };
}

describe('sealing', () => {
  test('letters, parcels and the marks taken off are handed over together', async () => {
    const [one, two] = [goes('one'), goes('two')];
    expect(await sealCleared([one, two], means)).toEqual(new Set());
    expect(kept).toHaveLength(1);
    expect(kept[0]?.sent).toEqual([one, two].map(({ unsent }) => ({ record: unsent.record, change: unsent.changes[0]?.hash })));
    expect(kept[0]?.letters.map((letter) => [letter.number, letter.record])).toEqual([[1, 'one'], [2, 'two']]);
    expect(lettersIn(kept[0]).map((letter) => letter.changes)).toEqual([one.unsent.changes, two.unsent.changes]);
    expect(kept[0]?.parcels[0]).toMatchObject({ database: 'cabinet', compartment, document: { uploader: 'm1', epoch: 1 } });
    expect(await means.outbox.letters()).toBe(2);
  });

  test('numbers and links go on where the last own letter ended, over batches and restarts', async () => {
    const last = { compartment, device, number: 7, hash: 'f'.repeat(64) as LetterHash, previous: null, seen: {}, record: 'r' as RecordId, changes: [], parcel: 'p' as ParcelId };
    known = [last];
    await sealCleared([goes('one')], means);
    await sealCleared([goes('two')], means);
    const [first, second] = kept.flatMap((batch) => batch.letters);
    expect(first).toMatchObject({ number: 8, previous: last.hash });
    expect(second).toMatchObject({ number: 9, previous: first?.hash });
  });

  test('others’ heads are named once', async () => {
    known = [{ compartment, device: 'device-b' as DeviceId, number: 3, hash: 'e'.repeat(64) as LetterHash, previous: null, seen: {}, record: 'r' as RecordId, changes: [], parcel: 'p' as ParcelId }];
    await sealCleared([goes('one'), goes('two')], means);
    expect(kept[0]?.letters.map((letter) => Object.keys(letter.seen))).toEqual([['device-b'], []]);
  });

  test('a long history becomes several letters in causal order', async () => {
    const long = goes('long', Array.from({ length: 5 }, () => noise(12_000)));
    await sealCleared([long], means);
    const letters = lettersIn(kept[0]);
    expect(letters.length).toBeGreaterThan(1);
    expect(letters.flatMap((letter) => letter.changes.map((one) => one.hash))).toEqual(long.unsent.changes.map((one) => one.hash));
  });

  test('a change that fits into no parcel stays with its record; the others go, numbered without a gap', async () => {
    const large = grown(goes('large'));
    expect(await sealCleared([goes('one'), large, goes('two')], means)).toEqual(new Set(['large']));
    expect(kept.flatMap((batch) => batch.letters).map((letter) => [letter.number, letter.record])).toEqual([[1, 'one'], [2, 'two']]);
    expect(kept.flatMap((batch) => batch.sent).map((one) => one.record)).toEqual(['one', 'two']);
  });

  test('what could not be stored ends it, and the numbers are given again', async () => {
    const full = { ok: false, failure: { code: 'storage-full' } };
    const usual = means.ground.ledger.sealOutgoing;
    Object.assign(means.ground.ledger, { sealOutgoing: async () => full });
    await expect(sealCleared([goes('one')], means)).rejects.toMatchObject({ failure: { code: 'storage-full' } });
    Object.assign(means.ground.ledger, { sealOutgoing: usual });
    await sealCleared([goes('one')], means);
    expect(kept[0]?.letters.map((letter) => letter.number)).toEqual([1]);
  });

  test('cancelling stops between batches', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(sealCleared([goes('one')], { ...means, signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(kept).toEqual([]);
  });
});
