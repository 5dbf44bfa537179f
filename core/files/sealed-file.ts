import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { SealKey, Sealed } from '../crypto/keys.ts';
import { fromBase64Url, newSealKey, open, randomId, seal, sha256Hex, sha256Stream, toBase64Url, type HashStream } from '../crypto/sodium.ts';
import type { FileId, PieceId } from '../ids.ts';
import { padme } from '../letters/padme.ts';
import { failed, ok, type Result } from '../result.ts';
import { largestFile, pieceBytes, smallestPadded } from './file-limits.ts';

/**
 * A file as it lies in the notebook and on the server: pieces of one size, each sealed under the
 * file's own key with its place authenticated, and a list of them, sealed too. The record that the
 * file belongs to names the list's hash and holds the key, so whoever may read the record may read
 * the file, nobody else, and nothing of it can be exchanged, moved or cut short unnoticed.
 */
export interface FileReference {
  readonly id: FileId;
  /** 32 bytes, base64url. */
  readonly key: string;
  /** SHA-256 of the sealed list: the id of its document. */
  readonly root: PieceId;
}

export interface SealedPiece {
  /** SHA-256 of the sealed bytes. */
  readonly id: PieceId;
  readonly sealed: Sealed;
}

export interface FileFacts {
  /** Bytes of the file itself. */
  readonly size: number;
  /** SHA-256 of the file itself, hexadecimal. */
  readonly sha256: string;
}

/** The list of a file's pieces. */
export interface PieceList extends FileFacts {
  readonly pieces: readonly PieceId[];
}

const pieceContext = (file: FileId, index: number) => `rapporteur/file/1/${file}/${index}`;
const listContext = (file: FileId) => `rapporteur/file/1/${file}/list`;

/** Length of a file with its padding (Padmé), at least 4 KiB. */
export function paddedLength(size: number): number {
  return Math.max(smallestPadded, padme(size));
}

/** How many pieces a file of that size has. */
export function pieceCount(size: number): number {
  return Math.ceil(paddedLength(size) / pieceBytes);
}

/** Nonce and tag, beside what is sealed. */
const sealedOverhead = 40;

/** Length of a sealed piece, by its place in a file of that size. */
export function sealedLength(size: number, index: number): number {
  return Math.min(pieceBytes, paddedLength(size) - index * pieceBytes) + sealedOverhead;
}

/** Seals a file piece by piece, so that it never has to be in memory whole. */
export class FileSealer {
  readonly id: FileId = randomId<FileId>();
  private readonly key: SealKey<'file'> = newSealKey<'file'>();
  private readonly size: number;
  private readonly hash: HashStream = sha256Stream();
  private readonly pieces: PieceId[] = [];
  private taken = 0;

  constructor(size: number) {
    this.size = size;
  }

  /** Seals the next `pieceBytes` bytes of the file, fewer only at its end. */
  next(bytes: Uint8Array): SealedPiece {
    this.hash.add(bytes);
    this.taken += bytes.length;
    if (this.taken > this.size || (bytes.length !== pieceBytes && this.taken !== this.size)) throw new Error('pieces come whole and in order');
    return this.seal(bytes);
  }

  /** Seals the padding that is left and the list. Throws when less came than was announced. */
  end(): { readonly rest: readonly SealedPiece[]; readonly list: SealedPiece; readonly reference: FileReference; readonly facts: FileFacts } {
    if (this.taken !== this.size) throw new Error('a file that is shorter than it was said to be');
    const rest: SealedPiece[] = [];
    while (this.pieces.length < pieceCount(this.size)) rest.push(this.seal(new Uint8Array()));
    const facts: FileFacts = { size: this.size, sha256: this.hash.end() };
    const plain = jsonToBytes({ v: 1, ...facts, pieces: this.pieces.join('') });
    const padded = new Uint8Array(Math.max(1024, padme(plain.length))).fill(0x20);
    padded.set(plain);
    const list = pieceOf(seal(this.key, padded, listContext(this.id)));
    return { rest, list, reference: { id: this.id, key: toBase64Url(this.key), root: list.id }, facts };
  }

  private seal(bytes: Uint8Array): SealedPiece {
    const index = this.pieces.length;
    const length = Math.min(pieceBytes, paddedLength(this.size) - index * pieceBytes);
    const padded = new Uint8Array(length);
    padded.set(bytes);
    const piece = pieceOf(seal(this.key, padded, pieceContext(this.id, index)));
    this.pieces.push(piece.id);
    return piece;
  }
}

function pieceOf(sealed: Sealed): SealedPiece {
  return { id: sha256Hex(sealed) as PieceId, sealed };
}

const listShape = z.strictObject({
  v: z.literal(1),
  size: z.number().int().min(0).max(largestFile),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pieces: z.string().regex(/^(?:[0-9a-f]{64})+$/),
});

export type FileFailure = 'file-damaged';

/** Opens a file's list of pieces. Anything but what the record names is `file-damaged`. */
export function openList(reference: FileReference, sealed: Uint8Array): Result<PieceList, FileFailure> {
  const key = keyOf(reference);
  if (key === null || sha256Hex(sealed) !== reference.root) return failed('file-damaged');
  const plain = open(key, sealed, listContext(reference.id));
  const shape = listShape.safeParse(plain.ok ? jsonFromBytes(plain.value) : undefined);
  if (!shape.success) return failed('file-damaged');
  const { size, sha256, pieces } = shape.data;
  const ids = (pieces.match(/.{64}/g) ?? []) as PieceId[];
  return ids.length === pieceCount(size) ? ok({ size, sha256, pieces: ids }) : failed('file-damaged');
}

/** Opens one piece, without the padding behind the file's end. */
export function openPiece(reference: FileReference, list: PieceList, index: number, sealed: Uint8Array): Result<Uint8Array, FileFailure> {
  const key = keyOf(reference);
  if (key === null || sha256Hex(sealed) !== list.pieces[index]) return failed('file-damaged');
  const plain = open(key, sealed, pieceContext(reference.id, index));
  if (!plain.ok) return failed('file-damaged');
  return ok(plain.value.subarray(0, Math.max(0, list.size - index * pieceBytes)));
}

function keyOf({ key }: FileReference): SealKey<'file'> | null {
  const bytes = fromBase64Url(key);
  return bytes.ok && bytes.value.length === 32 ? (bytes.value as SealKey<'file'>) : null;
}
