import { readFileSync } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';
import { failed, ok, type Result } from '../../core/result.ts';
import { textOf, textsOf, type VerbOption, type VerbSurroundings } from '../verb.ts';

/** For whom a file is sealed: age recipients, or a passphrase. */
export const ageSealOptions = {
  recipient: { type: 'string', multiple: true, says: 'an age recipient (age1…) that can open it; may be given several times' },
  'age-passphrase-file': { type: 'string', says: 'or a file whose first line is a passphrase that opens it' },
} as const satisfies Record<string, VerbOption>;

/** With what it is opened again. */
export const ageOpenOptions = {
  identity: { type: 'string', says: 'a file with an age identity (AGE-SECRET-KEY-1…)' },
  'age-passphrase-file': { type: 'string', says: 'or a file whose first line is the passphrase' },
} as const satisfies Record<string, VerbOption>;

export interface AgeLock {
  seal(plain: Uint8Array): Promise<Uint8Array>;
}

export interface AgeKey {
  /** `null`: another key's, or damaged. */
  open(sealed: Uint8Array): Promise<Uint8Array | null>;
}

type LockFailure = 'age-missing' | 'age-recipient-wrong' | 'file-unreadable';

/** Reads for whom to seal. Files open with the standard age tool (age-encryption.org/v1). */
export function ageLockOf(surroundings: VerbSurroundings): Result<AgeLock, LockFailure> {
  const recipients = textsOf(surroundings.values, 'recipient');
  const passphrase = passphraseOf(surroundings);
  if (!passphrase.ok) return passphrase;
  if (recipients.length === 0 && passphrase.value === '') return failed('age-missing');
  const encrypter = new Encrypter();
  try {
    for (const one of recipients) encrypter.addRecipient(one);
  } catch {
    return failed('age-recipient-wrong');
  }
  if (recipients.length === 0) encrypter.setPassphrase(passphrase.value);
  return ok({ seal: (plain) => encrypter.encrypt(plain) });
}

/** Reads with what to open. */
export function ageKeyOf(surroundings: VerbSurroundings): Result<AgeKey, LockFailure> {
  const path = textOf(surroundings.values, 'identity');
  const passphrase = passphraseOf(surroundings);
  if (!passphrase.ok) return passphrase;
  if (path === '' && passphrase.value === '') return failed('age-missing');
  const decrypter = new Decrypter();
  if (path === '') {
    decrypter.addPassphrase(passphrase.value);
  } else {
    try {
      const line = readFileSync(path, 'utf8').split(/\r?\n/).find((one) => one.startsWith('AGE-SECRET-KEY-'));
      decrypter.addIdentity(line ?? '');
    } catch {
      return failed('file-unreadable', { path });
    }
  }
  return ok({
    async open(sealed) {
      try {
        return await decrypter.decrypt(sealed, 'uint8array');
      } catch {
        return null;
      }
    },
  });
}

function passphraseOf(surroundings: VerbSurroundings): Result<string, 'file-unreadable'> {
  const path = textOf(surroundings.values, 'age-passphrase-file');
  if (path === '') return ok(surroundings.environment['RAPPORTEUR_BACKUP_PASSPHRASE'] ?? '');
  try {
    return ok(readFileSync(path, 'utf8').split(/\r?\n/)[0] ?? '');
  } catch {
    return failed('file-unreadable', { path });
  }
}
