import { expect, test } from 'vitest';
import { inCodePage } from '../../../test/builders/documents.ts';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

test.each([
  ['utf-8', utf8('Đorđević; Ђорђевић')],
  ['windows-1250', inCodePage('Đorđević; šuma; žena; čaj', 'windows-1250')],
  ['windows-1251', inCodePage('Ђорђевић; Подгорица; тужилаштво', 'windows-1251')],
] as const)('%s is told from its bytes', (encoding, bytes) => {
  const read = decodeText(bytes);
  expect(read.encoding).toBe(encoding);
  expect(read.text).not.toContain('\uFFFD');
  expect(read.text).toMatch(/Đorđević|Ђорђевић/);
});

test('a byte-order mark is believed and taken off', () => {
  const wide = Uint8Array.from([...'Ђ;x'].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
  expect(decodeText(joined(Uint8Array.of(0xff, 0xfe), wide))).toEqual({ encoding: 'utf-16le', text: 'Ђ;x' });
  expect(decodeText(joined(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('name'))).text).toBe('name');
});

test('lines that were pasted together are each read in their own encoding', () => {
  const bytes = joined(utf8('name;city\nĐorđe;Пљевља\n'), inCodePage('Živko;Čačak\n', 'windows-1250'), inCodePage('Љиљана;Ниш', 'windows-1251'));
  expect(decodeText(bytes)).toEqual({ encoding: 'mixed', text: 'name;city\nĐorđe;Пљевља\nŽivko;Čačak\nЉиљана;Ниш' });
});

test('what the person says is believed', () => {
  expect(decodeText(inCodePage('Živko', 'windows-1250'), 'windows-1250').text).toBe('Živko');
});

test('any bytes at all become text', () => {
  expect(decodeText(Uint8Array.from({ length: 256 }, (_, byte) => byte)).text.length).toBeGreaterThan(250);
});
