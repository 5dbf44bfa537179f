import type { NewDocument, StoredDocument } from 'pouchdb-browser';
import type { ParcelId } from '../../../core/ids.ts';
import { isRemovedPiece, type PieceDocument } from '../../../core/files/piece-document.ts';
import type { ParcelDocument } from '../../../core/letters/letter.ts';
import { passesByItself, WireFailure } from './answers.ts';
import { batchLength, paceAfter, paceAfterFailure, type Pace } from './batch-pace.ts';
import { waitBefore, type Pause } from './patience.ts';
import { askRemote, useRemote, type Remote } from './remote.ts';
import type { Waybill } from './outbox-index.ts';
import type { Send } from './wire.ts';

/** A parcel that is surely on the server, under this revision. */
export interface ConfirmedParcel {
  readonly parcel: ParcelId;
  readonly revision: string;
  readonly letters: number;
}

/** A parcel that this delivery left in the outbox, and why. `removed`: a mark says that it went by order, the others are tried again with the next. */
export interface SetAside {
  readonly parcel: ParcelId;
  readonly letters: number;
  readonly why: 'too-large' | 'refused' | 'another-in-its-place' | 'removed' | 'unreadable';
}

export interface DeliveryMeans {
  readonly send: Send;
  readonly signal: AbortSignal;
  readonly pause: Pause;
  /** Milliseconds that only ever grow. */
  readonly elapsed: () => number;
  /** The document of a parcel; `null`: it cannot be read any more. */
  readonly load: (parcel: ParcelId) => OutgoingDocument | null;
  /** Sees to it that the confirmation becomes durable; the next batch goes when it resolves. What it throws ends the delivery. */
  readonly confirm: (confirmed: readonly ConfirmedParcel[]) => Promise<void>;
  /**
   * Whether what stands in a parcel's place is the organisation's own signed word that it had it whole and took it
   * away: then it has been delivered, although the answer that said so was lost. Absent: nothing is.
   */
  readonly isReplacement?: (found: StoredDocument) => boolean;
}

/** What is created on the server: a parcel, or a piece of a file. */
export type OutgoingDocument = ParcelDocument | PieceDocument;

export interface Delivered {
  readonly confirmed: number;
  readonly setAside: readonly SetAside[];
  /** What the next delivery over this line may begin with. */
  readonly pace: Pace;
  /** Why it ended before the last parcel; `null` when every parcel was answered for. */
  readonly failure: WireFailure | null;
}

const tries = 5;

/**
 * Creates parcels of one database in CouchDB, in batches that adapt to the link. Confirmed is only
 * what the server calls `ok`, or refuses as existing and then shows to be equal; an empty answer,
 * 202, a timeout leave a parcel where it is.
 */
export async function deliver(database: string, parcels: readonly Waybill[], means: DeliveryMeans, pace: Pace): Promise<Delivered> {
  const waiting = [...parcels];
  const setAside: SetAside[] = [];
  let confirmed = 0;
  let failed = 0;
  let aim = pace;
  while (waiting.length > 0) {
    const batch = waiting.slice(0, batchLength(waiting.map((one) => one.bytes), aim));
    const began = means.elapsed();
    try {
      const outcome = await deliverBatch(database, batch, means);
      await means.confirm(outcome.confirmed);
      confirmed += outcome.confirmed.length;
      setAside.push(...outcome.setAside);
      waiting.splice(0, batch.length);
      aim = paceAfter(aim, sum(batch), means.elapsed() - began);
      failed = 0;
    } catch (cause) {
      if (!(cause instanceof WireFailure)) throw cause;
      if (cause.code === 'too-large' && batch.length === 1) {
        setAside.push(...setAsideAll(waiting.splice(0, 1), 'too-large'));
        continue;
      }
      if (cause.code === 'too-large' || cause.code === 'absent' || cause.code === 'cut-short') aim = paceAfterFailure(sum(batch));
      if (cause.code === 'too-large') continue;
      failed += 1;
      if (!passesByItself(cause.code) || failed >= tries) return { confirmed, setAside, pace: aim, failure: cause };
      const cancelled = await restBefore(failed, cause, means);
      if (cancelled !== null) return { confirmed, setAside, pace: aim, failure: cancelled };
    }
  }
  return { confirmed, setAside, pace: aim, failure: null };
}

async function restBefore(failed: number, cause: WireFailure, means: DeliveryMeans): Promise<WireFailure | null> {
  try {
    await means.pause(waitBefore(failed - 1, cause.wait), means.signal);
    return null;
  } catch (stop) {
    if (stop instanceof WireFailure) return stop;
    throw stop;
  }
}

interface BatchOutcome {
  readonly confirmed: readonly ConfirmedParcel[];
  readonly setAside: readonly SetAside[];
}

/** A parcel with its document, as it goes. */
interface Loaded {
  readonly waybill: Waybill;
  readonly document: OutgoingDocument;
}

