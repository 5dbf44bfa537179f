import type { TextEncoding } from './imports-api.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const newline = 0x0a;

/**
 * Bytes of unknown origin as text. A byte-order mark and valid UTF-8 are believed; other lines are in
 * one of the code pages of the region, told apart by how their letters stand: Cyrillic words are
 * nearly all bytes above 127, Latin ones have such bytes here and there. Lines that were pasted
 * together from several sources are each read in their own. Never fails: every byte becomes a character.
 */
export function decodeText(bytes: Uint8Array, said?: Exclude<TextEncoding, 'mixed'>): DecodedText {
  if (said !== undefined) return { text: read(bytes, said), encoding: said };
  const marked = byteOrder(bytes);
  if (marked !== null) return { text: read(bytes, marked), encoding: marked };
  const whole = asUtf8(bytes);
  if (whole !== null) return { text: whole, encoding: 'utf-8' };
  return decodeLines(bytes);
}

function byteOrder(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: text of mostly ASCII has a zero in every other byte.
  const head = bytes.subarray(0, 400);
  const zeros = (odd: number) => head.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > head.length / 4) return 'utf-16le';
  if (zeros(0) > head.length / 4) return 'utf-16be';
  return null;
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeLines(bytes: Uint8Array): DecodedText {
  const lines: string[] = [];
  const used = new Set<TextEncoding>();
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    const utf8 = asUtf8(line);
    const encoding = utf8 === null ? codePageOf(line) : 'utf-8';
    // A line of plain ASCII says nothing about the others.
    if (line.some((byte) => byte > 0x7f)) used.add(encoding);
    lines.push(utf8 ?? read(line, encoding));
    start = end + 1;
  }
  const [only = 'windows-1250'] = used;
  return { text: lines.join('\n'), encoding: used.size > 1 ? 'mixed' : only };
}

/** Letters of French and German that Windows-1250 has not in the same place: è ê ñ à ù û ì ò ã å æ ø. */
const westernOnly = new Set([0xe8, 0xea, 0xf1, 0xe0, 0xf9, 0xfb, 0xec, 0xf2, 0xe3, 0xe5, 0xe6, 0xf8]);
/** Letters that only Windows-1250 has where Latin words of the region need them: š Š ž Ž đ Đ ć č Č Ć. */
const centralOnly = new Set([0x9a, 0x8a, 0x9e, 0x8e, 0xf0, 0xd0, 0xe6, 0xe8, 0xc8, 0xc6]);

function codePageOf(line: Uint8Array): 'windows-1250' | 'windows-1251' | 'windows-1252' {
  const high = line.filter((byte) => byte > 0x7f);
  const beside = line.filter((byte, index) => byte > 0x7f && ((line[index - 1] ?? 0) > 0x7f || (line[index + 1] ?? 0) > 0x7f));
  if (beside.length > high.length * 0.6) return 'windows-1251';
  const central = high.filter((byte) => centralOnly.has(byte)).length;
  const western = high.filter((byte) => westernOnly.has(byte)).length;
  return western > central ? 'windows-1252' : 'windows-1250';
}

function read(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
