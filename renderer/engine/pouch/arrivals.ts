import { mayRelease } from '../../../core/clearance/arrive.ts';
import type { DeviceId, LetterHash, PersonId } from '../../../core/ids.ts';
import { historyOf } from '../../../core/ledger/history.ts';
import { examineChains, type ChainLink } from '../../../core/letters/letter-chain.ts';
import { isBeyondLast } from '../../../core/organisation/cut-off.ts';
import { failed, ok } from '../../../core/result.ts';
import { historyEntries } from '../notebook/record-view.ts';
import type { Arrivals, ArrivalsApi, ChainRow, ErasedRow, HeldBackRow, LateRow, QuarantinedRow, RaisedRow, RemovedRow, Sender } from './arrivals-api.ts';
import { circumstancesNow, type PouchParts } from './circumstances.ts';
import { readEraseOrders } from './erase-orders-store.ts';
import { readLate } from './late-letters.ts';
import type { Place } from './places.ts';
import type { Quarantine } from './quarantine.ts';
import type { QuarantineEntry } from './quarantine-store.ts';
import { dueRemovals, type HeldRemoval } from './removals.ts';
import { readRemovals } from './removals-store.ts';
import { openQuarantine } from './gate.ts';

/** Orders told on the screen; older ones are in the directory and were followed. */
const mostRemovedShown = 50;

/** Everything about what arrived that a person may have to look at. */
export async function arrivalsNow(parts: PouchParts): Promise<Arrivals> {
  const { places } = await circumstancesNow(parts);
  const quarantine: QuarantinedRow[] = [];
  const chains: ChainRow[] = [];
  const late: LateRow[] = [];
  const unattended = new Set<string>();
  for (const place of places) {
    const kept = await openQuarantine(place, parts);
    const rows = kept.list().map((entry) => rowOf(entry, place, kept, parts));
    quarantine.push(...rows);
    if (rows.some((one) => one.reasons.includes('third-country')) && kept.rules().administrators.length === 0) unattended.add(groupOf(place, parts));
    chains.push(...(await chainRows(place, kept, parts)));
    late.push(...(await lateRows(place, parts)));
  }
  const open = await dueRemovals(parts);
  return {
    quarantine: quarantine.toSorted((one, other) => other.arrived - one.arrived),
    withoutAdministrator: [...unattended],
    heldBack: await heldBackRows(open.held, places, parts),
    erased: await erasedRows(parts),
    removalsAsked: open.asked.map((one) => ({ ...placeOf(one.compartment, places, parts), compartment: one.compartment, records: one.records, of: one.of, grounds: [...new Set(one.orders.map((each) => each.ground))] })),
    removed: await removedRows(places, parts),
    raised: raisedRows(parts),
    chains,
    late,
  };
}

/** One letter in quarantine with what it would write. */
export async function readInQuarantine(letter: LetterHash, parts: PouchParts): ReturnType<ArrivalsApi['quarantined']> {
  const { places, scheme, now } = await circumstancesNow(parts);
  for (const place of places) {
    const kept = await openQuarantine(place, parts);
    const entry = kept.list().find((one) => one.hash === letter);
    const content = entry === undefined ? null : await kept.read(letter);
    if (entry === undefined || content === null) continue;
    const names = { me: parts.ground.identity.person, nameOf: (person: PersonId) => parts.directory.names.nameOf(person) ?? '' };
    return ok({ ...rowOf(entry, place, kept, parts), entries: historyEntries(historyOf(content.changes), names, { now, scheme }) });
  }
  return failed('not-in-quarantine');
}

function rowOf(entry: QuarantineEntry, place: Place, kept: Quarantine, parts: PouchParts): QuarantinedRow {
  const { person, device } = parts.ground.identity;
  const rules = kept.rules();
  const word = { person, device, at: parts.ground.now() };
  return {
    letter: entry.hash,
    jwg: groupOf(place, parts),
    level: entry.level,
    kind: entry.kind,
    title: entry.title,
    sender: senderOf(entry.device, parts),
    reasons: entry.reasons,
    arrived: entry.arrived,
    rejected: entry.rejected,
    mayDecide: entry.reasons.some((reason) => mayRelease(word, entry, reason, rules)),
  };
}

function senderOf(device: DeviceId, { directory }: PouchParts): Sender {
  const known = directory.state().devices.get(device);
  return { name: known?.name ?? '', country: known?.country ?? '', institution: known?.institution ?? '' };
}

function groupOf(place: Pick<Place, 'jwg'>, { ground }: PouchParts): string {
  return ground.organisation.profile()?.jwgs.find((one) => one.id === place.jwg)?.shortName ?? '';
}

