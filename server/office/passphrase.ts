import { readFileSync } from 'node:fs';
import { failed, ok, type Result } from '../../core/result.ts';
import { textOf, type VerbOption, type VerbSurroundings } from '../verb.ts';
import { openOffice, type Office, type OfficeFileFailure } from './office-file.ts';

/** The options of every verb that opens the keys file. */
export const officeOptions = {
  keys: { type: 'string', says: 'the organisation\'s keys file', needed: true },
  'passphrase-file': { type: 'string', says: 'a file whose first line is the passphrase' },
} as const satisfies Record<string, VerbOption>;

type PassphraseFailure = 'passphrase-missing' | 'passphrase-differs' | 'file-unreadable';

/**
 * The passphrase from `--passphrase-file`, from RAPPORTEUR_PASSPHRASE, or typed: twice when it is a
 * new one, for a slip would lock the keys away for good.
 */
export async function readPassphrase(surroundings: VerbSurroundings, isNew = false): Promise<Result<string, PassphraseFailure>> {
  const path = textOf(surroundings.values, 'passphrase-file');
  if (path !== '') {
    try {
      return ok(readFileSync(path, 'utf8').split(/\r?\n/)[0] ?? '');
    } catch {
      return failed('file-unreadable', { path });
    }
  }
  const given = process.env['RAPPORTEUR_PASSPHRASE'];
  if (given !== undefined && given !== '') return ok(given);
  const typed = await surroundings.ask('Passphrase of the organisation\'s keys: ', true);
  if (typed === null || typed === '') return failed('passphrase-missing');
  if (isNew && (await surroundings.ask('The same once more: ', true)) !== typed) return failed('passphrase-differs');
  return ok(typed);
}

/** Opens the keys file that `--keys` names. */
export async function openOfficeOf(surroundings: VerbSurroundings): Promise<Result<Office, OfficeFileFailure | PassphraseFailure>> {
  const passphrase = await readPassphrase(surroundings);
  return passphrase.ok ? openOffice(textOf(surroundings.values, 'keys'), passphrase.value) : passphrase;
}
