import { usualParcel } from '../../../core/letters/parcel.ts';
import type { OfficeLook } from '../../../core/pouch/standing.ts';
import { failed, ok, type Failure, type Result } from '../../../core/result.ts';
import type { DeliveryFailure, DeliveryProgress, DeliveryReport, ExchangeOptions } from '../api.ts';
import type { OutgoingParcel } from '../pouch-seam/pouch-ground.ts';
import { circumstancesNow, openPlaces, unreachable, type OpenPlace, type PouchParts } from './circumstances.ts';
import { closeUnderParents, type ClosedRecord } from './closure.ts';
import { Dispatch } from './dispatch.ts';
import { obeyEraseOrders } from './erase-orders.ts';
import { failureOfStop } from './failures.ts';
import { exchangeFiles } from './files/exchange-files.ts';
import { notingWanted } from './files/file-queues.ts';
import { gateOf } from './gate.ts';
import { gatherUnsent, sortUnsent, type Circumstances, type Goes } from './gather.ts';
import { sealCleared } from './outbox.ts';
import { readOpened } from './opened.ts';
import { waybill } from './outbox-index.ts';
import type { Place } from './places.ts';
import { LineSpeed } from './line-speed.ts';
import { watched } from './line-watch.ts';
import { leftAside, lookedState, readLooked, saysTheSame } from './looked.ts';
import { lookAgain } from './look-again.ts';
import { createProgress, type Progress } from './progress.ts';
import { hasNews } from './polling.ts';
import { deliverReceipts } from './receipts.ts';
import { receive, type ReceptionMeans } from './reception.ts';
import { makeReport, readReport, reportState, type Tally } from './report.ts';
import { followInOutbox, followRemovals } from './removals.ts';
import { failureFound, troublesOf, troublesState } from './troubles.ts';
import { Turnstile } from './turnstile.ts';

/** Every record with unsent changes, closed under its parents as far as that can be. */
export async function gatherClosed({ ground, book }: PouchParts, { places, scheme }: Circumstances): Promise<readonly ClosedRecord[]> {
  const { ledger, identity } = ground;
  return closeUnderParents(await gatherUnsent(ledger), { ledger, book, places, scheme, person: identity.person });
}

/**
 * One whole exchange: the directory first, then what is cleared is sealed, what is sealed is
 * delivered, and what is there is received. A failure ends it where it stands; what was done stays
 * done, and the report says in true numbers how far it came.
 */
export async function runExchange(given: PouchParts, signal: AbortSignal, options: AskedExchange = {}): Promise<Result<DeliveryReport, DeliveryFailure>> {
  const { ground, elapsed } = given;
  if (ground.organisation.profile() === null) return failed('not-a-member');
  const { state, obstacle } = await circumstancesNow(given);
  const prevented = unreachable({ state, obstacle });
  if (prevented !== null) return preventedBy(prevented, state.name, given);
  const line = new LineSpeed(elapsed);
  const parts = { ...given, send: watched(given.send, line.watch) };
  const began = elapsed();
  const moved = () => ({ bytes: line.sent + line.received, seconds: Math.round((elapsed() - began) / 1000) });
  const tally: Tally = { network: state.name, moved, leftAside: { aboveNetwork: 0, aboveLaptop: 0 }, delivered: 0, held: 0, received: { letters: 0, quarantined: 0, conflicts: new Set(), refused: new Map() }, files: { sent: 0, fetched: 0, waiting: 0 }, failure: null };
  const tell = (told: DeliveryProgress) => ground.emit({ type: 'delivery', progress: told });
  const progress = createProgress(options.quietly === true ? onceMoving(tell) : tell, elapsed, line);
  const ticking = setInterval(progress.tick, tickEvery);
  try {
    progress.phase('sealing', 0);
    // Side by side: an order is found also by a laptop that the directory does not know any more.
    const [refreshed, orders] = await Promise.all([parts.directory.refresh(signal), obeyEraseOrders({ ...parts, signal })]);
    // The session is about to end: nothing moves, and nothing more is written.
    if (orders.ordered) return failed('cancelled');
    if (orders.refused > 0) tally.received.refused.set('erase-order', orders.refused);
    if (!refreshed.ok && parts.directory.grant() === null) return refreshed;
    if (refreshed.ok) {
      // What was ordered to go goes before anything else moves, and the receipts after everything.
      await followInOutbox(parts);
      await followRemovals(parts, ['erasure']);
      await exchangeLetters({ parts, signal, progress, line, tally, options });
      await followRemovals(parts);
      await deliverReceipts({ ...parts, signal });
    } else {
      tally.failure = refreshed.failure;
    }
  } catch (cause) {
    tally.failure = await failureOfStop(cause);
  } finally {
    clearInterval(ticking);
  }
  try {
    return ok(await conclude(parts, tally, progress, options.quietly === true));
  } catch (cause) {
    return { ok: false, failure: await failureOfStop(cause) };
  }
}

