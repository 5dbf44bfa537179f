import type { Cleared } from '../../../core/clearance/decision.ts';
import { jsonToBytes } from '../../../core/crypto/canonical.ts';
import type { LetterHash, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import type { Letter } from '../../../core/letters/letter.ts';
import { packLetters } from '../../../core/letters/parcel.ts';
import { writeLetter } from '../../../core/letters/write-letter.ts';
import type { LetterRecord, OutgoingParcel, PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
import { StorageStop } from './failures.ts';
import type { Goes } from './gather.ts';
import type { LetterBook } from './letter-book.ts';
import { letterRecord } from './opening.ts';
import type { OutboxIndex } from './outbox-index.ts';
import type { CompartmentKey, Place } from './places.ts';

/** Letters sealed and stored in one transaction. */
const lettersInABatch = 800;
/** Bytes of changes in one letter, so that the largest parcel surely takes it. */
const letterSize = 100_000;

export interface SealingMeans {
  readonly ground: PouchGround;
  readonly book: LetterBook;
  readonly outbox: OutboxIndex;
  readonly signal: AbortSignal;
  /** Sealed bytes that a parcel aims at. */
  readonly aim: number;
  /** Told after every batch, once it is stored. */
  readonly sealed: (place: Place, parcels: readonly OutgoingParcel[]) => void;
}

/**
 * Seals what was cleared, compartment by compartment, batch by batch. Answers the records that had
 * to stay because a change of theirs fits into no parcel; nothing that text typed by people can do.
 */
export async function sealCleared(goes: readonly Goes[], means: SealingMeans): Promise<ReadonlySet<RecordId>> {
  const tooLarge = new Set<RecordId>();
  for (const place of new Set(goes.map((one) => one.place))) {
    const { current, database } = place;
    if (current === null || database === null) throw new Error('cleared without a key');
    const pieces = goes.filter((one) => one.place === place).flatMap(split);
    for (let at = 0; at < pieces.length; at += lettersInABatch) {
      if (means.signal.aborted) throw new WireFailure('cancelled');
      const batch = pieces.slice(at, at + lettersInABatch);
      await sealFitting(batch, { place, current, database }, means, tooLarge);
    }
  }
  return tooLarge;
}

/** Seals what fits. A record that does not is left out with all that follows in it, and the numbers are given anew. */
async function sealFitting(batch: readonly Piece[], destination: Destination, means: SealingMeans, tooLarge: Set<RecordId>): Promise<void> {
  for (;;) {
    const fitting = batch.filter((one) => !tooLarge.has(one.cleared.record));
    const refused = fitting.length === 0 ? [] : await sealBatch(fitting, destination, means);
    if (refused.length === 0) return;
    for (const record of refused) tooLarge.add(record);
  }
}

interface Piece {
  readonly cleared: Cleared;
  readonly changes: readonly Change[];
}

/** One letter per record; several, in causal order, when the changes would not fit into one. */
function split({ cleared, unsent }: Goes): readonly Piece[] {
  if (unsent.changes.length === 1) return [{ cleared, changes: unsent.changes }];
  const pieces: Change[][] = [[]];
  let size = 0;
  for (const change of unsent.changes) {
    const bytes = jsonToBytes(change).length;
    if (size > 0 && size + bytes > letterSize) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(change);
    size += bytes;
  }
  return pieces.map((changes) => ({ cleared, changes }));
}

interface Destination {
  readonly place: Place;
  readonly database: string;
  readonly current: CompartmentKey;
}

/**
 * Writes, packs and stores a batch. Numbers are given here, from the last own letter that is
 * stored; letters, parcels and the removal of the marks are one transaction. A crash before it
 * leaves the changes unsent and the numbers free; after it, the parcels are in the outbox. When some
 * records fit into no parcel nothing is stored, and they are answered.
 */
async function sealBatch(pieces: readonly Piece[], destination: Destination, means: SealingMeans): Promise<readonly RecordId[]> {
  const { ground, book, outbox } = means;
  const { place, current, database } = destination;
  const { compartment } = place.facts;
  const written = await writeLetters(pieces, destination, means);
  const packed = packLetters(
    written.map((one) => one.letter),
    { compartment, epoch: current.epoch, key: current.key, uploader: ground.identity.credential.user },
    { aim: means.aim },
  );
  if (packed.tooLarge.length > 0) return packed.tooLarge.map((one) => one.record);
  const parcels: OutgoingParcel[] = packed.parcels.map(({ document, letters }) => ({ database, compartment, document, letters }));
  const letters = recordsOf(written, parcels);
  const sent = pieces.flatMap(({ cleared, changes }) => changes.map((one) => ({ record: cleared.record, change: one.hash })));
  const stored = await ground.ledger.sealOutgoing({ letters, parcels, sent });
  if (!stored.ok) throw new StorageStop(stored.failure.code);
  for (const letter of letters) await book.note(letter);
  await outbox.added(parcels);
  means.sealed(place, parcels);
  return [];
}

function recordsOf(written: readonly Written[], parcels: readonly OutgoingParcel[]): readonly LetterRecord[] {
  const letters = new Map(written.map((one) => [one.hash, one.letter]));
  return parcels.flatMap(({ document, letters: hashes }) =>
    hashes.flatMap((hash) => {
      const letter = letters.get(hash);
      return letter === undefined ? [] : [letterRecord(letter, hash, document._id)];
    }),
  );
}

interface Written {
  readonly letter: Letter;
  readonly hash: LetterHash;
}

async function writeLetters(pieces: readonly Piece[], { place }: Destination, { ground, book }: SealingMeans): Promise<readonly Written[]> {
  const { compartment } = place.facts;
  const last = await book.lastOwn(compartment);
  const scheme = ground.organisation.scheme();
  const { device, deviceKeys } = ground.identity;
  let seen = await book.untold(compartment);
  let number = last?.number ?? 0;
  let previous = last?.hash ?? null;
  return pieces.map(({ cleared, changes }) => {
    number += 1;
    const written = writeLetter(cleared, { changes, device, number, previous, seen, scheme }, deviceKeys.secretKey);
    previous = written.hash;
    // Each head is named once: naming all in every letter would outweigh the letters.
    seen = {};
    return written;
  });
}
