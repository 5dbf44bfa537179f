import { referencedFiles } from '../../../core/files/referenced-files.ts';
import type { FileReference } from '../../../core/files/sealed-file.ts';
import type { ChangeHash, CompartmentId } from '../../../core/ids.ts';
import { eraseContent } from '../../../core/ledger/erasure.ts';
import { shownValues } from '../../../core/ledger/fold.ts';
import { writeReceipt, type Receipt, type ReceiptDocument } from '../../../core/letters/receipt.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import type { RemovalOrder } from '../../../core/organisation/removal-order.ts';
import { standingHold, type LegalHold } from '../../../core/persons/legal-hold.ts';
import { fromFields } from '../../../core/records/fields.ts';
import { localDay } from '../notebook/today.ts';
import type { NamedState, PouchGround } from '../pouch-seam/pouch-ground.ts';
import type { OfficeDirectory } from './directory.ts';
import { StorageStop } from './failures.ts';
import { readToSend, readWanted, toSendState, wantedState } from './files/file-queues.ts';
import type { OutboxIndex } from './outbox-index.ts';
import { outboxWithout } from './outbox-without.ts';
import { quarantinedLetterState, quarantineState, readQuarantine, readQuarantinedLetter } from './quarantine-store.ts';
import { readRemovals, removalsState, type Followed, type RemovalsState } from './removals-store.ts';

export interface RemovalParts {
  readonly ground: PouchGround;
  readonly directory: Pick<OfficeDirectory, 'state' | 'grant'>;
  readonly outbox: Pick<OutboxIndex, 'added' | 'confirmed'>;
}

/**
 * What was sealed before an order was known and has not gone is sealed anew without what the order
 * means. Before anything moves, and whether or not the order itself waits for a person.
 */
export async function followInOutbox({ ground, directory, outbox }: RemovalParts): Promise<void> {
  const { followed } = await readRemovals(ground.states);
  for (const order of directory.state().removals) {
    const isDue = followed[order.id] === undefined && (await holdAgainst(order, ground)) === null;
    const instead = isDue ? await outboxWithout(order, { ground, directory }) : [];
    if (instead.length === 0) continue;
    const done = await ground.ledger.reseal(instead);
    if (!done.ok) throw new StorageStop(done.failure.code);
    await outbox.confirmed(instead.map((one) => one.was));
    await outbox.added(instead.flatMap((one) => one.now));
  }
}

/** Orders of one compartment that together would take more than a tenth of what is here of it. */
export interface LargeRemoval {
  readonly compartment: CompartmentId;
  readonly orders: readonly RemovalOrder[];
  readonly records: number;
  readonly of: number;
}

/** More than this share of a compartment stops and asks: an order given by mistake, or by somebody who got hold of the keys, empties no laptop unseen. */
const largestShare = 0.1;

/** An order of erasure whose record is on legal hold here. */
export interface HeldRemoval {
  readonly order: RemovalOrder;
  readonly hold: LegalHold;
}

/** The legal hold that stops an order here; `null` when none does. What was raised goes on elsewhere, and is not stopped. */
export async function holdAgainst(order: RemovalOrder, { ledger, now }: Pick<PouchGround, 'ledger' | 'now'>): Promise<LegalHold | null> {
  const state = order.kind === 'erasure' ? await ledger.state(order.record) : null;
  return state === null ? null : standingHold(fromFields(state.kind, shownValues(state)).value, localDay(now()));
}

interface OpenRemovals {
  readonly due: readonly RemovalOrder[];
  readonly asked: readonly LargeRemoval[];
  readonly held: readonly HeldRemoval[];
}

/** Orders not followed yet: those that may be followed now, those that ask a person first, and those that a legal hold stops. */
export async function dueRemovals(parts: RemovalParts): Promise<OpenRemovals> {
  const state = await readRemovals(parts.ground.states);
  const open: RemovalOrder[] = [];
  const held: HeldRemoval[] = [];
  for (const order of parts.directory.state().removals.filter((one) => state.followed[one.id] === undefined)) {
    const hold = await holdAgainst(order, parts.ground);
    if (hold === null) open.push(order);
    else held.push({ order, hold });
  }
  const due: RemovalOrder[] = [];
  const asked: LargeRemoval[] = [];
  for (const [compartment, orders] of Map.groupBy(open, (one) => one.compartment)) {
    const share = await shareOf(compartment, orders, parts.ground);
    const isLarge = share.records > 1 && share.records > share.of * largestShare;
    if (isLarge && !orders.every((one) => state.allowed.includes(one.id))) asked.push({ compartment, orders, ...share });
    else due.push(...orders);
  }
  return { due, asked, held };
}

