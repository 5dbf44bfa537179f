import { decideReceive } from '../../../core/clearance/decide.ts';
import type { ClearedToReceive } from '../../../core/clearance/decision.ts';
import type { ParcelDocument } from '../../../core/letters/letter.ts';
import { usualParcel } from '../../../core/letters/parcel.ts';
import type { LetterContext } from '../../../core/letters/verify-letter.ts';
import type { ParcelId } from '../../../core/ids.ts';
import { failed, ok, type Failure, type Result } from '../../../core/result.ts';
import type { ChannelState, DeliveryFailure, DeliveryReport } from '../api.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';
import { deliveryFailureOf } from './answers.ts';
import { paceFor } from './batch-pace.ts';
import { channelState, policyChannel } from './channel.ts';
import { deliver, type ConfirmedParcel } from './delivery.ts';
import type { OfficeDirectory } from './directory.ts';
import { failureOfStop, StorageStop } from './failures.ts';
import { gatherUnsent, sortUnsent, type Circumstances } from './gather.ts';
import type { LetterBook } from './letter-book.ts';
import type { LocalPouch, OpenDatabase } from './local-pouch.ts';
import { sealCleared } from './outbox.ts';
import type { OutboxIndex, Waybill } from './outbox-index.ts';
import type { Pause } from './patience.ts';
import { personFacts, placesOf, type Place } from './places.ts';
import { createProgress, type Progress } from './progress.ts';
import { openPouchOf, receive } from './reception.ts';
import { makeReport, reportState, type Tally } from './report.ts';
import type { Send } from './wire.ts';

/** Everything an exchange works with. */
export interface PouchParts {
  readonly ground: PouchGround;
  readonly directory: OfficeDirectory;
  readonly book: LetterBook;
  readonly outbox: OutboxIndex;
  readonly send: Send;
  readonly pause: Pause;
  readonly openDatabase: OpenDatabase;
  /** Milliseconds that only ever grow. */
  readonly elapsed: () => number;
}

interface CircumstancesNow extends Circumstances {
  readonly state: ChannelState;
  readonly obstacle: string | null;
}

/** What the policy is asked with now, over the channel the main process tells of. */
export async function circumstancesNow({ ground, directory }: PouchParts): Promise<CircumstancesNow> {
  const scheme = ground.organisation.scheme();
  const host = await ground.host.channelState();
  const state = channelState(host, scheme);
  const profile = ground.organisation.profile();
  const now = ground.now();
  const sources = { scheme, grant: directory.grant(), directory: directory.state(), now };
  const places = profile === null ? [] : placesOf({ profile, ...sources });
  return { channel: policyChannel(state), person: personFacts(ground, directory.state()), places, scheme, now, state, obstacle: host.obstacle ?? null };
}

/**
 * One whole exchange: the directory first, then what is cleared is sealed, what is sealed is
 * delivered, and what is there is received. A failure ends it where it stands; what was done stays
 * done, and the report says in true numbers how far it came.
 */
export async function runExchange(parts: PouchParts, signal: AbortSignal): Promise<Result<DeliveryReport, DeliveryFailure>> {
  const { ground } = parts;
  if (ground.organisation.profile() === null) return failed('not-a-member');
  const { state, obstacle } = await circumstancesNow(parts);
  if (state.loweredTo === 'nothing') return failed('no-channel');
  if (state.network === null) return failed(obstacle === 'server-absent' || obstacle === 'wrong-server' ? obstacle : 'no-channel');
  if (!state.reachable) return failed('server-absent');
  const tally: Tally = { network: state.name, delivered: 0, held: 0, received: { letters: 0, conflicts: new Set(), refused: new Map() }, failure: null };
  const progress = createProgress((told) => ground.emit({ type: 'delivery', progress: told }), parts.elapsed);
  try {
    progress.phase('sealing', 0);
    const refreshed = await parts.directory.refresh(signal);
    if (!refreshed.ok && parts.directory.grant() === null) return refreshed;
    if (refreshed.ok) await exchangeLetters(parts, signal, progress, tally);
    else tally.failure = refreshed.failure;
  } catch (cause) {
    tally.failure = failureOfStop(cause);
  }
  try {
    return ok(await conclude(parts, tally, progress));
  } catch (cause) {
    return { ok: false, failure: failureOfStop(cause) };
  }
}

async function exchangeLetters(parts: PouchParts, signal: AbortSignal, progress: Progress, tally: Tally): Promise<void> {
  const circumstances = await circumstancesNow(parts);
  const sorted = sortUnsent(await gatherUnsent(parts.ground.ledger), circumstances);
  tally.held = sorted.stays.length;
  progress.phase('sealing', sorted.goes.length);
  const tooLarge = await sealCleared(sorted.goes, { ground: parts.ground, book: parts.book, outbox: parts.outbox, signal, aim: usualParcel, sealed: progress.done });
  tally.held += tooLarge.size;
  const open = openPlaces(circumstances);
  const undelivered = await deliverAll(open, parts, signal, progress, tally);
  const unreceived = await receiveAll(open, parts, signal, progress, tally);
  tally.failure ??= undelivered ?? unreceived;
}

interface OpenPlace {
  readonly place: Place;
  readonly cleared: ClearedToReceive;
}

