import { readFileSync } from 'node:fs';
import { failed, ok, type Result } from '../../core/result.ts';
import { textOf, type VerbOption, type VerbSurroundings } from '../verb.ts';
import { openOffice, type Office, type OfficeFileFailure } from './office-file.ts';
import { openRecoveryFile, type RecoveryFileFailure, type RecoveryKey } from './recovery-file.ts';

/** The options of every verb that opens the keys file. */
export const officeOptions = {
  keys: { type: 'string', says: 'the organisation\'s keys file', needed: true },
  'passphrase-file': { type: 'string', says: 'a file whose first line is the passphrase' },
} as const satisfies Record<string, VerbOption>;

/** The options of a verb that needs the recovery key. */
export const recoveryOptions = {
  recovery: { type: 'string', says: 'the recovery key\'s file', needed: true },
  'recovery-passphrase-file': { type: 'string', says: 'a file whose first line is the recovery key\'s passphrase' },
} as const satisfies Record<string, VerbOption>;

type PassphraseFailure = 'passphrase-missing' | 'passphrase-differs' | 'file-unreadable';

/**
 * The passphrase from `--passphrase-file`, from RAPPORTEUR_PASSPHRASE, or typed: twice when it is a
 * new one, for a slip would lock the keys away for good.
 */
export function readPassphrase(surroundings: VerbSurroundings, isNew = false): Promise<Result<string, PassphraseFailure>> {
  const source = { option: 'passphrase-file', variable: 'RAPPORTEUR_PASSPHRASE', question: 'Passphrase of the organisation\'s keys: ' };
  return readSecret(surroundings, source, isNew);
}

/** The recovery key's own passphrase; whoever keeps that file may be somebody else. */
export function readRecoveryPassphrase(surroundings: VerbSurroundings, isNew = false): Promise<Result<string, PassphraseFailure>> {
  const source = { option: 'recovery-passphrase-file', variable: 'RAPPORTEUR_RECOVERY_PASSPHRASE', question: 'Passphrase of the recovery key: ' };
  return readSecret(surroundings, source, isNew);
}

/** The passphrase that takes the place of another; typed twice. */
export function readNewPassphrase(surroundings: VerbSurroundings): Promise<Result<string, PassphraseFailure>> {
  return readSecret(surroundings, { option: 'new-passphrase-file', variable: 'RAPPORTEUR_NEW_PASSPHRASE', question: 'New passphrase: ' }, true);
}

interface SecretSource {
  readonly option: string;
  readonly variable: string;
  readonly question: string;
}

async function readSecret(surroundings: VerbSurroundings, source: SecretSource, isNew: boolean): Promise<Result<string, PassphraseFailure>> {
  const path = textOf(surroundings.values, source.option);
  if (path !== '') {
    try {
      return ok(readFileSync(path, 'utf8').split(/\r?\n/)[0] ?? '');
    } catch {
      return failed('file-unreadable', { path });
    }
  }
  const given = surroundings.environment[source.variable];
  if (given !== undefined && given !== '') return ok(given);
  const typed = await surroundings.ask(source.question, true);
  if (typed === null || typed === '') return failed('passphrase-missing');
  if (isNew && (await surroundings.ask('The same once more: ', true)) !== typed) return failed('passphrase-differs');
  return ok(typed);
}

/** Opens the keys file that `--keys` names. */
export async function openOfficeOf(surroundings: VerbSurroundings): Promise<Result<Office, OfficeFileFailure | PassphraseFailure>> {
  const passphrase = await readPassphrase(surroundings);
  return passphrase.ok ? openOffice(textOf(surroundings.values, 'keys'), passphrase.value, surroundings.derive) : passphrase;
}

/** Opens the recovery file that `--recovery` names. */
export async function openRecoveryOf(surroundings: VerbSurroundings): Promise<Result<RecoveryKey, RecoveryFileFailure | PassphraseFailure>> {
  const passphrase = await readRecoveryPassphrase(surroundings);
  return passphrase.ok ? openRecoveryFile(textOf(surroundings.values, 'recovery'), passphrase.value, surroundings.derive) : passphrase;
}
