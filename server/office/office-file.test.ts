import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cryptoReady, deriveFromPassphrase } from '../../core/crypto/sodium.ts';
import { newOfficeBook, type OfficeBook } from './office-book.ts';
import { makeOffice, openOffice } from './office-file.ts';

const passphrase = 'correct horse, battery & staple';
let folder: string;
let path: string;
let book: OfficeBook;

beforeEach(async () => {
  await cryptoReady;
  folder = mkdtempSync(join(tmpdir(), 'office-'));
  path = join(folder, 'office.keys');
  book = newOfficeBook('Fight against organised crime');
});
afterEach(() => rmSync(folder, { recursive: true }));

function codeOf(words: string): string {
  const result = openOffice(path, words, deriveFromPassphrase);
  return result.ok ? 'opened' : result.failure.code;
}

describe('the keys file', () => {
  test('opens with its passphrase, and shows nothing without', () => {
    makeOffice(path, book, passphrase, deriveFromPassphrase);
    const opened = openOffice(path, passphrase, deriveFromPassphrase);
    expect(opened.ok && opened.value.book).toEqual(book);
    expect(codeOf('something else')).toBe('office-passphrase');
    const text = readFileSync(path, 'utf8');
    for (const secret of [book.sign.secret, book.box.secret, book.directory.key, book.directory.database, 'organised']) expect(text).not.toContain(secret);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('is replaced as a whole and keeps what was written last', () => {
    const office = makeOffice(path, book, passphrase, deriveFromPassphrase);
    if (!office.ok) throw new Error(office.failure.code);
    const next: OfficeBook = { ...book, profile: { serial: 7, digest: 'x', file: 'y' } };
    expect(office.value.write(next).ok).toBe(true);
    const again = openOffice(path, passphrase, deriveFromPassphrase);
    expect(again.ok && again.value.book.profile?.serial).toBe(7);
  });

  test('is not written over what another command wrote meanwhile', () => {
    makeOffice(path, book, passphrase, deriveFromPassphrase);
    const [one, other] = [openOffice(path, passphrase, deriveFromPassphrase), openOffice(path, passphrase, deriveFromPassphrase)];
    if (!one.ok || !other.ok) throw new Error('both open');
    const noted = (serial: number): OfficeBook => ({ ...book, profile: { serial, digest: 'x', file: 'y' } });
    expect([one.value.write(noted(2)).ok, one.value.write(noted(3)).ok]).toEqual([true, true]);
    expect(other.value.write(noted(4))).toMatchObject({ ok: false, failure: { code: 'office-changed' } });
    const again = openOffice(path, passphrase, deriveFromPassphrase);
    expect(again.ok && again.value.book.profile?.serial).toBe(3);
  });

  test('says what is wrong with it', () => {
    expect(codeOf(passphrase)).toBe('office-missing');
    writeFileSync(path, 'not a keys file');
    expect(codeOf(passphrase)).toBe('office-unreadable');
    rmSync(path);
    makeOffice(path, book, passphrase, deriveFromPassphrase);
    const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ ...file, operations: 1 }));
    expect(codeOf(passphrase)).toBe('office-weak-derivation');
    writeFileSync(path, JSON.stringify({ ...file, sealed: `A${String(file['sealed']).slice(1)}` }));
    expect(codeOf(passphrase)).toBe('office-passphrase');
    const nowhere = makeOffice(join(folder, 'missing', 'office.keys'), book, passphrase, deriveFromPassphrase);
    expect(!nowhere.ok && nowhere.failure.code).toBe('office-unwritable');
  });
});