async function shareOf(compartment: CompartmentId, orders: readonly RemovalOrder[], { letters, ledger }: PouchGround): Promise<{ readonly records: number; readonly of: number }> {
  const here = new Set((await letters.ofCompartment(compartment)).map((one) => one.record));
  let records = 0;
  for (const [record, some] of Map.groupBy(orders, (one) => one.record)) {
    const history = await ledger.history(record);
    const named = some.flatMap((one) => one.changes);
    if (named.some((hash) => history.has(hash) && history.get(hash)?.content !== 'erased')) records += 1;
  }
  return { records, of: here.size };
}

/**
 * Follows every order that needs no question. Erasures before anything moves; what was raised after
 * everything has come, since what came from above says that the record goes on here. Answers how many
 * records lost something.
 */
export async function followRemovals(parts: RemovalParts, kinds: readonly RemovalOrder['kind'][] = ['erasure', 'raised']): Promise<number> {
  const found = await dueRemovals(parts);
  const due = found.due.filter((one) => kinds.includes(one.kind));
  await noteHeldBack(found.held, parts);
  let records = 0;
  for (const order of due) records += (await follow(order, parts)) === 'not-held' ? 0 : 1;
  if (due.length > 0) parts.ground.emit({ type: 'pouch' });
  return records;
}

/** The organisation is told once of each order that a hold stops; should the hold end, the order is followed like any other. */
async function noteHeldBack(held: readonly HeldRemoval[], parts: RemovalParts): Promise<void> {
  const { ground } = parts;
  const state = await readRemovals(ground.states);
  const fresh = held.filter(({ order }) => state.heldBack[order.id] === undefined);
  if (fresh.length === 0) return;
  const added = fresh.map(({ order }) => [order.id, { at: ground.now(), receipt: receiptFor(order, 'held-back', parts) }] as const);
  await write(ground, { ...state, heldBack: { ...state.heldBack, ...Object.fromEntries(added) } });
  ground.emit({ type: 'pouch' });
}

/** The person lets the orders of a compartment go ahead. `null`: nothing is asked there. */
export async function allowRemovals(compartment: CompartmentId, parts: RemovalParts): Promise<number | null> {
  const { asked } = await dueRemovals(parts);
  const question = asked.find((one) => one.compartment === compartment);
  if (question === undefined) return null;
  const state = await readRemovals(parts.ground.states);
  const allowed = [...new Set([...state.allowed, ...question.orders.map((one) => one.id)])];
  await write(parts.ground, { ...state, allowed });
  return followRemovals(parts);
}

/** One order in one transaction: the content, the list, what lies in quarantine, and that it was followed. */
async function follow(order: RemovalOrder, parts: RemovalParts): Promise<Followed['done']> {
  const { ground } = parts;
  const { changes, done } = await planOf(order, parts);
  const files = await filesGoing(order, changes, ground);
  // Before the record that names them: what is interrupted here is begun again.
  for (const file of files) {
    const removed = await ground.pieces.remove(file.id);
    if (!removed.ok) throw new StorageStop(removed.failure.code);
  }
  const state = await readRemovals(ground.states);
  const at = ground.now();
  const receipt = receiptFor(order, done, parts);
  const states = [
    removalsState({ ...state, followed: { ...state.followed, [order.id]: { done, at, receipt } } }),
    ...(await quarantineWithout(order, ground)),
    ...(await queuesWithout(files, parts)),
  ];
  const erased = await ground.ledger.erase({ record: order.record, changes, how: order.kind === 'erasure' ? 'for-good' : 'from-here', states });
  if (!erased.ok) throw new StorageStop(erased.failure.code);
  return done;
}

/** Which changes lose their content here, and what the receipt says of it. */
async function planOf(order: RemovalOrder, { ground, directory }: RemovalParts): Promise<{ readonly changes: readonly ChangeHash[]; readonly done: Followed['done'] }> {
  const history = await ground.ledger.history(order.record);
  const held = order.changes.filter((hash) => history.has(hash));
  if (order.kind === 'erasure') return { changes: order.changes, done: held.length > 0 ? 'erased' : 'not-held' };
  if (held.length === 0) return { changes: [], done: 'not-held' };
  // Where something of the higher level is here, the record goes on there, with all its history.
  const isAboveHere = await wentAbove(order, ground, directory);
  const notices = new Set([...history.values()].filter((one) => one.header.act === 'raise').map((one) => one.hash));
  return isAboveHere ? { changes: [], done: 'moved' } : { changes: held.filter((hash) => !notices.has(hash)), done: 'erased' };
}

