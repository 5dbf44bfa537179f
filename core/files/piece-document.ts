import { z } from 'zod';
import { fromBase64, sha256Hex, toBase64 } from '../crypto/sodium.ts';
import type { PieceId } from '../ids.ts';
import { failed, ok, type Result } from '../result.ts';
import type { SealedPiece } from './sealed-file.ts';
import { pieceBytes } from './file-limits.ts';

/** The CouchDB document of a piece of a file, or of its list: all that the server sees of it. */
export interface PieceDocument {
  /** SHA-256 of the sealed bytes. */
  readonly _id: PieceId;
  readonly v: 1;
  /** CouchDB user name of whoever uploads. */
  readonly uploader: string;
  /** Nonce and ciphertext, base64. */
  readonly sealed: string;
}

/** Nonce and tag. */
const overhead = 40;
/** Sealed bytes of the largest piece; the list of the largest file is smaller. */
export const largestPiece = pieceBytes + overhead;

export const pieceShape = z.object({
  _id: z.string().regex(/^[0-9a-f]{64}$/),
  v: z.literal(1),
  uploader: z.string().regex(/^[\w-]{1,64}$/),
  sealed: z.string().max(Math.ceil(largestPiece / 3) * 4),
});

/**
 * What the secretariat leaves in the place of a piece that went by order. A deletion would not keep
 * it away: CouchDB shows its rules no old document when a deleted one is written anew.
 */
export interface RemovedPiece {
  readonly _id: PieceId;
  readonly v: 1;
  readonly removed: true;
}

export function removedPiece(id: PieceId): RemovedPiece {
  return { _id: id, v: 1, removed: true };
}

/** Whether a document as it came stands for a piece that was removed. */
export function isRemovedPiece(document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'removed' in document && document.removed === true;
}

export function pieceDocument(piece: SealedPiece, uploader: string): PieceDocument {
  return { _id: piece.id, v: 1, uploader, sealed: toBase64(piece.sealed) };
}

/** Reads a piece out of a document as it came (`_rev` is passed over) and checks that it is what its id says. */
export function readPieceDocument(document: unknown): Result<SealedPiece, 'piece-damaged'> {
  const read = pieceShape.safeParse(document);
  const sealed = read.success ? fromBase64(read.data.sealed) : null;
  if (!read.success || sealed === null || !sealed.ok || sha256Hex(sealed.value) !== read.data._id) return failed('piece-damaged');
  return ok({ id: read.data._id as PieceId, sealed: sealed.value as SealedPiece['sealed'] });
}