async function preventedBy(code: NonNullable<ReturnType<typeof unreachable>>, network: string, { ground }: PouchParts): Promise<Result<never, DeliveryFailure>> {
  await ground.states.write([...(await troublesState(ground.states, failureFound(code), { network, at: ground.now() }))]);
  return failed(code);
}

/** Milliseconds between two words on what is on its way while nothing new is known. */
const tickEvery = 1_000;

/** `quietly`: nobody asked for it, so nothing is told of it unless something moves or fails. */
export interface AskedExchange extends ExchangeOptions {
  readonly quietly?: boolean;
}

/** Tells from the first thing that moves on. */
function onceMoving(tell: (progress: DeliveryProgress) => void): (progress: DeliveryProgress) => void {
  let moving = false;
  return (progress) => {
    moving ||= progress.phase !== 'sealing' && progress.phase !== 'done' && progress.total > 0;
    if (moving) tell(progress);
  };
}

/** What one exchange carries along. */
interface Run {
  readonly parts: PouchParts;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly line: LineSpeed;
  readonly tally: Tally;
  readonly options: AskedExchange;
}

async function exchangeLetters(run: Run): Promise<void> {
  const { parts, signal, tally } = run;
  await lookAgain(parts, tally.received, signal);
  const circumstances = await circumstancesNow(parts);
  const sorted = sortUnsent(await gatherClosed(parts, circumstances), circumstances);
  tally.held = sorted.stays.length;
  tally.leftAside = leftAside(circumstances);
  const open = openPlaces(circumstances);
  const undelivered = await sealAndDeliver(sorted.goes, open, run);
  // On a slow line what has gone is not said to be going until all of it is over.
  if (tally.delivered > 0) parts.ground.emit({ type: 'pouch' });
  const unreceived = undelivered !== null && endsAll(undelivered) ? null : await receiveAll(open, run);
  const failure = undelivered ?? unreceived;
  const isOver = run.options.recordsOnly === true || (failure !== null && endsAll(failure));
  tally.failure = failure ?? (isOver ? null : await exchangeFiles(open, { ...run, tally: tally.files }));
}

/** What waits in the outbox goes first; what is sealed now follows while the next is being sealed. */
async function sealAndDeliver(goes: readonly Goes[], open: readonly OpenPlace[], run: Run): Promise<Failure<DeliveryFailure> | null> {
  const { parts, signal, progress, tally } = run;
  const { ground, book, outbox } = parts;
  const delivered = (letters: number) => {
    tally.delivered += letters;
    progress.done(letters);
  };
  const dispatch = new Dispatch({ ...parts, signal, delivered });
  const places = open.map((one) => one.place);
  const waiting = await waitingFor(places, run);
  progress.phase('sealing', goes.length);
  let undelivered: Failure<DeliveryFailure> | null;
  try {
    for (const place of places) dispatch.take(place, waiting.filter((one) => one.compartment === place.facts.compartment));
    const known = [...waiting];
    let isUnderWay = false;
    const goesOn = (parcels: readonly OutgoingParcel[]) => {
      if (!isUnderWay) progress.phase('delivering', goes.length + countLetters(waiting));
      isUnderWay = true;
      known.push(...parcels);
      progress.weighs(sumOf(known.map((one) => waybill(one).bytes)) / countLetters(known));
    };
    const sealed = (place: Place, parcels: readonly OutgoingParcel[]) => {
      goesOn(parcels);
      if (places.includes(place)) dispatch.take(place, parcels);
    };
    const tooLarge = await sealCleared(goes, { ground, book, outbox, signal, way: { type: 'network', name: tally.network }, aim: usualParcel, sealed });
    tally.held += tooLarge.size;
    if (!isUnderWay && waiting.length > 0) goesOn([]);
  } finally {
    undelivered = await dispatch.end();
  }
  return undelivered;
}

/** What was sealed before for compartments that may be delivered to now. */
async function waitingFor(places: readonly Place[], { parts: { ground, outbox } }: Run): Promise<readonly OutgoingParcel[]> {
  if ((await outbox.letters()) === 0) return [];
  const open = new Set(places.map((one) => one.facts.compartment));
  return (await ground.letters.outbox()).filter((one) => open.has(one.compartment));
}

/** Whether there is no sense in asking the server for anything else. What it refuses or garbles may be one compartment's trouble. */
function endsAll({ code }: Failure<DeliveryFailure>): boolean {
  return code !== 'server-refused' && code !== 'server-garbled';
}