async function wentAbove({ record, compartment }: RemovalOrder, ground: PouchGround, directory: RemovalParts['directory']): Promise<boolean> {
  const state = await ground.ledger.state(record);
  const marking = directory.state().compartments.get(compartment)?.marking;
  if (state === null || marking === undefined) return false;
  const scheme = ground.organisation.scheme();
  return markingOf(scheme, state.level).rank > markingOf(scheme, marking).rank;
}

/** Files that nothing names any more once these changes have lost their content. */
async function filesGoing(order: RemovalOrder, changes: readonly ChangeHash[], { ledger }: PouchGround): Promise<readonly FileReference[]> {
  const doomed = new Set(changes);
  const history = await ledger.history(order.record);
  const named = new Map(referencedFiles([...history.values()].filter((one) => doomed.has(one.hash))).map(({ file }) => [file.root, file]));
  if (named.size === 0) return [];
  const still = await ledger.stillNamed(new Set(named.keys()), doomed);
  return [...named.values()].filter((file) => !still.has(file.root));
}

/** What is to be sent or fetched, without these files. */
async function queuesWithout(files: readonly FileReference[], { ground, directory }: RemovalParts): Promise<readonly NamedState[]> {
  const gone = new Set<string>(files.map((file) => file.root));
  if (gone.size === 0) return [];
  const states: NamedState[] = [];
  for (const compartment of directory.state().compartments.keys()) {
    const [toSend, wanted] = [await readToSend(ground.states, compartment), await readWanted(ground.states, compartment)];
    if (toSend.some((one) => gone.has(one.file.root))) states.push(toSendState(compartment, toSend.filter((one) => !gone.has(one.file.root))));
    if (wanted.some((one) => gone.has(one.file.root))) states.push(wantedState(compartment, wanted.filter((one) => !gone.has(one.file.root))));
  }
  return states;
}

/** Letters in quarantine are read there, so an order reaches them too. */
async function quarantineWithout(order: RemovalOrder, { states }: PouchGround): Promise<readonly NamedState[]> {
  const entries = await readQuarantine(states, order.compartment);
  const touched = entries.filter((one) => one.record === order.record);
  if (touched.length === 0) return [];
  const doomed = new Set(order.changes);
  const rows: NamedState[] = [];
  for (const one of touched) {
    const letter = await readQuarantinedLetter(states, order.compartment, one.hash);
    if (letter === null) continue;
    const changes = letter.changes.map((change) => (doomed.has(change.hash) ? eraseContent(change) : change));
    rows.push(quarantinedLetterState(order.compartment, one.hash, { ...letter, changes }));
  }
  const named = new Set(touched.map((one) => one.hash));
  return [...rows, quarantineState(order.compartment, entries.map((one) => (named.has(one.hash) ? { ...one, title: '' } : one)))];
}

function receiptFor(order: RemovalOrder, done: Receipt['done'], { ground }: RemovalParts): ReceiptDocument | null {
  const profile = ground.organisation.profile();
  if (profile === null) return null;
  const { device, deviceKeys, credential } = ground.identity;
  return writeReceipt({ v: 1, order: order.id, device, done, at: ground.now() }, credential.user, deviceKeys.secretKey, profile.organisation.boxKey);
}

async function write(ground: PouchGround, state: RemovalsState): Promise<void> {
  const written = await ground.states.write([removalsState(state)]);
  if (!written.ok) throw new StorageStop(written.failure.code);
}

/** Receipts that the organisation does not have yet. */
export async function owedReceipts({ states }: Pick<PouchGround, 'states'>): Promise<readonly ReceiptDocument[]> {
  const { followed, heldBack } = await readRemovals(states);
  return [...Object.values(followed), ...Object.values(heldBack)].flatMap((one) => (one.receipt === null ? [] : [one.receipt]));
}

/** The server has these. */
export async function receiptsDelivered(ids: ReadonlySet<string>, ground: PouchGround): Promise<void> {
  const state = await readRemovals(ground.states);
  await write(ground, { ...state, followed: settled(state.followed, ids), heldBack: settled(state.heldBack, ids) });
}

function settled<Row extends { readonly receipt: ReceiptDocument | null }>(rows: Readonly<Record<string, Row>>, ids: ReadonlySet<string>): Record<string, Row> {
  return Object.fromEntries(Object.entries(rows).map(([order, one]) => [order, one.receipt !== null && ids.has(one.receipt._id) ? { ...one, receipt: null } : one]));
}
