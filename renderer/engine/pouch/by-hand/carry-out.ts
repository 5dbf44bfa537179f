import { pieceDocument } from '../../../../core/files/piece-document.ts';
import { referencedFiles } from '../../../../core/files/referenced-files.ts';
import type { FileReference } from '../../../../core/files/sealed-file.ts';
import type { CompartmentId, LetterHash, RecordId, TransferId } from '../../../../core/ids.ts';
import type { Letter } from '../../../../core/letters/letter.ts';
import { packLetters, usualParcel } from '../../../../core/letters/parcel.ts';
import { writePouchFile, type PouchFileContent } from '../../../../core/letters/pouch-file.ts';
import { markingOf } from '../../../../core/markings/scheme.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import type { OutgoingParcel, StoreFailure } from '../../pouch-seam/pouch-ground.ts';
import { circumstancesOver, openPlaces, type PouchParts } from '../circumstances.ts';
import { gatherClosed } from '../exchange.ts';
import { sortUnsent, type Circumstances, type Sorted } from '../gather.ts';
import { groupOf, sealCleared } from '../outbox.ts';
import type { Place } from '../places.ts';
import { pouchRows } from '../preview.ts';
import type { CarriedOut, CarryChoice, CarryFailure, CarryPreview, Medium } from './carrying-api.ts';
import { lettersAgain } from './letters-again.ts';

/** Bytes of sealed pieces in one pouch file: the file is in memory whole. */
const mostFileBytes = 128 * 1024 * 1024;

/** The media that the profile names. */
export function mediaOf({ ground }: PouchParts): readonly Medium[] {
  const scheme = ground.organisation.scheme();
  return (ground.organisation.profile()?.removableMedia ?? []).map(({ id, name, accreditation }) => ({ id, name, accreditation: accreditation === null ? null : markingOf(scheme, accreditation) }));
}

/** What the policy is asked with over a medium. One that the profile does not name is accredited to nothing. */
export function overMedium(parts: PouchParts, medium: CarryChoice['medium']): Promise<Circumstances> {
  const found = mediaOf(parts).find((one) => one.id === medium);
  return circumstancesOver(parts, { network: found?.id ?? null, name: found?.name ?? '', accreditation: found?.accreditation ?? null, loweredTo: null });
}

interface Chosen {
  readonly medium: string;
  readonly sorted: Sorted;
  readonly places: readonly Place[];
  readonly waiting: readonly OutgoingParcel[];
}

async function chosen(parts: PouchParts, choice: CarryChoice): Promise<Chosen> {
  const circumstances = await overMedium(parts, choice.medium);
  const all = sortUnsent(await gatherClosed(parts, circumstances), circumstances);
  const isMeant = (jwg: Place['jwg'] | null) => choice.groups === null || (jwg !== null && choice.groups.includes(jwg));
  const places = openPlaces(circumstances).map((one) => one.place).filter((place) => isMeant(place.jwg));
  const sorted = { goes: all.goes.filter((one) => isMeant(one.place.jwg)), stays: all.stays.filter((one) => isMeant(one.unsent.jwg)) };
  return { medium: circumstances.channel.name, sorted, places, waiting: await outboxOf(parts, places) };
}

async function outboxOf({ ground }: PouchParts, places: readonly Place[]): Promise<readonly OutgoingParcel[]> {
  const meant = new Set(places.map((place) => place.facts.compartment));
  return (await ground.letters.outbox()).filter((one) => meant.has(one.compartment));
}

export async function previewCarrying(parts: PouchParts, choice: CarryChoice): Promise<CarryPreview> {
  const { sorted, places, waiting } = await chosen(parts, choice);
  const sealed = waiting.flatMap((one) => one.letters);
  const known = choice.what === 'unconfirmed' ? [] : await Promise.all(places.map((place) => parts.ground.letters.ofCompartment(place.facts.compartment)));
  return {
    ...pouchRows(sorted, parts.ground.organisation.profile()),
    sealedBefore: sealed.length,
    forwarded: Math.max(0, known.flat().length - (choice.what === 'unconfirmed' ? 0 : sealed.length)),
  };
}

/**
 * Seals what is cleared for this medium and puts it, with what was sealed before and, when everything
 * is asked for, with what others wrote, into one file. What is unsent is in the outbox afterwards:
 * handed over is not confirmed, so it goes to the office with the next delivery all the same.
 */