/** Compartments that this channel, device and person may move now: asked for both directions, since a parcel sealed elsewhere may not go here. */
function openPlaces({ places, channel, person, now }: Circumstances): readonly OpenPlace[] {
  return places.flatMap((place) => {
    const decision = decideReceive(place.facts, channel, person, now);
    return decision.verdict === 'cleared' && place.database !== null ? [{ place, cleared: decision.cleared }] : [];
  });
}

async function deliverAll(open: readonly OpenPlace[], parts: PouchParts, signal: AbortSignal, progress: Progress, tally: Tally): Promise<Failure<DeliveryFailure> | null> {
  const waybills = await parts.outbox.all();
  const documents = await documentsOf(waybills, parts);
  const going = open.map(({ place }) => ({ place, parcels: waybills.filter((one) => one.compartment === place.facts.compartment) }));
  progress.phase('delivering', countLetters(going.flatMap((one) => one.parcels)));
  let failure: Failure<DeliveryFailure> | null = null;
  for (const { place, parcels } of going) {
    if (parcels.length === 0 || place.database === null) continue;
    const { local } = await openPouchOf(place.facts.compartment, parts.ground, parts.openDatabase);
    try {
      const confirm = (confirmed: readonly ConfirmedParcel[]) => settle(confirmed, local, parts, progress, tally);
      const means = { send: parts.send, load: (parcel: ParcelId) => documents.get(parcel) ?? null, signal, pause: parts.pause, elapsed: parts.elapsed, confirm, sent: progress.moved };
      const outcome = await deliver(place.database, parcels, means, paceFor(progress.bytesPerSecond()));
      if (outcome.failure !== null) return deliveryFailureOf(outcome.failure);
      if (outcome.setAside.length > 0) failure = { code: 'server-refused' };
    } finally {
      await local.close();
    }
  }
  return failure;
}

/** The sealed documents, read once for the delivery. */
async function documentsOf(waybills: readonly Waybill[], { ground }: PouchParts): Promise<ReadonlyMap<ParcelId, ParcelDocument>> {
  if (waybills.length === 0) return new Map();
  return new Map((await ground.letters.outbox()).map(({ document }) => [document._id, document]));
}

/** First the local pouch knows them, then the outbox lets go: a crash between the two only delivers again. */
async function settle(confirmed: readonly ConfirmedParcel[], local: LocalPouch, { ground, outbox }: PouchParts, progress: Progress, tally: Tally): Promise<void> {
  if (confirmed.length === 0) return;
  await local.enterOwn(confirmed);
  const gone = confirmed.map((one) => one.parcel);
  const dropped = await ground.letters.confirmed(gone);
  if (!dropped.ok) throw new StorageStop(dropped.failure.code);
  await outbox.confirmed(gone);
  const letters = countLetters(confirmed);
  tally.delivered += letters;
  progress.done(letters);
}

async function receiveAll(open: readonly OpenPlace[], parts: PouchParts, signal: AbortSignal, progress: Progress, tally: Tally): Promise<Failure<DeliveryFailure> | null> {
  let failure: Failure<DeliveryFailure> | null = null;
  progress.phase('receiving', 0);
  for (const { place, cleared } of open) {
    try {
      await receive(cleared, place, {
        ground: parts.ground,
        book: parts.book,
        send: parts.send,
        pause: parts.pause,
        signal,
        openDatabase: parts.openDatabase,
        stamp: parts.directory.stamp(),
        context: letterContext(place, parts),
        received: tally.received,
        fetched: (parcels, pending) => progress.at(parcels, parcels + pending),
        moved: progress.moved,
        elapsed: parts.elapsed,
        parcelsAtOnce: () => parcelsAtOnce(progress.bytesPerSecond()),
      });
    } catch (cause) {
      // One compartment that the server refuses does not keep the others from coming.
      const stop = failureOfStop(cause);
      if (stop.code !== 'server-refused' && stop.code !== 'server-garbled') return stop;
      failure ??= stop;
    }
  }
  return failure;
}

function letterContext(place: Place, { ground, directory }: PouchParts): LetterContext {
  return {
    compartment: place.facts.compartment,
    jwg: place.jwg,
    marking: place.marking,
    scheme: ground.organisation.scheme(),
    devices: directory.state().devices,
  };
}

/** A parcel of the usual size takes some 90 KB on the wire; about five seconds' worth, 10 when the link is not known yet. */
function parcelsAtOnce(bytesPerSecond: number | null): number {
  return bytesPerSecond === null ? 10 : Math.min(50, Math.max(1, Math.round((bytesPerSecond * 5) / 90_000)));
}

function countLetters(parcels: readonly { readonly letters: number }[]): number {
  return parcels.reduce((total, one) => total + one.letters, 0);
}

async function conclude(parts: PouchParts, tally: Tally, progress: Progress): Promise<DeliveryReport> {
  const report = makeReport(tally, await parts.outbox.letters(), parts.ground.now(), parts.ground.ledger);
  // A report that cannot be kept is still shown.
  await parts.ground.states.write([reportState(report)]);
  progress.phase('done', 0);
  parts.ground.emit({ type: 'pouch' });
  return report;
}