function placeOf(compartment: Place['facts']['compartment'], places: readonly Place[], parts: PouchParts): { readonly jwg: string; readonly level: Place['marking'] } {
  const place = places.find((one) => one.facts.compartment === compartment);
  if (place === undefined) throw new Error('an order of the directory is of a compartment that it names');
  return { jwg: groupOf(place, parts), level: place.marking };
}

async function chainRows(place: Place, kept: Quarantine, parts: PouchParts): Promise<readonly ChainRow[]> {
  const { compartment } = place.facts;
  const letters = await parts.ground.letters.ofCompartment(compartment);
  const apart = kept.list().map(({ device, number, hash, previous }): ChainLink => ({ device, number, hash, previous, seen: {} }));
  const found = examineChains([...letters, ...apart]);
  const base = { jwg: groupOf(place, parts), level: place.marking };
  const name = (device: DeviceId) => senderOf(device, parts).name;
  const one = (what: ChainRow['what'], device: DeviceId, from: number, to = from, seenBy = ''): ChainRow => ({ ...base, what, sender: name(device), from, to, seenBy });
  const cutOffs = kept.rules().cutOffs;
  const apartHashes = new Set(apart.map((link) => link.hash));
  const beyond = letters.filter((letter) => isBeyondLast(cutOffs.get(letter.device), letter) && !apartHashes.has(letter.hash) && !isAccepted(letter.hash, kept));
  return [
    ...found.gaps.map((gap) => one('gap', gap.device, gap.from, gap.to)),
    ...found.forks.map((fork) => one('fork', fork.device, fork.number)),
    ...found.brokenLinks.map((link) => one('broken-link', link.device, link.number)),
    ...found.withheld.map((letter) => one('withheld', letter.device, letter.number, letter.number, name(letter.seenBy))),
    ...[...Map.groupBy(beyond, (letter) => letter.device)].map(([device, some]) => one('beyond-cut-off', device, Math.min(...some.map((letter) => letter.number)), Math.max(...some.map((letter) => letter.number)))),
  ];
}

function isAccepted(letter: LetterHash, kept: Quarantine): boolean {
  return kept.rules().verdictsOn(letter).some((one) => one.says === 'accept');
}

async function lateRows(place: Place, parts: PouchParts): Promise<readonly LateRow[]> {
  const letters = await readLate(parts.ground.states, place.facts.compartment);
  return [...Map.groupBy(letters, (one) => one.device)].map(([device, some]) => ({
    jwg: groupOf(place, parts),
    level: place.marking,
    sender: senderOf(device, parts).name,
    letters: some.length,
  }));
}

async function removedRows(places: readonly Place[], parts: PouchParts): Promise<readonly RemovedRow[]> {
  const { followed } = await readRemovals(parts.ground.states);
  const rows = parts.directory.state().removals.flatMap((order): RemovedRow[] => {
    const one = followed[order.id];
    if (one === undefined || one.done === 'not-held') return [];
    const place = places.find((each) => each.facts.compartment === order.compartment);
    return [{
      order: order.id, kind: order.kind, ground: order.ground,
      jwg: place === undefined ? '' : groupOf(place, parts),
      level: place?.marking ?? null,
      ordered: order.at,
      done: one.at,
      receipt: one.receipt === null ? 'delivered' : 'owed',
    }];
  });
  return rows.toSorted((one, other) => other.done - one.done).slice(0, mostRemovedShown);
}

async function heldBackRows(held: readonly HeldRemoval[], places: readonly Place[], parts: PouchParts): Promise<readonly HeldBackRow[]> {
  const { heldBack } = await readRemovals(parts.ground.states);
  return held.flatMap(({ order, hold }): HeldBackRow[] => {
    const entry = parts.ground.ledger.entry(order.record);
    const place = places.find((each) => each.facts.compartment === order.compartment);
    if (entry === null) return [];
    return [{
      order: order.id, record: order.record, kind: entry.kind, title: entry.title, ground: order.ground, hold,
      jwg: place === undefined ? '' : groupOf(place, parts),
      level: place?.marking ?? null,
      ordered: order.at,
      receipt: heldBack[order.id]?.receipt === null ? 'delivered' : 'owed',
    }];
  });
}

async function erasedRows({ ground }: PouchParts): Promise<readonly ErasedRow[]> {
  const { followed } = await readEraseOrders(ground.states);
  const rows = Object.entries(followed).map(([order, { at, records, drafts, receipt }]): ErasedRow => ({ order, at, records, drafts, receipt: receipt === null ? 'delivered' : 'owed' }));
  return rows.toSorted((one, other) => other.at - one.at);
}

function raisedRows({ ground, directory }: PouchParts): readonly RaisedRow[] {
  return ground.ledger.raised().map(({ record, kind, changedBy, changed }) => ({ record, kind, by: directory.names.nameOf(changedBy) ?? '', at: changed }));
}

