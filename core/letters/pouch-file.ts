import { z } from 'zod';
import { jsonFromBytes } from '../crypto/canonical.ts';
import { sha256Hex } from '../crypto/sodium.ts';
import { pieceShape, type PieceDocument } from '../files/piece-document.ts';
import type { CompartmentId, FileId } from '../ids.ts';
import { compartmentId } from '../organisation/grant.ts';
import { failed, ok, type Result } from '../result.ts';
import type { ParcelDocument } from './letter.ts';
import { parcelShape } from './parcel.ts';

/**
 * The hand-carried pouch: the parcels of the server, and pieces of files, one to a line, in a file on
 * removable media. Each line stands for itself, so that of a half-written or damaged file whatever is
 * whole can be used; the last line says how many there are.
 */
export interface PouchFileContent {
  readonly parcels: readonly { readonly compartment: CompartmentId; readonly document: ParcelDocument }[];
  readonly pieces: readonly { readonly compartment: CompartmentId; readonly file: FileId; readonly document: PieceDocument }[];
}

export interface ReadPouchFile extends PouchFileContent {
  /** Lines that could not be read. */
  readonly damaged: number;
  /** The end is there, and nothing before it is missing. */
  readonly whole: boolean;
}

const format = 'rapporteur-pouch';
const head = z.object({ format: z.literal(format), v: z.number().int(), organisation: z.string() });
const parcelLine = z.strictObject({ c: compartmentId, p: parcelShape });
const fileName = z.string().regex(/^[\w-]{22}$/).transform((text) => text as FileId);
const pieceLine = z.strictObject({ c: compartmentId, f: fileName, d: pieceShape });
const endLine = z.strictObject({ end: z.number().int().min(0) });

/** Names an organisation on the medium without saying which: a hash of its sign key. */
function mark(organisationSignKey: string): string {
  return sha256Hex(new TextEncoder().encode(`${format}/${organisationSignKey}`)).slice(0, 16);
}

/** Writes the file, line by line. */
export function writePouchFile(content: PouchFileContent, organisationSignKey: string): Uint8Array {
  const lines = [
    JSON.stringify({ format, v: 1, organisation: mark(organisationSignKey) }),
    ...content.parcels.map(({ compartment, document }) => JSON.stringify({ c: compartment, p: document })),
    ...content.pieces.map(({ compartment, file, document }) => JSON.stringify({ c: compartment, f: file, d: document })),
    JSON.stringify({ end: content.parcels.length + content.pieces.length }),
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

export type PouchFileFailure = 'not-a-pouch' | 'pouch-newer' | 'pouch-other-organisation';

/** Reads a file as it comes off a medium. What is not a line of ours is counted, never fatal: only the first line must be right. */
export function readPouchFile(bytes: Uint8Array, organisationSignKey: string): Result<ReadPouchFile, PouchFileFailure> {
  const [first, ...lines] = linesOf(bytes);
  const about = head.safeParse(first);
  if (!about.success) return failed('not-a-pouch');
  if (about.data.v > 1) return failed('pouch-newer');
  if (about.data.organisation !== mark(organisationSignKey)) return failed('pouch-other-organisation');
  const parcels: PouchFileContent['parcels'][number][] = [];
  const pieces: PouchFileContent['pieces'][number][] = [];
  let damaged = 0;
  let end: number | null = null;
  for (const line of lines) {
    const parcel = parcelLine.safeParse(line);
    const piece = parcel.success ? null : pieceLine.safeParse(line);
    const last = endLine.safeParse(line);
    if (parcel.success) parcels.push({ compartment: parcel.data.c, document: parcel.data.p as ParcelDocument });
    else if (piece?.success === true) pieces.push({ compartment: piece.data.c, file: piece.data.f, document: piece.data.d as PieceDocument });
    else if (last.success) end = last.data.end;
    else damaged += 1;
  }
  return ok({ parcels, pieces, damaged, whole: end === parcels.length + pieces.length && damaged === 0 });
}

/** Lines as JSON; `undefined` for what is none. */
function linesOf(bytes: Uint8Array): unknown[] {
  const lines: unknown[] = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(10, from);
    const to = found === -1 ? bytes.length : found;
    if (to > from) lines.push(jsonFromBytes(bytes.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}
