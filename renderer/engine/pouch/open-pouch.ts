import type { CompartmentId, JwgId } from '../../../core/ids.ts';
import { failed, ok } from '../../../core/result.ts';
import type { PouchApi, PouchPreview } from '../api.ts';
import type { OpenPouch, OpenThePouch, PouchGround, UnsentRecord } from '../pouch-seam/pouch-ground.ts';
import { readSettings } from '../settings/settings.ts';
import { carryOut, mediaOf, previewCarrying } from './by-hand/carry-out.ts';
import type { CarryingApi } from './by-hand/carrying-api.ts';
import { takeIn } from './by-hand/take-in.ts';
import { arrivalsNow, readInQuarantine } from './arrivals.ts';
import { deliverByItself, type ByItself } from './by-itself.ts';
import { channelState } from './channel.ts';
import { DataMeter } from './data-meter.ts';
import { OfficeDirectory } from './directory.ts';
import { circumstancesNow, unreachable, type PouchParts } from './circumstances.ts';
import { gatherClosed, runExchange } from './exchange.ts';
import { StorageStop } from './failures.ts';
import { watched } from './line-watch.ts';
import { fetchWanted } from './files/exchange-files.ts';
import { sortUnsent } from './gather.ts';
import { lookAgainAlone } from './look-again.ts';
import { createLetterBook } from './letter-book.ts';
import { openInBrowser, type OpenDatabase } from './local-pouch.ts';
import { createOutboxIndex } from './outbox-index.ts';
import { createPausing } from './pausing.ts';
import { readTroubles } from './troubles.ts';
import { pause, type Pause } from './patience.ts';
import { pouchRows } from './preview.ts';
import { awaitingRelease } from './release.ts';
import { readReport } from './report.ts';
import { heldBack, standingLive, standingNow } from './standing.ts';
import { createRunner, type Runner } from './runner.ts';
import { allowRemovals } from './removals.ts';
import { vouch } from './vouching.ts';
import { countWaiting, readWaiting } from './waiting.ts';
import { sendThroughApp, type Send } from './wire.ts';

/** What a test replaces: the way to the server, the local databases, waiting. */
export interface PouchSurroundings {
  readonly send: Send;
  readonly openDatabase: OpenDatabase;
  readonly pause: Pause;
  /** How the time between two looks passes while the pouch delivers by itself; absent: it never does. */
  readonly rest?: Pause;
}

const inTheApp: PouchSurroundings = { send: sendThroughApp, openDatabase: openInBrowser, pause, rest: pause };

/** Opens the pouch on what the notebook offers it. Called at every unlock, working alone too. */
export const openPouch: OpenThePouch = (ground) => openPouchIn(ground, inTheApp);

export async function openPouchIn(ground: PouchGround, surroundings: PouchSurroundings): Promise<OpenPouch> {
  const meter = await DataMeter.open(ground.states, ground.now);
  const send = watched(surroundings.send, meter.watch);
  const directory = new OfficeDirectory(ground, send, surroundings.pause);
  await directory.load();
  const parts: PouchParts = {
    ground,
    directory,
    book: createLetterBook(ground.letters, ground.identity.device),
    outbox: createOutboxIndex(ground.letters),
    pausing: createPausing(ground.states, ground.now),
    ...surroundings,
    send,
    meter,
    elapsed: () => performance.now(),
    quiet: new Map(),
  };
  const runner = createRunner();
  const channel = channelWatched(ground);
  const byItself = surroundings.rest === undefined ? null : beginByItself(parts, runner, surroundings.rest);
  return {
    api: pouchApi({ parts, runner, channel }),
    directory: directory.names,
    standing: async () => {
      await channel();
      return standingLive(parts);
    },
    membership: () => directory.membership(),
    carrying: carryingApi(parts, runner),
    fetchFile: (wanted) => metered(parts, () => fetchWanted(wanted, parts)),
    profileChanged: () => runner.alone(() => lookAgainAlone(parts)),
    release: { awaiting: (jwg) => awaiting(parts, jwg) },
    close: async () => {
      await runner.close();
      await byItself?.end();
    },
  };
}

/** Exchanges that nobody asked for, as the person's settings want them. */
function beginByItself(parts: PouchParts, runner: Runner, rest: Pause): ByItself {
  const { ground, directory } = parts;
  return deliverByItself({
    pause: rest,
    elapsed: parts.elapsed,
    async network() {
      if (directory.grant() === null || !(await readSettings(ground.states)).deliversByItself) return null;
      const { state, obstacle } = await circumstancesNow(parts);
      if (unreachable({ state, obstacle }) !== null || (await heldBack(parts)) !== null) return null;
      return state.network;
    },
    unsent: () => ground.ledger.unsentCount(),
    async exchange() {
      const { recordsOnly } = await readSettings(ground.states);
      const guarded = { ...parts, send: watched(parts.send, await parts.meter.guard()) };
      return runner.runUnasked((signal) => metered(parts, () => runExchange(guarded, signal, { recordsOnly, quietly: true })));
    },
  });
}