export async function carryOut(parts: PouchParts, choice: CarryChoice, signal: AbortSignal): Promise<Result<CarriedOut, CarryFailure>> {
  const { ground, book, outbox } = parts;
  const profile = ground.organisation.profile();
  if (profile === null || parts.directory.grant() === null) return failed('not-a-member');
  const { sorted, places, medium } = await chosen(parts, choice);
  await sealCleared(sorted.goes, { ground, book, outbox, signal, way: { type: 'medium', name: medium }, aim: usualParcel, sealed: () => undefined });
  const own = await outboxOf(parts, places);
  const parcels: PouchFileContent['parcels'][number][] = own.map(({ compartment, document }) => ({ compartment, document }));
  const sealed = new Set<LetterHash>(own.flatMap((one) => one.letters));
  const carried = new Map<RecordId, number>();
  const count = (record: RecordId) => carried.set(record, (carried.get(record) ?? 0) + 1);
  for (const place of places) for (const letter of await ground.letters.ofCompartment(place.facts.compartment)) if (sealed.has(letter.hash)) count(letter.record);
  let forwarded = 0;
  if (choice.what === 'everything') {
    for (const place of places) {
      const letters = await lettersAgain(place, sealed, ground);
      parcels.push(...packed(letters, place, parts));
      forwarded += letters.length;
      for (const letter of letters) count(letter.record);
    }
  }
  const files = choice.files ? await piecesOf(parts, places, choice.what === 'everything' ? null : sealed) : { pieces: [], count: 0 };
  if (parcels.length === 0 && files.count === 0) return failed('nothing-to-carry');
  const registered = await register(parts, { medium, places, letters: carried, files: files.count });
  if (!registered.ok) return failed(registered.failure.code === 'vault-locked' ? 'cancelled' : registered.failure.code);
  ground.emit({ type: 'pouch' });
  const file = writePouchFile({ parcels, pieces: files.pieces }, profile.organisation.signKey);
  const day = new Date(ground.now()).toISOString().slice(0, 10);
  return ok({ file, suggestedName: `${day}.pouch`, letters: sealed.size, forwarded, files: files.count, transfer: registered.value });
}

interface Carried {
  readonly medium: string;
  readonly places: readonly Place[];
  /** How many letters of each record. */
  readonly letters: ReadonlyMap<RecordId, number>;
  readonly files: number;
}

/** Enters what is on the medium, before the file is given. */
async function register({ ground }: PouchParts, { medium, places, letters, files }: Carried): Promise<Result<TransferId, StoreFailure>> {
  const going = (await ground.ledger.going([...letters.keys()])).map((one) => ({ ...one, letters: letters.get(one.record) ?? 0 }));
  return ground.ledger.give(going, (lots) => ({ act: 'carried', groups: [...new Map(places.map((place) => [place.jwg, groupOf(place.facts)])).values()], medium, lots, files }));
}

function packed(letters: readonly Letter[], { facts, current }: Place, { ground }: PouchParts): PouchFileContent['parcels'] {
  if (letters.length === 0 || current === null) return [];
  const { compartment } = facts;
  const place = { compartment, epoch: current.epoch, key: current.key, uploader: ground.identity.credential.user };
  return packLetters(letters, place).parcels.map(({ document }) => ({ compartment, document }));
}

/** The files of the letters that go, as far as they are here whole; `only`: of these letters. The smallest first, as many as there is room for. */
async function piecesOf(parts: PouchParts, places: readonly Place[], only: ReadonlySet<LetterHash> | null): Promise<{ readonly pieces: PouchFileContent['pieces']; readonly count: number }> {
  const { ground } = parts;
  const pieces: PouchFileContent['pieces'][number][] = [];
  let room = mostFileBytes;
  let count = 0;
  for (const { facts } of places) {
    for (const file of await namedFiles(parts, facts.compartment, only)) {
      const list = await ground.pieces.list(file);
      if (!list.ok || list.value.size > room || (await ground.pieces.missing(file, list.value)).length > 0) continue;
      room -= list.value.size;
      count += 1;
      for (const id of [...list.value.pieces, file.root]) {
        const sealed = await ground.pieces.read(file.id, id);
        if (sealed !== null) pieces.push({ compartment: facts.compartment, file: file.id, document: pieceDocument({ id, sealed }, ground.identity.credential.user) });
      }
    }
  }
  return { pieces, count };
}

async function namedFiles({ ground }: PouchParts, compartment: CompartmentId, only: ReadonlySet<LetterHash> | null): Promise<readonly FileReference[]> {
  const letters = (await ground.letters.ofCompartment(compartment)).filter((one) => only === null || only.has(one.hash));
  const found = new Map<string, { readonly file: FileReference; readonly size: number }>();
  for (const record of new Set<RecordId>(letters.map((one) => one.record))) {
    const history = await ground.ledger.history(record);
    const went = letters.filter((one) => one.record === record).flatMap((one) => one.changes.flatMap((hash) => history.get(hash) ?? []));
    for (const one of referencedFiles(went)) found.set(one.file.root, one);
  }
  return [...found.values()].toSorted((a, b) => a.size - b.size).map((one) => one.file);
}
