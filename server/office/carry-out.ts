import { randomId } from '../../core/crypto/sodium.ts';
import type { SealKey } from '../../core/crypto/keys.ts';
import { referencedFiles } from '../../core/files/referenced-files.ts';
import type { FileReference } from '../../core/files/sealed-file.ts';
import type { ChangeHash, CompartmentId, ParcelId, RecordId } from '../../core/ids.ts';
import type { Change } from '../../core/ledger/change.ts';
import { eraseContent } from '../../core/ledger/erasure.ts';
import type { Letter } from '../../core/letters/letter.ts';
import { packLetters } from '../../core/letters/parcel.ts';
import { writeStub, type RemovedLetter } from '../../core/letters/stub.ts';
import type { LegalHold } from '../../core/persons/legal-hold.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import type { RemovalOrder } from '../../core/organisation/removal-order.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { fieldOf, refusedBy } from '../couchdb/couchdb.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import { holdsOn } from './holds.ts';
import { signPairOf, type OfficeCompartment } from './office-book.ts';
import { readCompartment, readDocument, type ReadDocument, type ReadingPlace } from './parcel-reader.ts';
import { placeOf } from './reading-place.ts';
import { newestEpoch } from './provisioning.ts';
import { removeFiles } from './remove-files.ts';

/** Whose parcels the secretariat's are: no member has this as an account. */
export const officeUploader = 'secretariat';

export interface CarriedOut {
  readonly stubs: number;
  readonly letters: number;
  /** Pieces of attached files, their lists counted too. */
  readonly pieces: number;
}

/** An order of erasure that waits, because a legal hold stands on its record. */
export interface HeldBackOrder {
  readonly order: string;
  readonly ground: string;
  readonly hold: LegalHold;
}

const nothing: CarriedOut = { stubs: 0, letters: 0, pieces: 0 };

type ReadParcel = Extract<ReadDocument, { kind: 'parcel' }>;

/**
 * A new order about a record: all its changes that are in the compartment now, or the ones named; the
 * notices that it went above stay.
 * `null`: everything of that was ordered before, so that a command given twice orders once.
 */
export async function newRemovalOrder(
  desk: Desk,
  compartment: OfficeCompartment,
  wanted: { readonly record: RecordId; readonly kind: RemovalOrder['kind']; readonly ground: string; readonly changes: readonly ChangeHash[] },
): Promise<Result<RemovalOrder | null, ServerFailure>> {
  const place = await placeOf(desk, compartment);
  if (!place.ok) return place;
  const found = new Set<ChangeHash>();
  const read = await readCompartment(desk.couchdb, place.value, (document) => {
    if (document.kind !== 'parcel') return;
    for (const { letter } of document.letters) if (letter.record === wanted.record) for (const change of letter.changes) if (!isNotice(change)) found.add(change.hash);
  });
  if (!read.ok) return read;
  const { kind, record, ground } = wanted;
  const isBefore = (one: RemovalOrder) => one.kind === kind && one.compartment === compartment.id && one.record === record;
  const ordered = new Set([...desk.book().removals, ...place.value.directory.removals].filter(isBefore).flatMap((one) => one.changes));
  const meant = wanted.changes.length === 0 ? [...found] : wanted.changes.filter((one) => found.has(one) || ordered.has(one));
  if (meant.length === 0 && ordered.size === 0) return failed('record-not-there');
  const changes = meant.filter((one) => !ordered.has(one));
  if (changes.length === 0) return ok(null);
  return ok({ id: randomId<string>(), kind, compartment: compartment.id, record, changes: changes.toSorted(), ground, at: desk.now });
}

/** What tells the lower level that a record goes on above says nothing of the record, and must stay for whoever sees no more than that. */
function isNotice({ header }: Change): boolean {
  return header.act === 'raise';
}

/** Keeps an order. It is published when it is carried out. */
export function keepOrder(desk: Desk, order: RemovalOrder): Result<null, ServerFailure> {
  const book = desk.book();
  return desk.keep({ ...book, removals: [...book.removals, order] });
}