/** What passed is kept when it is over, however it ends. */
async function metered<Value>({ meter }: PouchParts, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } finally {
    await meter.keep();
  }
}

/** The channel as it is now. What may go was counted over the one before: that it is another is told. */
function channelWatched({ host, organisation, emit }: PouchGround): PouchApi['channel'] {
  let before: string | null = null;
  return async () => {
    const state = channelState(await host.channelState(), organisation.scheme());
    const now = JSON.stringify(state);
    if (before !== null && before !== now) emit({ type: 'pouch' });
    before = now;
    return state;
  };
}

interface ApiParts {
  readonly parts: PouchParts;
  readonly runner: Runner;
  readonly channel: PouchApi['channel'];
}

function pouchApi({ parts, runner, channel }: ApiParts): PouchApi {
  const { ground, pausing } = parts;
  return {
    preview: () => preview(parts),
    troubles: () => readTroubles(ground.states),
    channel,
    async lower(to) {
      const state = channelState(await ground.host.lowerChannel(to), ground.organisation.scheme());
      ground.emit({ type: 'pouch' });
      return state;
    },
    exchange: async (options) => {
      await pausing.asked();
      const recordsOnly = options?.recordsOnly ?? (await readSettings(ground.states)).recordsOnly;
      return runner.run((signal) => metered(parts, () => runExchange(parts, signal, { recordsOnly })));
    },
    ...pausingApi(parts, runner),
    arrivals: () => arrivalsNow(parts),
    quarantined: (letter) => readInQuarantine(letter, parts),
    vouch: (letters, says) => runner.alone(async () => vouch(letters, says, (await circumstancesNow(parts)).places, parts)),
    carryOutRemovals: (compartment) => runner.alone(() => removeAsOrdered(compartment, parts)),
  };
}

/** Stopping and pausing say first that nothing begins by itself, then end what runs: the other way round the next could begin between. */
function pausingApi({ ground, pausing }: PouchParts, runner: Runner): Pick<PouchApi, 'cancel' | 'pause' | 'goOn'> {
  const told = <Value>(value: Value): Value => {
    ground.emit({ type: 'pouch' });
    return value;
  };
  return {
    async cancel() {
      const kept = await pausing.pause('stopped');
      await runner.cancel();
      return told(kept);
    },
    async pause() {
      const kept = await pausing.pause('person');
      await runner.cancelUnasked();
      return told(kept);
    },
    goOn: async () => told(await pausing.goOn()),
  };
}

function carryingApi(parts: PouchParts, runner: Runner): CarryingApi {
  return {
    media: async () => mediaOf(parts),
    preview: (choice) => previewCarrying(parts, choice),
    carryOut: (choice) => runner.run((signal) => carryOut(parts, choice, signal)),
    takeIn: (file, medium) => runner.run((signal) => takeIn(parts, file, medium, signal)),
  };
}

async function awaiting(parts: PouchParts, jwg: JwgId): Promise<readonly UnsentRecord[]> {
  const circumstances = await circumstancesNow(parts);
  return awaitingRelease(sortUnsent(await gatherClosed(parts, circumstances), circumstances).stays, jwg);
}

async function removeAsOrdered(compartment: CompartmentId, parts: PouchParts): ReturnType<PouchApi['carryOutRemovals']> {
  try {
    const records = await allowRemovals(compartment, parts);
    return records === null ? failed('nothing-asked') : ok({ records });
  } catch (cause) {
    if (!(cause instanceof StorageStop)) throw cause;
    return failed(cause.code);
  }
}

async function preview(parts: PouchParts): Promise<PouchPreview> {
  const { ground } = parts;
  const circumstances = await circumstancesNow(parts);
  const sorted = sortUnsent(await gatherClosed(parts, circumstances), circumstances);
  const lists = await Promise.all(circumstances.places.map((one) => readWaiting(ground.states, one.facts.compartment)));
  return {
    channel: circumstances.state,
    ...pouchRows(sorted, ground.organisation.profile()),
    standing: await standingNow(parts, { goes: sorted.goes.length, stays: sorted.stays.length, unsorted: 0 }, circumstances),
    waiting: countWaiting(lists),
    lastDelivery: await readReport(ground.states),
  };
}
