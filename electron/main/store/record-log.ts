import { maskedCrc32c } from './crc32c.ts';

/**
 * LevelDB's log format (doc/log_format.md): blocks of 32 KB; in them records of four bytes of masked
 * CRC-32C over type and data, two of length, one of type, and the data. A record that does not fit into
 * its block is cut into a first, middle and last piece.
 */
const blockSize = 32_768;
const headerSize = 7;
const [full, first, middle, last] = [1, 2, 3, 4] as const;

interface Piece {
  readonly type: number;
  readonly data: Uint8Array;
  readonly end: number;
}

export interface ReadLog {
  /** Every whole record, in order. */
  readonly records: readonly Uint8Array[];
  /** Where the last whole record ends that has nothing but whole records before it. */
  readonly soundUpTo: number;
  /** `torn-end`: nothing but half a record, or none, follows `soundUpTo`. `torn-within`: whole records follow it. */
  readonly state: 'sound' | 'torn-end' | 'torn-within';
}

/** Reads a log as far as it can be read: behind bytes that are no record, the next record is looked for. */
export function readLog(bytes: Uint8Array): ReadLog {
  const records: Uint8Array[] = [];
  let pieces: Uint8Array[] = [];
  let soundUpTo = 0;
  let isTorn = false;
  let tornAfter = 0;
  for (let at = 0; at < bytes.length; ) {
    const left = blockSize - (at % blockSize);
    if (left < headerSize) {
      at += left;
      if (!isTorn && pieces.length === 0) soundUpTo = Math.min(at, bytes.length);
      continue;
    }
    const piece = pieceAt(bytes, at, left);
    if (piece === null || !follows(piece.type, pieces.length > 0)) {
      if (!isTorn) tornAfter = records.length;
      isTorn = true;
      pieces = [];
      // A piece that is sound but has no beginning is left out; other bytes are passed one by one.
      if (piece === null) at += 1;
      else if (piece.type === middle || piece.type === last) at = piece.end;
      continue;
    }
    pieces.push(piece.data);
    at = piece.end;
    if (piece.type !== full && piece.type !== last) continue;
    records.push(joined(pieces));
    pieces = [];
    if (!isTorn) soundUpTo = at;
  }
  if (!isTorn && pieces.length === 0) return { records, soundUpTo, state: 'sound' };
  return { records, soundUpTo, state: isTorn && records.length > tornAfter ? 'torn-within' : 'torn-end' };
}

/** A log that holds these records and nothing else. */
export function writeLog(records: readonly Uint8Array[]): Uint8Array {
  const out: Uint8Array[] = [];
  let at = 0;
  const put = (bytes: Uint8Array) => {
    out.push(bytes);
    at += bytes.length;
  };
  for (const record of records) {
    // The first piece of a record may be one of no data, at the end of a block.
    for (let from = 0, isBegun = false; ; ) {
      const left = blockSize - (at % blockSize);
      if (left < headerSize) {
        put(new Uint8Array(left));
        continue;
      }
      const to = Math.min(record.length, from + left - headerSize);
      const isLast = to === record.length;
      put(pieceOf(isBegun ? (isLast ? last : middle) : isLast ? full : first, record.subarray(from, to)));
      if (isLast) break;
      from = to;
      isBegun = true;
    }
  }
  return joined(out);
}

function pieceAt(bytes: Uint8Array, at: number, left: number): Piece | null {
  if (at + headerSize > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, headerSize);
  const length = view.getUint16(4, true);
  const type = view.getUint8(6);
  const end = at + headerSize + length;
  if (type < full || type > last || headerSize + length > left || end > bytes.length) return null;
  if (maskedCrc32c(bytes.subarray(at + 6, end)) !== view.getUint32(0, true)) return null;
  return { type, data: bytes.subarray(at + headerSize, end), end };
}

function follows(type: number, isBegun: boolean): boolean {
  return isBegun ? type === middle || type === last : type === full || type === first;
}

function pieceOf(type: number, data: Uint8Array): Uint8Array {
  const piece = new Uint8Array(headerSize + data.length);
  const view = new DataView(piece.buffer);
  view.setUint16(4, data.length, true);
  view.setUint8(6, type);
  piece.set(data, headerSize);
  view.setUint32(0, maskedCrc32c(piece.subarray(6)), true);
  return piece;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
