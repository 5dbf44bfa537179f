import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { BoxPair, BoxPublicKey, BoxSecretKey } from '../../core/crypto/keys.ts';
import { newBoxPair } from '../../core/crypto/sodium.ts';
import { databaseName } from '../../core/organisation/grant.ts';
import { keyBytes, keyText, keyToText } from '../../core/organisation/key-text.ts';
import { requiredLine } from '../../core/records/parts.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { DeriveKey } from '../verb.ts';
import type { OfficeBook } from './office-book.ts';
import { newSealedFile, openSealedFile, resealFile, type Passphrases } from './sealed-file.ts';

/**
 * The organisation's recovery key, in a file of its own that can stay in a safe. With an
 * administrator's account on the server it opens every compartment, also when the keys file is lost;
 * it signs nothing and admits nobody.
 */
const recoveryContent = z.strictObject({
  v: z.literal(1),
  organisation: z.strictObject({ name: requiredLine, signKey: keyText }),
  box: z.strictObject({ public: keyText, secret: keyText }),
  directory: z.strictObject({ database: databaseName, key: keyText }),
});
export type RecoveryKey = z.output<typeof recoveryContent>;

const kind = { format: 'rapporteur-recovery', context: 'rapporteur/recovery/1', content: recoveryContent };

export type RecoveryFileFailure =
  | 'recovery-missing'
  | 'recovery-exists'
  | 'recovery-unreadable'
  | 'recovery-passphrase'
  | 'recovery-weak-derivation'
  | 'recovery-unwritable';

/** Makes a recovery key for an organisation and writes its file; never over another one. */
export function makeRecoveryFile(path: string, book: OfficeBook, passphrase: string, derive: DeriveKey): Result<RecoveryKey, RecoveryFileFailure> {
  if (existsSync(path)) return failed('recovery-exists', { path });
  const box = newBoxPair();
  const content: RecoveryKey = {
    v: 1,
    organisation: { name: book.organisation.name, signKey: book.sign.public },
    box: { public: keyToText(box.publicKey), secret: keyToText(box.secretKey) },
    directory: { database: book.directory.database, key: book.directory.key },
  };
  const file = newSealedFile(kind, path, content, passphrase, derive);
  if (!file.ok) return failed('recovery-weak-derivation', { path });
  const written = file.value.write(content);
  file.value.close();
  return written === 'written' ? ok(content) : failed('recovery-unwritable', { path });
}

const codes = {
  missing: 'recovery-missing',
  unreadable: 'recovery-unreadable',
  'wrong-passphrase': 'recovery-passphrase',
  'weak-derivation': 'recovery-weak-derivation',
  changed: 'recovery-unwritable',
  unwritable: 'recovery-unwritable',
} as const;

/** Opens a recovery file. */
export function openRecoveryFile(path: string, passphrase: string, derive: DeriveKey): Result<RecoveryKey, RecoveryFileFailure> {
  const opened = openSealedFile(kind, path, passphrase, derive);
  if (!opened.ok) return failed(codes[opened.failure.code], { path });
  opened.value.close();
  return ok(opened.value.content);
}

/** Gives the recovery file another passphrase. */
export function resealRecovery(path: string, passphrases: Passphrases, derive: DeriveKey): Result<null, RecoveryFileFailure> {
  const done = resealFile(kind, path, passphrases, derive);
  return done.ok ? done : failed(codes[done.failure.code], { path });
}

/** The recovery keys as bytes. */
export function recoveryPairOf(recovery: RecoveryKey): BoxPair {
  return { publicKey: keyBytes<BoxPublicKey>(recovery.box.public), secretKey: keyBytes<BoxSecretKey>(recovery.box.secret) };
}