async function deliverBatch(database: string, batch: readonly Waybill[], means: DeliveryMeans): Promise<BatchOutcome> {
  const loaded: Loaded[] = [];
  const unreadable: Waybill[] = [];
  for (const waybill of batch) {
    const document = means.load(waybill.parcel);
    if (document === null) unreadable.push(waybill);
    else loaded.push({ waybill, document });
  }
  const gone = setAsideAll(unreadable, 'unreadable');
  if (loaded.length === 0) return { confirmed: [], setAside: gone };
  const outcome = await useRemote(database, means.send, means.signal, async (remote) => {
    const going = loaded.map(({ document }) => ({ ...document }) satisfies NewDocument);
    const answers = readAnswers(await askRemote(remote.database.bulkDocs(going, { new_edits: true })));
    return settle(loaded, answers, remote, means);
  });
  return { confirmed: outcome.confirmed, setAside: [...gone, ...outcome.setAside] };
}

async function settle(batch: readonly Loaded[], answers: ReadonlyMap<string, Answer>, remote: Remote, means: DeliveryMeans): Promise<BatchOutcome> {
  const confirmed: ConfirmedParcel[] = [];
  const existing: Loaded[] = [];
  const refused: Waybill[] = [];
  for (const one of batch) {
    const answer = answers.get(one.document._id);
    // Less than an answer for each is no answer: everything stays and is sent again.
    if (answer === undefined) throw new WireFailure('garbled');
    if (answer.said === 'ok') confirmed.push(confirmedAs(one, answer.revision));
    else if (answer.said === 'conflict') existing.push(one);
    else refused.push(one.waybill);
  }
  const read = await readBack(existing, remote, means);
  return {
    confirmed: [...confirmed, ...read.equal],
    setAside: [...setAsideAll(refused, 'refused'), ...setAsideAll(read.removed, 'removed'), ...setAsideAll(read.other, 'another-in-its-place')],
  };
}

function confirmedAs({ waybill }: Loaded, revision: string): ConfirmedParcel {
  return { parcel: waybill.parcel, revision, letters: waybill.letters };
}

type Answer = { readonly said: 'ok'; readonly revision: string } | { readonly said: 'conflict' | 'refused' };

/** The rows of `_bulk_docs` by document; a row that is neither a yes nor a no says nothing. */
function readAnswers(rows: readonly unknown[]): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const row of rows) {
    if (typeof row !== 'object' || row === null) continue;
    const { id, ok, rev, error, name, status } = row as Readonly<Record<string, unknown>>;
    if (typeof id !== 'string') continue;
    if (ok === true && typeof rev === 'string') answers.set(id, { said: 'ok', revision: rev });
    else if (status === 409 || name === 'conflict' || error === 'conflict') answers.set(id, { said: 'conflict' });
    else if (error !== undefined && error !== false) answers.set(id, { said: 'refused' });
  }
  return answers;
}

/** Most parcels read back at once: what comes is as large as what was sent. */
const readAtOnce = 10;

interface ReadBack {
  readonly equal: readonly ConfirmedParcel[];
  readonly removed: readonly Waybill[];
  readonly other: readonly Waybill[];
}

async function readBack(batch: readonly Loaded[], remote: Remote, { isReplacement }: DeliveryMeans): Promise<ReadBack> {
  const equal: ConfirmedParcel[] = [];
  const removed: Waybill[] = [];
  const other: Waybill[] = [];
  for (let from = 0; from < batch.length; from += readAtOnce) {
    const some = batch.slice(from, from + readAtOnce);
    const { rows } = await askRemote(remote.database.allDocs({ keys: some.map((one) => one.document._id), include_docs: true }));
    for (const one of some) {
      const found = rows.find((row) => row.id === one.document._id)?.doc ?? null;
      if (found !== null && (sameParcel(one.document, found) || isReplacement?.(found) === true)) equal.push(confirmedAs(one, found._rev));
      else if (isRemovedPiece(found)) removed.push(one.waybill);
      else other.push(one.waybill);
    }
  }
  return { equal, removed, other };
}

function sameParcel(own: OutgoingDocument, found: StoredDocument): boolean {
  // Two people may bring the same piece of a file; it is what its id says, whoever brought it first.
  const passedOver = 'nonce' in own ? ['_rev'] : ['_rev', 'uploader'];
  const named = Object.entries(own).filter(([name]) => !passedOver.includes(name));
  const there = Object.keys(found).filter((name) => !passedOver.includes(name));
  return there.length === named.length && named.every(([name, value]) => found[name] === value);
}

function setAsideAll(parcels: readonly Waybill[], why: SetAside['why']): SetAside[] {
  return parcels.map(({ parcel, letters }) => ({ parcel, letters, why }));
}

function sum(parcels: readonly Waybill[]): number {
  return parcels.reduce((total, one) => total + one.bytes, 0);
}
