import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../../core/crypto/canonical.ts';
import { derivationFloor, type DerivationParameters, type SealKey } from '../../core/crypto/keys.ts';
import { fromBase64Url, open, passphraseSaltBytes, randomBytes, seal, sha256Hex, toBase64Url, wipe } from '../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { DeriveKey } from '../verb.ts';
import { replaceFile } from './replace-file.ts';

/** A kind of file that is sealed under a passphrase: its name, what the seal is for, and what is inside. */
export interface SealedFileKind<Schema extends z.ZodType> {
  readonly format: string;
  readonly context: string;
  readonly content: Schema;
}

/** Argon2id's parameters in clear, then XChaCha20-Poly1305. */
const sealedFile = z.strictObject({
  format: z.string(),
  v: z.literal(1),
  salt: z.string().max(100),
  operations: z.number().int().max(100),
  memory: z.number().int().max(4 * 1024 * 1024 * 1024),
  sealed: z.string(),
});

/** `changed`: somebody else wrote it since it was read, and it was left as it is. */
export type WrittenFile = 'written' | 'changed' | 'unwritable';

/** An opened file. `write` replaces it as a whole, durably. */
export interface SealedFile<Content> {
  readonly content: Content;
  write(content: Content): WrittenFile;
  /** Overwrites the derived key; nothing can be written afterwards. */
  close(): void;
}

/** A sealed file under a new passphrase; nothing is written yet. `replaces`: SHA-256 of the file that it takes the place of. */
export function newSealedFile<Schema extends z.ZodType>(
  kind: SealedFileKind<Schema>,
  path: string,
  content: z.output<Schema>,
  passphrase: string,
  derive: DeriveKey,
  replaces: string | null = null,
): Result<SealedFile<z.output<Schema>>, 'weak-derivation'> {
  const salt = randomBytes(passphraseSaltBytes);
  const key = derive(passphrase, salt, derivationFloor);
  if (!key.ok) return failed('weak-derivation');
  return ok(opened(kind, path, content, key.value, { salt: toBase64Url(salt), ...derivationFloor }, replaces));
}

/** Opens a sealed file. A wrong passphrase and an altered file look the same: `wrong-passphrase`. */
export function openSealedFile<Schema extends z.ZodType>(
  kind: SealedFileKind<Schema>,
  path: string,
  passphrase: string,
  derive: DeriveKey,
): Result<SealedFile<z.output<Schema>>, 'missing' | 'unreadable' | 'wrong-passphrase' | 'weak-derivation'> {
  if (!existsSync(path)) return failed('missing');
  const bytes = readFileSync(path);
  const shape = sealedFile.safeParse(jsonFromBytes(bytes));
  const salt = shape.success ? fromBase64Url(shape.data.salt) : failed('not-base64');
  const sealed = shape.success ? fromBase64Url(shape.data.sealed) : failed('not-base64');
  if (!shape.success || shape.data.format !== kind.format || !salt.ok || !sealed.ok) return failed('unreadable');
  if (salt.value.length !== passphraseSaltBytes) return failed('unreadable');
  const { operations, memory } = shape.data;
  const key = derive(passphrase, salt.value, { operations, memory });
  if (!key.ok) return failed('weak-derivation');
  const plain = open(key.value, sealed.value, kind.context);
  if (!plain.ok) return failed('wrong-passphrase');
  const content = kind.content.safeParse(jsonFromBytes(plain.value));
  if (!content.success) return failed('unreadable');
  return ok(opened(kind, path, content.data, key.value, { salt: shape.data.salt, operations, memory }, sha256Hex(bytes)));
}

export interface Passphrases {
  readonly present: string;
  readonly next: string;
  /** Only tries whether the present one opens the file. */
  readonly dryRun: boolean;
}

/** Seals a file's content under another passphrase, with a new salt, as a whole. */
export function resealFile<Schema extends z.ZodType>(
  kind: SealedFileKind<Schema>,
  path: string,
  { present, next, dryRun }: Passphrases,
  derive: DeriveKey,
): Result<null, 'missing' | 'unreadable' | 'wrong-passphrase' | 'weak-derivation' | 'changed' | 'unwritable'> {
  const before = digestOf(path);
  const there = openSealedFile(kind, path, present, derive);
  if (!there.ok) return there;
  there.value.close();
  if (dryRun) return ok(null);
  const fresh = newSealedFile(kind, path, there.value.content, next, derive, before);
  if (!fresh.ok) return fresh;
  const written = fresh.value.write(there.value.content);
  fresh.value.close();
  return written === 'written' ? ok(null) : failed(written);
}

/** SHA-256 of what is in the file now; `null` when there is none. */
function digestOf(path: string): string | null {
  return existsSync(path) ? sha256Hex(readFileSync(path)) : null;
}

function opened<Schema extends z.ZodType>(
  kind: SealedFileKind<Schema>,
  path: string,
  content: z.output<Schema>,
  key: SealKey<'slot'>,
  derivation: DerivationParameters & { readonly salt: string },
  read: string | null,
): SealedFile<z.output<Schema>> {
  let last = read;
  return {
    content,
    write(next) {
      if (digestOf(path) !== last) return 'changed';
      const sealed = toBase64Url(seal(key, jsonToBytes(kind.content.parse(next)), kind.context));
      const file: z.input<typeof sealedFile> = { format: kind.format, v: 1, ...derivation, sealed };
      const bytes = jsonToBytes(file);
      if (!replaceFile(path, bytes)) return 'unwritable';
      last = sha256Hex(bytes);
      return 'written';
    },
    close: () => wipe(key),
  };
}
