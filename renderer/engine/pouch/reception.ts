import type { ReplicationStep } from 'pouchdb-browser';
import type { ClearedToReceive } from '../../../core/clearance/decision.ts';
import type { CompartmentId } from '../../../core/ids.ts';
import type { ParcelDocument } from '../../../core/letters/letter.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
import { isAnotherSize, parcelsAtOnce } from './batch-pace.ts';
import { stopOfReplication } from './failures.ts';
import type { Gate } from './gate.ts';
import type { LetterBook } from './letter-book.ts';
import { openLocalPouch, type LocalPouch, type OpenDatabase } from './local-pouch.ts';
import { readOpened, type Opened } from './opened.ts';
import { Opener, type Received } from './opener.ts';
import { withPatience, type Pause } from './patience.ts';
import type { Place } from './places.ts';
import { useRemote, type Remote } from './remote.ts';
import type { Send } from './wire.ts';

export interface ReceptionMeans {
  readonly ground: PouchGround;
  readonly book: LetterBook;
  readonly send: Send;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  readonly openDatabase: OpenDatabase;
  /** Identifies what is known of keys and certificates now. */
  readonly stamp: string;
  readonly gate: Gate;
  readonly received: Received;
  /** `pending`: what the server says is still to come; not every server does. */
  readonly fetched: (parcels: number, pending: number | null) => void;
}

/** Parcels of a pouch file that go into the local pouch at once. */
const parcelsByHand = 50;

/** Opens the local pouch of a compartment as the notebook knows it. */
export async function openPouchOf(compartment: CompartmentId, ground: PouchGround, openDatabase: OpenDatabase): Promise<{ local: LocalPouch; opened: Opened }> {
  const known = await readOpened(ground.states, compartment);
  const local = await openLocalPouch(ground.localDatabaseName(compartment), known, openDatabase);
  const opened = known !== null && known.pouch === local.name ? known : { pouch: local.name, sequence: 0 };
  return { local, opened };
}

/**
 * Receives one compartment. It takes the policy's permission in hand: nothing is fetched without.
 * Parcels are replicated into the local pouch and opened while the next are on their way.
 */
export async function receive(cleared: ClearedToReceive, place: Place, means: ReceptionMeans): Promise<void> {
  const { compartment } = cleared;
  if (place.facts.compartment !== compartment) throw new Error('cleared for another compartment');
  const { database } = place;
  if (database === null) return;
  const { local, opened } = await openPouchOf(compartment, means.ground, means.openDatabase);
  try {
    const { ground, book, gate, stamp, signal, received } = means;
    const opener = new Opener({ ground, book, local, ...gate, stamp, signal, received }, opened);
    await withPatience({ pause: means.pause, signal, tries: 4 }, () =>
      useRemote(database, means.send, signal, (remote) => receiveAll(remote, local, opener, means)),
    );
    await opener.review();
  } finally {
    await local.close();
  }
}

/** What `receive` does with what came by hand: into the local pouch, and opened there. What it has already stays as it is. */
export async function receiveByHand(
  cleared: ClearedToReceive,
  place: Place,
  parcels: readonly ParcelDocument[],
  means: Pick<ReceptionMeans, 'ground' | 'book' | 'openDatabase' | 'stamp' | 'gate' | 'received' | 'signal'>,
): Promise<void> {
  if (place.facts.compartment !== cleared.compartment) throw new Error('cleared for another compartment');
  const { ground, book, gate, stamp, signal, received } = means;
  const { local, opened } = await openPouchOf(cleared.compartment, ground, means.openDatabase);
  try {
    for (let at = 0; at < parcels.length; at += parcelsByHand) {
      await local.database.bulkDocs(parcels.slice(at, at + parcelsByHand).map((one) => ({ ...one })));
    }
    const opener = new Opener({ ground, book, local, ...gate, stamp, signal, received }, opened);
    await opener.openNew();
    await opener.review();
  } finally {
    await local.close();
  }
}

/** Runs replications until everything is here: PouchDB keeps the size of its batches, so another size is another run. */
async function receiveAll(remote: Remote, local: LocalPouch, opener: Opener, means: ReceptionMeans): Promise<void> {
  let fetched = 0;
  for (;;) {
    const size = parcelsAtOnce(remote.wire.speed());
    const end = await replicate(remote, local, opener, { ...means, size, before: fetched });
    if (means.signal.aborted) throw new WireFailure('cancelled');
    fetched += end.docs_written;
    if (end.status === 'cancelled') continue;
    if (end.last_seq !== undefined) await opener.complete(String(end.last_seq));
    return;
  }
}

interface Run extends ReceptionMeans {
  /** Parcels fetched together. */
  readonly size: number;
  /** Parcels that the runs before have fetched. */
  readonly before: number;
}

async function replicate(remote: Remote, local: LocalPouch, opener: Opener, run: Run): Promise<ReplicationStep> {
  // `checkpoint: 'target'`: nothing is written to the server's `_local`, which no rule protects.
  const replication = local.database.replicate.from(remote.database, { checkpoint: 'target', batch_size: run.size, batches_limit: 2, retry: false });
  const stop = () => replication.cancel();
  run.signal.addEventListener('abort', stop, { once: true });
  replication.on('change', (step) => {
    run.fetched(run.before + step.docs_written, step.pending ?? null);
    void opener.openNew().catch(stop);
    // Only after PouchDB has begun to write down how far it is: the next run goes on from there.
    if (isAnotherSize(parcelsAtOnce(remote.wire.speed()), run.size)) queueMicrotask(stop);
  });
  try {
    return await replication;
  } catch (cause) {
    throw remote.wire.failure() ?? (await stopOfReplication(cause));
  } finally {
    run.signal.removeEventListener('abort', stop);
    // What went wrong while opening is thrown before what its cancelling made of the replication.
    await opener.openNew();
  }
}
