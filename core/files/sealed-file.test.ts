import { beforeAll, expect, test } from 'vitest';
import { cryptoReady, randomBytes, sha256Hex } from '../crypto/sodium.ts';
import type { FileId, PieceId } from '../ids.ts';
import { largestFile, pieceBytes } from './file-limits.ts';
import { pieceDocument, readPieceDocument } from './piece-document.ts';
import { FileSealer, openList, openPiece, paddedLength, pieceCount, type FileReference, type SealedPiece } from './sealed-file.ts';

beforeAll(() => cryptoReady);

function sealedWhole(content: Uint8Array): { reference: FileReference; pieces: SealedPiece[]; list: SealedPiece } {
  const sealer = new FileSealer(content.length);
  const pieces: SealedPiece[] = [];
  for (let at = 0; at < content.length; at += pieceBytes) pieces.push(sealer.next(content.slice(at, at + pieceBytes)));
  const { rest, list, reference } = sealer.end();
  return { reference, pieces: [...pieces, ...rest], list };
}

function openedWhole(reference: FileReference, pieces: readonly SealedPiece[], list: SealedPiece): Uint8Array | string {
  const listed = openList(reference, list.sealed);
  if (!listed.ok) return listed.failure.code;
  const parts: Uint8Array[] = [];
  for (const [index] of listed.value.pieces.entries()) {
    const part = openPiece(reference, listed.value, index, pieces[index]?.sealed ?? new Uint8Array());
    if (!part.ok) return part.failure.code;
    parts.push(part.value);
  }
  const whole = new Uint8Array(Buffer.concat(parts));
  return sha256Hex(whole) === listed.value.sha256 ? whole : 'another hash';
}

test.each([0, 1, 4096, pieceBytes - 1, pieceBytes, pieceBytes + 1, 3 * pieceBytes + 17])('%i bytes come out as they went in', (size) => {
  const content = randomBytes(size);
  const { reference, pieces, list } = sealedWhole(content);
  expect(openedWhole(reference, pieces, list)).toEqual(content);
});

test('sizes are padded, and the largest has a list that fits into one document', () => {
  const { pieces } = sealedWhole(randomBytes(1000));
  expect(pieces[0]?.sealed.length).toBe(4096 + 40);
  expect(paddedLength(1_000_001)).toBe(paddedLength(1_005_000));
  expect(pieceCount(largestFile) * 64 + 200).toBeLessThan(pieceBytes);
});

test('what is exchanged, moved, altered or cut short does not open', () => {
  const { reference, pieces, list } = sealedWhole(randomBytes(2 * pieceBytes));
  const other = sealedWhole(randomBytes(2 * pieceBytes));
  const [one, two] = pieces as [SealedPiece, SealedPiece];
  expect(openedWhole(reference, [two, one], list)).toBe('file-damaged');
  expect(openedWhole(reference, [one], list)).toBe('file-damaged');
  expect(openedWhole(reference, other.pieces, list)).toBe('file-damaged');
  expect(openedWhole(reference, pieces, other.list)).toBe('file-damaged');
  expect(openedWhole({ ...reference, key: other.reference.key }, pieces, list)).toBe('file-damaged');
  expect(openedWhole({ ...reference, id: 'A'.repeat(22) as FileId }, pieces, list)).toBe('file-damaged');
  const altered = one.sealed.slice();
  altered[50] = (altered[50] ?? 0) ^ 1;
  expect(openedWhole(reference, [{ id: one.id, sealed: altered as SealedPiece['sealed'] }, two], list)).toBe('file-damaged');
});

test('the same file twice is two files: nobody can tell', () => {
  const content = randomBytes(100);
  expect(sealedWhole(content).list.id).not.toBe(sealedWhole(content).list.id);
});

test('a file that is longer or shorter than it was said to be is a fault', () => {
  expect(() => new FileSealer(10).next(new Uint8Array(11))).toThrow();
  expect(() => new FileSealer(pieceBytes + 5).next(new Uint8Array(5))).toThrow();
  expect(() => new FileSealer(10).end()).toThrow();
});

test('a document gives its piece back, and is checked against its id', () => {
  const [piece] = sealedWhole(randomBytes(10)).pieces as [SealedPiece];
  const document = pieceDocument(piece, 'm1');
  expect(readPieceDocument({ ...document, _rev: '1-a' })).toEqual({ ok: true, value: piece });
  expect(readPieceDocument({ ...document, _id: 'a'.repeat(64) as PieceId })).toMatchObject({ ok: false });
  expect(readPieceDocument({ ...document, sealed: 'AAAA' })).toMatchObject({ ok: false });
  expect(readPieceDocument(null)).toMatchObject({ ok: false });
});