/** Publishes an order: from then on every device applies it, whatever the server still holds. */
async function publishOrder(desk: Desk, order: RemovalOrder): Promise<Result<null, ServerFailure>> {
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  if (directory.value.removals.some((one) => one.id === order.id)) return ok(null);
  const appended = await desk.append({ type: 'removal', order });
  return appended.ok ? ok(null) : appended;
}

/**
 * Applies every order there ever was to what the server holds: after a new order, after an interrupted
 * run, after a restore. A parcel that an order touches is packed anew without what goes, and only
 * when that is on the server it is overwritten with the stub. Files that nothing names any more go
 * before: a parcel that has gone names them no more. An order to erase a record on which a legal hold
 * stands is neither published nor carried out: it waits here until the hold is lifted or has run out.
 */
export async function carryOutAll(desk: Desk): Promise<Result<CarriedOut & { readonly heldBack: readonly HeldBackOrder[] }, ServerFailure>> {
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  // An older keys file may not know them all.
  const unknown = directory.value.removals.filter((one) => !desk.book().removals.some((each) => each.id === one.id));
  const kept = unknown.length === 0 ? ok(null) : desk.keep({ ...desk.book(), removals: [...desk.book().removals, ...unknown] });
  if (!kept.ok) return kept;
  const held = await heldBack(desk);
  if (!held.ok) return held;
  const waits = new Set(held.value.map((one) => one.order));
  const due = desk.book().removals.filter((one) => !waits.has(one.id));
  for (const order of due) {
    const published = await publishOrder(desk, order);
    if (!published.ok) return published;
  }
  let done = nothing;
  for (const [id, orders] of Map.groupBy(due, (one) => one.compartment)) {
    const carried = await carryOutIn(desk, id, orders);
    if (!carried.ok) return carried;
    const { stubs, letters, pieces } = carried.value;
    done = { stubs: done.stubs + stubs, letters: done.letters + letters, pieces: done.pieces + pieces };
  }
  return ok({ ...done, heldBack: held.value });
}

/** Orders of erasure that a legal hold stops today. What was raised only goes on elsewhere, and is not stopped. */
export async function heldBack(desk: Desk): Promise<Result<readonly HeldBackOrder[], ServerFailure>> {
  const erasures = desk.book().removals.filter((one) => one.kind === 'erasure');
  const holds = await holdsOn(desk, new Set(erasures.map((one) => one.record)));
  if (!holds.ok) return holds;
  return ok(
    erasures.flatMap(({ id, record, ground }) => {
      const hold = holds.value.get(record);
      return hold === undefined ? [] : [{ order: id, ground, hold }];
    }),
  );
}

async function carryOutIn(desk: Desk, id: CompartmentId, orders: readonly RemovalOrder[]): Promise<Result<CarriedOut, ServerFailure>> {
  const compartment = desk.book().compartments.find((one) => one.id === id);
  if (compartment === undefined) return ok(nothing);
  const place = await placeOf(desk, compartment);
  if (!place.ok) return place;
  const touched: ParcelId[] = [];
  const doomed = new Map<string, FileReference>();
  const kept = new Set<string>();
  const read = await readCompartment(desk.couchdb, place.value, (document) => {
    if (document.kind !== 'parcel') return;
    const plan = planFor(document, orders);
    if (plan.orders.length > 0) touched.push(document.id);
    for (const { file } of referencedFiles(plan.going)) doomed.set(file.root, file);
    for (const { file } of referencedFiles(plan.staying.flatMap((one) => one.changes))) kept.add(file.root);
  });
  if (!read.ok) return read;
  const files = [...doomed].filter(([root]) => !kept.has(root)).map(([, file]) => file);
  const pieces = compartment.files === undefined ? ok(0) : await removeFiles(desk.couchdb, compartment.files, files);
  if (!pieces.ok) return pieces;
  let letters = 0;
  for (const parcel of touched) {
    const replaced = await replaceParcel(desk, place.value, compartment, parcel, orders);
    if (!replaced.ok) return replaced;
    letters += replaced.value;
  }
  if (touched.length > 0) {
    const compacted = await desk.couchdb.ask('POST', `/${compartment.database}/_compact`, {});
    if (!compacted.ok) return compacted;
    if (compacted.value.status > 202) return refusedBy(compacted.value, `/${compartment.database}/_compact`);
  }
  return ok({ stubs: touched.length, letters, pieces: pieces.value });
}

