import { readPieceDocument } from '../../../../core/files/piece-document.ts';
import type { SealedPiece } from '../../../../core/files/sealed-file.ts';
import type { FileId } from '../../../../core/ids.ts';
import { isWholeParcel } from '../../../../core/letters/parcel.ts';
import { readPouchFile, type PouchFileContent, type PouchFileFailure } from '../../../../core/letters/pouch-file.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import type { DeliveryFailure } from '../../api.ts';
import { openPlaces, type OpenPlace, type PouchParts } from '../circumstances.ts';
import { failureOfStop, StorageStop } from '../failures.ts';
import { gateOf } from '../gate.ts';
import { notingWanted } from '../files/file-queues.ts';
import type { Received } from '../opener.ts';
import { receiveByHand } from '../reception.ts';
import { listConflicts } from '../report.ts';
import { overMedium } from './carry-out.ts';
import { failureFound, troublesOf, troublesState, type Found } from '../troubles.ts';
import type { CarryChoice, TakenIn } from './carrying-api.ts';

const piecesAtOnce = 16;

/**
 * Takes in a file: its parcels go into the local pouch as if they had come from the office, and are
 * opened, checked and united there in the same way. Nothing of a compartment that this medium, device
 * or person may not have is taken, and nothing that is not what its id says.
 */
export async function takeIn(parts: PouchParts, file: Uint8Array, medium: CarryChoice['medium'], signal: AbortSignal): Promise<Result<TakenIn, DeliveryFailure | PouchFileFailure>> {
  const { ground } = parts;
  const profile = ground.organisation.profile();
  if (profile === null || parts.directory.grant() === null) return failed('not-a-member');
  const read = readPouchFile(file, profile.organisation.signKey);
  if (!read.ok) return noted(read, failureFound(read.failure.code), parts);
  const circumstances = await overMedium(parts, medium);
  const open = openPlaces(circumstances);
  const known = new Set(circumstances.places.filter((one) => one.database !== null).map((one) => one.facts.compartment));
  const mayBeTaken = new Set(open.map((one) => one.place.facts.compartment));
  const lines = [...read.value.parcels, ...read.value.pieces];
  const received: Received = { letters: 0, quarantined: 0, conflicts: new Set(), refused: new Map() };
  const counts = { files: 0, broken: 0 };
  try {
    for (const place of open) {
      counts.broken += await takeParcels(place, read.value.parcels, { parts, received, signal });
      counts.files += await takePieces(place, read.value.pieces, parts);
    }
  } catch (cause) {
    return { ok: false, failure: await failureOfStop(cause) };
  }
  ground.emit({ type: 'pouch' });
  const refused = [...received.refused].map(([why, count]) => ({ why, count }));
  const damaged = read.value.damaged + counts.broken;
  const broken: Found[] = damaged === 0 ? [] : [{ what: 'refused', code: 'damaged', count: damaged }];
  return noted(ok({
    received: received.letters,
    files: counts.files,
    conflicts: listConflicts(received.conflicts, ground.ledger),
    refused,
    above: lines.filter((one) => known.has(one.compartment) && !mayBeTaken.has(one.compartment)).length,
    strangers: lines.filter((one) => !known.has(one.compartment)).length,
    damaged,
    whole: read.value.whole && counts.broken === 0,
  }), [...troublesOf({ failure: null, refused }), ...broken], parts);
}

/** The answer, once what went wrong has been written down. */
async function noted<Answer>(answer: Answer, found: readonly Found[], { ground }: PouchParts): Promise<Answer> {
  await ground.states.write([...(await troublesState(ground.states, found, { network: '', at: ground.now() }))]);
  return answer;
}

interface Taking {
  readonly parts: PouchParts;
  readonly received: Received;
  readonly signal: AbortSignal;
}

/** Answers how many were not what their id says. */
async function takeParcels({ place, cleared }: OpenPlace, parcels: PouchFileContent['parcels'], { parts, received, signal }: Taking): Promise<number> {
  const { compartment } = place.facts;
  const ofIt = parcels.filter((one) => one.compartment === compartment).map((one) => one.document);
  const whole = ofIt.filter(isWholeParcel);
  if (whole.length > 0) {
    await receiveByHand(cleared, place, whole, {
      ground: notingWanted(parts.ground, compartment), book: parts.book, openDatabase: parts.openDatabase, stamp: parts.directory.stamp(), gate: await gateOf(place, parts), received, signal,
    });
  }
  return ofIt.length - whole.length;
}

async function takePieces({ place }: OpenPlace, pieces: PouchFileContent['pieces'], { ground }: PouchParts): Promise<number> {
  const ofIt = pieces.filter((one) => one.compartment === place.facts.compartment);
  const files = Map.groupBy(ofIt, (one) => one.file);
  for (const [file, some] of files) {
    const whole = some.flatMap((one): SealedPiece[] => {
      const piece = readPieceDocument(one.document);
      return piece.ok ? [piece.value] : [];
    });
    await keep(file, whole, ground);
  }
  return files.size;
}

async function keep(file: FileId, pieces: readonly SealedPiece[], ground: PouchParts['ground']): Promise<void> {
  for (let at = 0; at < pieces.length; at += piecesAtOnce) {
    const written = await ground.pieces.write(file, pieces.slice(at, at + piecesAtOnce), at + piecesAtOnce >= pieces.length);
    if (!written.ok) throw new StorageStop(written.failure.code);
  }
}
