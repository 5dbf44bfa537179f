import { readFileSync } from 'node:fs';
import { failed, ok, type Result } from '../../core/result.ts';
import { textOf, type VerbOption, type VerbSurroundings } from '../verb.ts';
import { openOffice, type Office, type OfficeFileFailure } from './office-file.ts';

/** The options of every verb that opens the keys file. */
export const officeOptions = {
  keys: { type: 'string', says: 'the organisation\'s keys file', needed: true },
  'passphrase-file': { type: 'string', says: 'a file whose first line is the passphrase' },
} as const satisfies Record<string, VerbOption>;

type PassphraseFailure = 'passphrase-missing' | 'file-unreadable';

/** The passphrase from `--passphrase-file`, from RAPPORTEUR_PASSPHRASE, or typed. */
export async function readPassphrase(surroundings: VerbSurroundings): Promise<Result<string, PassphraseFailure>> {
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
  return typed === null || typed === '' ? failed('passphrase-missing') : ok(typed);
}

/** Opens the keys file that `--keys` names. */
export async function openOfficeOf(surroundings: VerbSurroundings): Promise<Result<Office, OfficeFileFailure | PassphraseFailure>> {
  const passphrase = await readPassphrase(surroundings);
  return passphrase.ok ? openOffice(textOf(surroundings.values, 'keys'), passphrase.value) : passphrase;
}