/** Compartments asked for news at once: each question is small, and what it costs is the way there and back. */
const askedAtOnce = 24;
/** Compartments received at once. Their letters share one processor and one store; the line is used while those work. */
const receivedAtOnce = 3;

/** First every compartment is asked whether there is news, then those that have some are received. */
async function receiveAll(open: readonly OpenPlace[], run: Run): Promise<Failure<DeliveryFailure> | null> {
  const { progress, line } = run;
  progress.phase('receiving', 0);
  const before = line.received;
  const counts = new Map<Place, { readonly done: number; readonly pending: number | null }>();
  const fetched = (place: Place) => (done: number, pending: number | null) => {
    counts.set(place, { done, pending });
    const all = [...counts.values()];
    const here = sumOf(all.map((one) => one.done));
    // A total that nobody knows is not made up: then only what came is counted.
    if (here > 0 && all.every((one) => one.pending !== null)) progress.weighs((line.received - before) / here);
    progress.at(here, here + sumOf(all.map((one) => one.pending ?? 0)));
  };
  const asking = new Turnstile(askedAtOnce);
  const receiving = new Turnstile(receivedAtOnce);
  let failure: Failure<DeliveryFailure> | null = null;
  let ended: Failure<DeliveryFailure> | null = null;
  await Promise.all(
    open.map(async ({ place, cleared }) => {
      try {
        const news = await asking.pass(1, async () => ended === null && (await isWorthReceiving(place, run)));
        if (news) await receiving.pass(1, async () => (ended === null ? receive(cleared, place, await receptionMeans(place, fetched(place), run)) : undefined));
      } catch (cause) {
        // One compartment that the server refuses does not keep the others from coming.
        const stop = await failureOfStop(cause);
        if (endsAll(stop)) ended ??= stop;
        else failure ??= stop;
      }
    }),
  );
  return ended ?? failure;
}

/** Whether the server has something new; what waits here was looked at without it. */
async function isWorthReceiving({ database, facts }: Place, { parts, signal }: Run): Promise<boolean> {
  const { ground, send, quiet } = parts;
  if (database === null) return false;
  return hasNews(database, await readOpened(ground.states, facts.compartment), { send, signal, quiet });
}

async function receptionMeans(place: Place, fetched: ReceptionMeans['fetched'], { parts, signal, tally }: Run): Promise<ReceptionMeans> {
  return {
    ground: notingWanted(parts.ground, place.facts.compartment),
    book: parts.book,
    send: parts.send,
    pause: parts.pause,
    signal,
    openDatabase: parts.openDatabase,
    stamp: parts.directory.stamp(),
    gate: await gateOf(place, parts),
    received: tally.received,
    fetched,
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}

function countLetters(parcels: readonly OutgoingParcel[]): number {
  return parcels.reduce((total, one) => total + one.letters.length, 0);
}

async function conclude(parts: PouchParts, tally: Tally, progress: Progress, quietly: boolean): Promise<DeliveryReport> {
  const report = makeReport(tally, await parts.outbox.letters(), parts.ground.now(), parts.ground.ledger);
  // Giving way to somebody's wish says nothing of the office.
  const gaveWay = quietly && report.failure?.code === 'cancelled';
  const look: OfficeLook = { at: report.at, network: report.network, failed: report.failure !== null, ...tally.leftAside };
  const looked = gaveWay ? [] : [lookedState(look)];
  const isNews = !quietly || !(await saysNothingNew(parts, report));
  const isOther = !gaveWay && !saysTheSame(await readLooked(parts.ground.states), look);
  // What cannot be kept is still shown.
  const troubles = await troublesState(parts.ground.states, troublesOf(report), report);
  await parts.ground.states.write([...looked, ...(isNews ? [reportState(report)] : []), ...troubles]);
  progress.phase('done', 0);
  if (isNews || isOther) parts.ground.emit({ type: 'pouch' });
  return report;
}

/** A look for news that found none does not take the place of the last report, unless that told of a failure. */
async function saysNothingNew({ ground }: PouchParts, report: DeliveryReport): Promise<boolean> {
  const moved = report.delivered + report.received + report.conflicts.length + report.refused.length + (report.files?.sent ?? 0) + (report.files?.fetched ?? 0);
  // Its own giving way to somebody's wish is nothing to report.
  if (report.failure?.code === 'cancelled' && moved === 0) return true;
  if (moved > 0 || report.failure !== null) return false;
  const last = await readReport(ground.states);
  return last !== null && last.failure === null && last.unconfirmed === report.unconfirmed;
}
