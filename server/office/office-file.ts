import { existsSync } from 'node:fs';
import { failed, ok, type Result } from '../../core/result.ts';
import type { DeriveKey } from '../verb.ts';
import { officeBook, type OfficeBook } from './office-book.ts';
import { newSealedFile, openSealedFile, resealFile, type Passphrases, type SealedFile } from './sealed-file.ts';

const kind = { format: 'rapporteur-office', context: 'rapporteur/office/1', content: officeBook };

export type OfficeFileFailure =
  | 'office-missing'
  | 'office-unreadable'
  | 'office-passphrase'
  | 'office-weak-derivation'
  | 'office-unwritable'
  | 'office-changed';

/** `office-changed`: another command wrote it since it was opened, and what that one noted would be lost. */
export type OfficeWriteFailure = 'office-unwritable' | 'office-changed';

/** An opened office file. `write` replaces it as a whole, durably. */
export interface Office {
  readonly path: string;
  readonly book: OfficeBook;
  write(book: OfficeBook): Result<null, OfficeWriteFailure>;
  /** Overwrites the derived key; nothing can be written afterwards. */
  close(): void;
}

export function officeExists(path: string): boolean {
  return existsSync(path);
}

/** Seals a new book under a passphrase. The caller has made sure that no file is there. */
export function makeOffice(path: string, book: OfficeBook, passphrase: string, derive: DeriveKey): Result<Office, OfficeFileFailure> {
  const made = newSealedFile(kind, path, book, passphrase, derive);
  if (!made.ok) return failed('office-weak-derivation');
  const office = officeIn(path, made.value);
  const written = office.write(book);
  return written.ok ? ok(office) : written;
}

const codes = {
  missing: 'office-missing',
  unreadable: 'office-unreadable',
  'wrong-passphrase': 'office-passphrase',
  'weak-derivation': 'office-weak-derivation',
  changed: 'office-changed',
  unwritable: 'office-unwritable',
} as const;

/** Opens an office file. A wrong passphrase and an altered file look the same: `office-passphrase`. */
export function openOffice(path: string, passphrase: string, derive: DeriveKey): Result<Office, OfficeFileFailure> {
  const opened = openSealedFile(kind, path, passphrase, derive);
  return opened.ok ? ok(officeIn(path, opened.value)) : failed(codes[opened.failure.code], { path });
}

/** Gives the office file another passphrase. */
export function resealOffice(path: string, passphrases: Passphrases, derive: DeriveKey): Result<null, OfficeFileFailure> {
  const done = resealFile(kind, path, passphrases, derive);
  return done.ok ? done : failed(codes[done.failure.code], { path });
}

function officeIn(path: string, file: SealedFile<OfficeBook>): Office {
  return {
    path,
    book: file.content,
    write(book) {
      const written = file.write(book);
      return written === 'written' ? ok(null) : failed(written === 'changed' ? 'office-changed' : 'office-unwritable', { path });
    },
    close: file.close,
  };
}
