import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../../core/crypto/canonical.ts';
import { derivationFloor, type SealKey } from '../../core/crypto/keys.ts';
import { deriveFromPassphrase, fromBase64Url, open, passphraseSaltBytes, randomBytes, seal, toBase64Url, wipe } from '../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { officeBook, type OfficeBook } from './office-book.ts';

/** The office book sealed under a passphrase: Argon2id, then XChaCha20-Poly1305. */
const officeFile = z.strictObject({
  format: z.literal('rapporteur-office'),
  v: z.literal(1),
  salt: z.string().max(100),
  operations: z.number().int().max(100),
  memory: z.number().int().max(4 * 1024 * 1024 * 1024),
  sealed: z.string(),
});

export type OfficeFileFailure =
  | 'office-missing'
  | 'office-unreadable'
  | 'office-passphrase'
  | 'office-weak-derivation'
  | 'office-unwritable';

const context = 'rapporteur/office/1';

/** An opened office file. `write` replaces it as a whole, durably. */
export interface Office {
  readonly path: string;
  readonly book: OfficeBook;
  write(book: OfficeBook): Result<null, 'office-unwritable'>;
  /** Overwrites the derived key; nothing can be written afterwards. */
  close(): void;
}

export function officeExists(path: string): boolean {
  return existsSync(path);
}

/** Seals a new book under a passphrase. The caller has made sure that no file is there. */
export function makeOffice(path: string, book: OfficeBook, passphrase: string): Result<Office, OfficeFileFailure> {
  const salt = randomBytes(passphraseSaltBytes);
  const key = deriveFromPassphrase(passphrase, salt, derivationFloor);
  if (!key.ok) return failed('office-weak-derivation');
  const office = opened(path, book, key.value, { salt: toBase64Url(salt), ...derivationFloor });
  const written = office.write(book);
  return written.ok ? ok(office) : written;
}

/** Opens an office file. A wrong passphrase and an altered file look the same: `office-passphrase`. */
export function openOffice(path: string, passphrase: string): Result<Office, OfficeFileFailure> {
  if (!existsSync(path)) return failed('office-missing', { path });
  const shape = officeFile.safeParse(jsonFromBytes(readFileSync(path)));
  const salt = shape.success ? fromBase64Url(shape.data.salt) : failed('not-base64');
  const sealed = shape.success ? fromBase64Url(shape.data.sealed) : failed('not-base64');
  if (!shape.success || !salt.ok || !sealed.ok || salt.value.length !== passphraseSaltBytes) return failed('office-unreadable', { path });
  const { operations, memory } = shape.data;
  const key = deriveFromPassphrase(passphrase, salt.value, { operations, memory });
  if (!key.ok) return failed('office-weak-derivation', { path });
  const plain = open(key.value, sealed.value, context);
  if (!plain.ok) return failed('office-passphrase', { path });
  const book = officeBook.safeParse(jsonFromBytes(plain.value));
  if (!book.success) return failed('office-unreadable', { path });
  return ok(opened(path, book.data, key.value, { salt: shape.data.salt, operations, memory }));
}

interface Derivation {
  readonly salt: string;
  readonly operations: number;
  readonly memory: number;
}

function opened(path: string, book: OfficeBook, key: SealKey<'slot'>, derivation: Derivation): Office {
  return {
    path,
    book,
    write(next) {
      const sealed = toBase64Url(seal(key, jsonToBytes(officeBook.parse(next)), context));
      const file: z.input<typeof officeFile> = { format: 'rapporteur-office', v: 1, ...derivation, sealed };
      return replaceFile(path, jsonToBytes(file));
    },
    close: () => wipe(key),
  };
}

/** Writes beside the file, waits for the disk, and only then takes its place. */
function replaceFile(path: string, bytes: Uint8Array): Result<null, 'office-unwritable'> {
  const beside = `${path}.new`;
  try {
    const file = openSync(beside, 'w', 0o600);
    try {
      writeSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
    return ok(null);
  } catch {
    return failed('office-unwritable', { path });
  }
}
