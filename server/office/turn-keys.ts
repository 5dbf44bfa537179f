import { newSealKey, toBase64Url } from '../../core/crypto/sodium.ts';
import type { CompartmentId, DeviceId } from '../../core/ids.ts';
import type { ChainLink } from '../../core/letters/letter-chain.ts';
import type { CutOff } from '../../core/organisation/directory-body.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import { certificateOf } from './members.ts';
import { bringAllUpToDate } from './membership.ts';
import type { OfficeBook, OfficeCompartment } from './office-book.ts';
import { lastLetters, linksOf, readCompartment } from './parcel-reader.ts';
import { newestEpoch, wrapKeys } from './provisioning.ts';

/** The book with a new key for each of these compartments, and a note that the turn has begun. */
export function withTurns(book: OfficeBook, compartments: ReadonlySet<CompartmentId>, removed: readonly DeviceId[]): OfficeBook {
  const turned = book.compartments.map((one) => (compartments.has(one.id) ? withNextEpoch(one) : one));
  const turns = turned
    .filter((one) => compartments.has(one.id))
    .map((one) => ({ compartment: one.id, epoch: newestEpoch(one).epoch, removed: [...removed] }));
  return { ...book, compartments: turned, turns: [...book.turns, ...turns] };
}

function withNextEpoch(compartment: OfficeCompartment): OfficeCompartment {
  const next = { epoch: newestEpoch(compartment).epoch + 1, key: toBase64Url(newSealKey()) };
  return { ...compartment, epochs: [...compartment.epochs, next] };
}

/**
 * Carries out the turns that were begun: the new keys to the recovery key and to everyone who stays,
 * then the record of the turn with the last letter of each removed device, and only then the end of
 * the leavers' roles. Until their roles end they may still deliver; what they deliver after the
 * reading is beyond the record and is quarantined.
 */
export async function finishTurns(desk: Desk): Promise<Result<number, ServerFailure>> {
  const { turns } = desk.book();
  if (turns.length === 0) return ok(0);
  const wrapped = await wrapKeys(desk);
  if (!wrapped.ok) return wrapped;
  const leavers = leaversIn(desk.book(), new Set(turns.flatMap((one) => one.removed)));
  const staying = await bringAllUpToDate(desk, leavers);
  if (!staying.ok) return staying;
  for (const turn of turns) {
    const recorded = await recordTurn(desk, turn);
    if (!recorded.ok) return recorded;
  }
  const leaving = await bringAllUpToDate(desk);
  if (!leaving.ok) return leaving;
  const kept = desk.keep({ ...desk.book(), turns: [] });
  return kept.ok ? ok(turns.length) : kept;
}

function leaversIn(book: OfficeBook, removed: ReadonlySet<DeviceId>): readonly OfficeBook['members'][number]['person'][] {
  return book.members.filter((one) => certificateOf(one, book).devices.some((device) => removed.has(device.id))).map((one) => one.person);
}

async function recordTurn(desk: Desk, turn: OfficeBook['turns'][number]): Promise<Result<null, ServerFailure>> {
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  // An interrupted run may have recorded it already.
  if ((directory.value.compartments.get(turn.compartment)?.epoch ?? 0) >= turn.epoch) return ok(null);
  const compartment = desk.book().compartments.find((one) => one.id === turn.compartment);
  if (compartment === undefined) throw new Error('a turn is of a compartment in the book');
  const links: ChainLink[] = [];
  const place = { compartment, directory: directory.value, profile: desk.profile, organisationSignKey: desk.book().sign.public };
  const read = await readCompartment(desk.couchdb, place, (document) => void links.push(...linksOf(document)));
  if (!read.ok) return read;
  const last = lastLetters(links);
  const removed: CutOff[] = turn.removed.map((device) => ({ device, last: last.get(device) ?? null }));
  const appended = await desk.append({ type: 'turn', compartment: turn.compartment, epoch: turn.epoch, removed });
  return appended.ok ? ok(null) : appended;
}
