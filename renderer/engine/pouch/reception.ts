import type { ClearedToReceive } from '../../../core/clearance/decision.ts';
import type { CompartmentId, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import type { LetterContext } from '../../../core/letters/verify-letter.ts';
import type { LetterRecord, NamedState, PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
import { StorageStop, stopOfReplication } from './failures.ts';
import { openLocalPouch, type ArrivedParcel, type LocalPouch, type OpenDatabase } from './local-pouch.ts';
import type { LetterBook } from './letter-book.ts';
import { openedState, readOpened, type Opened } from './opened.ts';
import { letterRecord, openArrived, type OpenedParcelContent, type RefusedWhy } from './opening.ts';
import type { Pause } from './patience.ts';
import { withPatience } from './patience.ts';
import type { Place } from './places.ts';
import { useRemote } from './remote.ts';
import { readWaiting, waitingAfter, waitingState, worthTrying, type Waiting } from './waiting.ts';
import type { Send } from './wire.ts';

/** What an exchange received so far. */
export interface Received {
  letters: number;
  readonly conflicts: Set<RecordId>;
  readonly refused: Map<RefusedWhy, number>;
}

export interface ReceptionMeans {
  readonly ground: PouchGround;
  readonly book: LetterBook;
  readonly send: Send;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  readonly openDatabase: OpenDatabase;
  /** Identifies what is known of keys and certificates now. */
  readonly stamp: string;
  readonly context: (place: Place) => LetterContext;
  readonly received: Received;
  readonly fetched: (parcels: number, pending: number) => void;
  readonly openedLetters: (count: number) => void;
  /** Parcels that a link of the speed known takes in about five seconds. */
  readonly parcelsAtOnce: () => number;
}

/** Opens the local pouch of a compartment as the notebook knows it. */
export async function openPouchOf(compartment: CompartmentId, ground: PouchGround, openDatabase: OpenDatabase): Promise<{ local: LocalPouch; opened: Opened }> {
  const known = await readOpened(ground.states, compartment);
  const local = await openLocalPouch(ground.localDatabaseName(compartment), known, openDatabase);
  const opened = known !== null && known.pouch === local.name ? known : { pouch: local.name, sequence: 0 };
  return { local, opened };
}

/**
 * Receives one compartment. It takes the policy's permission in hand: nothing is fetched without.
 * Parcels are replicated into the local pouch and, while the next are on their way, opened, checked
 * and united with the notebook, each batch with its checkpoint in one transaction.
 */
export async function receive(cleared: ClearedToReceive, place: Place, means: ReceptionMeans): Promise<void> {
  const { compartment } = cleared;
  if (place.facts.compartment !== compartment) throw new Error('cleared for another compartment');
  const { database } = place;
  if (database === null) return;
  const { local, opened } = await openPouchOf(compartment, means.ground, means.openDatabase);
  try {
    const opener = createOpener(place, local, opened, means);
    await opener.tryAgain();
    await withPatience({ pause: means.pause, signal: means.signal, tries: 4 }, () => replicate(database, local, opener, means));
    await opener.openNew();
  } finally {
    await local.close();
  }
}

async function replicate(database: string, local: LocalPouch, opener: Opener, means: ReceptionMeans): Promise<void> {
  await useRemote(database, means.send, means.signal, async (remote) => {
    const replication = local.database.replicate.from(remote.database, {
      checkpoint: 'target',
      batch_size: means.parcelsAtOnce(),
      batches_limit: 2,
      retry: false,
    });
    const stop = () => replication.cancel();
    means.signal.addEventListener('abort', stop, { once: true });
    replication.on('change', (step) => {
      means.fetched(step.docs_written, step.pending ?? 0);
      void opener.openNew().catch(stop);
    });
    try {
      await replication;
    } catch (cause) {
      throw remote.wire.failure() ?? stopOfReplication(cause);
    } finally {
      means.signal.removeEventListener('abort', stop);
      // What went wrong while opening is thrown before what its cancelling made of the replication.
      await opener.openNew();
    }
    if (means.signal.aborted) throw new WireFailure('cancelled');
  });
}

/** Parcels opened and stored in one transaction. */
const parcelsInABatch = 8;

interface Opener {
  /** Opens what has arrived and was not opened yet; calls follow one another. */
  openNew(): Promise<void>;
  /** Tries what waits again, where something has become known since. */
  tryAgain(): Promise<void>;
}

function createOpener(place: Place, local: LocalPouch, from: Opened, means: ReceptionMeans): Opener {
  const compartment = place.facts.compartment;
  let opened = from;
  let waiting: Waiting | null = null;
  let running: Promise<void> = Promise.resolve();

  async function openBatch(parcels: readonly ArrivedParcel[], next: Opened): Promise<void> {
    const before = (waiting ??= await readWaiting(means.ground.states, compartment));
    const context = means.context(place);
    const contents = parcels.map(({ parcel, document }) => openArrived(parcel, document, context, place.keys));
    const after = waitingAfter(before, contents, means.stamp);
    const states: NamedState[] = [openedState(compartment, next)];
    if (after.size > 0 || before.size > 0) states.push(waitingState(compartment, after));
    await store(contents, states);
    opened = next;
    waiting = after;
    await local.drop(parcels.filter((one) => !after.has(one.parcel)), next.sequence);
  }

  async function store(contents: readonly OpenedParcelContent[], states: readonly NamedState[]): Promise<void> {
    const { ground, book, received } = means;
    const changes: Change[] = [];
    const letters: LetterRecord[] = [];
    for (const { parcel, letters: found, refused } of contents) {
      for (const { letter, hash } of found) {
        const record = letterRecord(letter, hash, parcel);
        const noted = await book.note(record);
        if (noted === 'known') continue;
        letters.push(record);
        changes.push(...letter.changes);
        if (noted === 'fork') count(received, 'fork');
      }
      for (const why of refused) count(received, why);
    }
    const stored = await ground.ledger.storeArrived({ changes, letters, states });
    if (!stored.ok) {
      book.forget(compartment);
      throw new StorageStop(stored.failure.code);
    }
    received.letters += letters.length;
    for (const record of stored.value.conflicts) received.conflicts.add(record);
    means.openedLetters(letters.length);
  }

  async function openAll(): Promise<void> {
    for (;;) {
      if (means.signal.aborted) throw new WireFailure('cancelled');
      const { parcels, sequence, last } = await local.after(opened.sequence, parcelsInABatch);
      const next = { pouch: local.name, sequence };
      if (parcels.length > 0) await openBatch(parcels, next);
      else opened = next;
      if (last) return;
    }
  }

  async function openWaiting(): Promise<void> {
    const list = (waiting ??= await readWaiting(means.ground.states, compartment));
    const again = worthTrying(list, means.stamp);
    for (let at = 0; at < again.length; at += parcelsInABatch) {
      await openBatch(await local.read(again.slice(at, at + parcelsInABatch)), opened);
    }
  }

  const after = (step: () => Promise<void>) => (running = running.then(step));
  return { openNew: () => after(openAll), tryAgain: () => after(openWaiting) };
}

function count(received: Received, why: RefusedWhy): void {
  received.refused.set(why, (received.refused.get(why) ?? 0) + 1);
}