interface Plan {
  readonly orders: readonly RemovalOrder[];
  readonly removed: readonly RemovedLetter[];
  readonly staying: readonly Letter[];
  /** Changes whose content goes. */
  readonly going: readonly Change[];
  /** Letters that went or lost content. */
  readonly affected: number;
}

/** What the orders do to the letters of one parcel; no orders: nothing. */
function planFor(parcel: ReadParcel, orders: readonly RemovalOrder[]): Plan {
  const erased = new Set(orders.filter((one) => one.kind === 'erasure').flatMap((one) => one.changes));
  const raised = new Set(orders.filter((one) => one.kind === 'raised').flatMap((one) => one.changes));
  const removed: RemovedLetter[] = [];
  const staying: Letter[] = [];
  const going: Change[] = [];
  let affected = 0;
  for (const { letter, hash } of parcel.letters) {
    const due = letter.changes.filter((one) => erased.has(one.hash) && one.content !== 'erased');
    if (letter.changes.every((one) => raised.has(one.hash))) {
      removed.push({ hash, device: letter.device, number: letter.number, previous: letter.previous, record: letter.record });
      going.push(...letter.changes);
      affected += 1;
    } else {
      staying.push(due.length === 0 ? letter : { ...letter, changes: letter.changes.map((one) => (erased.has(one.hash) ? eraseContent(one) : one)) });
      going.push(...due);
      if (due.length > 0) affected += 1;
    }
  }
  const gone = new Set(going.map((one) => one.hash));
  return { orders: orders.filter((one) => one.changes.some((hash) => gone.has(hash))), removed, staying, going, affected };
}

async function replaceParcel(
  desk: Desk,
  place: ReadingPlace,
  compartment: OfficeCompartment,
  id: ParcelId,
  orders: readonly RemovalOrder[],
): Promise<Result<number, ServerFailure>> {
  const path = `/${compartment.database}/${id}`;
  const there = await desk.couchdb.ask('GET', path);
  if (!there.ok) return there;
  if (there.value.status !== 200 || typeof there.value.body !== 'object' || there.value.body === null) return refusedBy(there.value, path);
  const parcel = readDocument(there.value.body, place);
  if (parcel.kind !== 'parcel') return ok(0);
  const plan = planFor(parcel, orders);
  const { epoch, key } = newestEpoch(compartment);
  const current = { epoch, key: keyBytes<SealKey<'compartment'>>(key) };
  const packed = packLetters(plan.staying, { compartment: compartment.id, ...current, uploader: officeUploader });
  if (packed.tooLarge.length > 0) throw new Error('what fitted into a parcel fits into one without a part of it');
  const delivered = await deliver(desk, compartment.database, packed.parcels.map((one) => one.document));
  if (!delivered.ok) return delivered;
  const replacedBy = packed.parcels.map((one) => one.document._id);
  const statement = { v: 1 as const, parcel: id, compartment: compartment.id, orders: plan.orders.map((one) => one.id), removed: [...plan.removed], replacedBy, at: desk.now };
  const stub = writeStub(statement, current, signPairOf(desk.book()).secretKey);
  const answer = await desk.couchdb.ask('PUT', path, { ...stub, _rev: parcel.rev });
  if (!answer.ok) return answer;
  return answer.value.status === 201 ? ok(plan.affected) : refusedBy(answer.value, path);
}

async function deliver(desk: Desk, database: string, docs: readonly object[]): Promise<Result<null, ServerFailure>> {
  if (docs.length === 0) return ok(null);
  const path = `/${database}/_bulk_docs`;
  const answer = await desk.couchdb.ask('POST', path, { docs });
  if (!answer.ok) return answer;
  const rows = answer.value.body;
  const all = Array.isArray(rows) && rows.length === docs.length && rows.every((row: unknown) => fieldOf(row, 'ok') === true);
  return all ? ok(null) : refusedBy(answer.value, path);
}
