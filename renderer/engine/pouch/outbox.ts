import { dayOf } from '../../../core/clearance/days.ts';
import type { Cleared, CompartmentFacts } from '../../../core/clearance/decision.ts';
import { jsonToBytes } from '../../../core/crypto/canonical.ts';
import type { LetterHash, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import type { Letter, SeenLetter } from '../../../core/letters/letter.ts';
import { packLetters } from '../../../core/letters/parcel.ts';
import { writeLetter } from '../../../core/letters/write-letter.ts';
import { lotsOf } from '../../../core/registers/transfer.ts';
import type { SealedFor } from '../registers/transfer-register.ts';
import type { LetterRecord, OutgoingParcel, PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
import { StorageStop } from './failures.ts';
import type { Goes } from './gather.ts';
import type { LetterBook } from './letter-book.ts';
import { withFilesToSend } from './files/file-queues.ts';
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
  /** What it was cleared for, as the register of transfers says it. */
  readonly way: SealedFor['way'];
  /** Sealed bytes that a parcel aims at. */
  readonly aim: number;
  /** Told after every batch, once it is stored. */
  readonly sealed: (place: Place, parcels: readonly OutgoingParcel[]) => void;
}

/**
 * Seals what was cleared, compartment by compartment, batch by batch; one batch is written and
 * sealed while the one before is being stored. Answers the records that had to stay because a
 * change of theirs fits into no parcel; nothing that text typed by people can do.
 */
export async function sealCleared(goes: readonly Goes[], means: SealingMeans): Promise<ReadonlySet<RecordId>> {
  const tooLarge = new Set<RecordId>();
  for (const [place, some] of byPlace(goes)) {
    const { current, database } = place;
    if (current === null || database === null) throw new Error('cleared without a key');
    await sealFor({ place, current, database }, some.flatMap(split), means, tooLarge);
  }
  return tooLarge;
}

function byPlace(goes: readonly Goes[]): ReadonlyMap<Place, readonly Goes[]> {
  const grouped = new Map<Place, Goes[]>();
  for (const one of goes) {
    const same = grouped.get(one.place);
    if (same === undefined) grouped.set(one.place, [one]);
    else same.push(one);
  }
  return grouped;
}

/**
 * Numbers are given here, from the last own letter that is stored on: each batch continues the one
 * before, which may still be on its way into the store. It is not stored itself before that has
 * arrived there, and when it has not, nothing more is.
 */
async function sealFor(destination: Destination, pieces: readonly Piece[], means: SealingMeans, tooLarge: Set<RecordId>): Promise<void> {
  const { compartment } = destination.place.facts;
  let thread: Thread = { last: await means.book.lastOwn(compartment), seen: await means.book.untold(compartment) };
  let storing: Promise<void> = Promise.resolve();
  try {
    for (let at = 0; at < pieces.length; at += lettersInABatch) {
      if (means.signal.aborted) throw new WireFailure('cancelled');
      const sealed = sealFitting(pieces.slice(at, at + lettersInABatch), destination, means, { thread, tooLarge });
      await storing;
      if (sealed === null) continue;
      thread = sealed.thread;
      storing = store(sealed, destination, means);
      // Looked at before the next one is stored, and at the end.
      storing.catch(() => undefined);
      // The store begins before the next batch takes the processor.
      await Promise.resolve();
    }
  } finally {
    await storing;
  }
}

/** Where the next letter of a compartment continues. */
interface Thread {
  readonly last: SeenLetter | null;
  readonly seen: Letter['seen'];
}

interface Sealed {
  readonly pieces: readonly Piece[];
  readonly letters: readonly LetterRecord[];
  readonly parcels: readonly OutgoingParcel[];
  readonly thread: Thread;
}

/** Seals what fits; `null` when nothing does. A record that does not is left out with all that follows in it, and the numbers are given anew. */
function sealFitting(batch: readonly Piece[], destination: Destination, means: SealingMeans, run: { readonly thread: Thread; readonly tooLarge: Set<RecordId> }): Sealed | null {
  for (;;) {
    const fitting = batch.filter((one) => !run.tooLarge.has(one.cleared.record));
    if (fitting.length === 0) return null;
    const sealed = sealBatch(fitting, destination, means, run.thread);
    if ('parcels' in sealed) return sealed;
    for (const record of sealed.tooLarge) run.tooLarge.add(record);
  }
}

interface Piece {
  readonly goes: Goes;
  readonly cleared: Cleared;
  readonly changes: readonly Change[];
}

/** One letter per record; several, in causal order, when the changes would not fit into one. */
function split(goes: Goes): readonly Piece[] {
  const { cleared, unsent } = goes;
  if (unsent.changes.length === 1) return [{ goes, cleared, changes: unsent.changes }];
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
  return pieces.map((changes) => ({ goes, cleared, changes }));
}

interface Destination {
  readonly place: Place;
  readonly database: string;
  readonly current: CompartmentKey;
}

/** Writes and packs a batch. When some records fit into no parcel, they are the answer. */
function sealBatch(pieces: readonly Piece[], destination: Destination, means: SealingMeans, thread: Thread): Sealed | { readonly tooLarge: readonly RecordId[] } {
  const { place, current, database } = destination;
  const { compartment } = place.facts;
  const { written, last } = writeLetters(pieces, means, thread);
  const packed = packLetters(
    written.map((one) => one.letter),
    { compartment, epoch: current.epoch, key: current.key, uploader: means.ground.identity.credential.user },
    { aim: means.aim },
  );
  if (packed.tooLarge.length > 0) return { tooLarge: packed.tooLarge.map((one) => one.record) };
  const parcels: OutgoingParcel[] = packed.parcels.map(({ document, letters }) => ({ database, compartment, document, letters }));
  // Each head is named once: naming all in every letter would outweigh the letters.
  return { pieces, parcels, letters: recordsOf(written, parcels), thread: { last, seen: {} } };
}

/**
 * Letters, parcels and the removal of the marks are one transaction. A crash before it leaves the
 * changes unsent and the numbers free; after it, the parcels are in the outbox.
 */
async function store({ pieces, parcels, letters }: Sealed, { place }: Destination, means: SealingMeans): Promise<void> {
  const { ground, book, outbox, sealed } = means;
  const sent = pieces.flatMap(({ cleared, changes }) => changes.map((one) => ({ record: cleared.record, change: one.hash })));
  const states = await withFilesToSend(ground.states, place.facts.compartment, pieces.flatMap((one) => one.changes));
  const stored = await ground.ledger.sealOutgoing({ letters, parcels, sent, states, transfer: transferOf(pieces, parcels, place, means) });
  if (!stored.ok) throw new StorageStop(stored.failure.code);
  for (const letter of letters) await book.note(letter);
  await outbox.added(parcels);
  sealed(place, parcels);
}

/** What the register says of a batch: for whom, on which ground and with whose leave. */
function transferOf(pieces: readonly Piece[], parcels: readonly OutgoingParcel[], { facts }: Place, { ground, way }: SealingMeans): SealedFor {
  const going = pieces.map(({ goes: { unsent, release } }) => ({ record: unsent.record, kind: unsent.kind, level: unsent.level, safeguards: unsent.safeguards, release, letters: 1 }));
  return {
    group: groupOf(facts),
    level: facts.marking.id,
    way,
    parcels: parcels.map((one) => one.document._id),
    lots: lotsOf(going, dayOf(ground.now())),
  };
}

/** A group as the register names it, with who receives there now. */
export function groupOf({ jwg, jwgName, members, includesThirdCountries }: CompartmentFacts): SealedFor['group'] {
  return { jwg, name: jwgName, members: members.map(({ country, institution }) => ({ name: '', country, institution })), thirdCountries: includesThirdCountries };
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

function writeLetters(pieces: readonly Piece[], { ground }: SealingMeans, thread: Thread): { readonly written: readonly Written[]; readonly last: SeenLetter | null } {
  const scheme = ground.organisation.scheme();
  const { device, deviceKeys } = ground.identity;
  let { last, seen } = thread;
  const written = pieces.map(({ cleared, changes }) => {
    const number: number = (last?.number ?? 0) + 1;
    const one = writeLetter(cleared, { changes, device, number, previous: last?.hash ?? null, seen, scheme }, deviceKeys.secretKey);
    last = { number, hash: one.hash };
    seen = {};
    return one;
  });
  return { written, last };
}
