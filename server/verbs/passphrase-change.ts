import { failed, ok } from '../../core/result.ts';
import { resealOffice } from '../office/office-file.ts';
import { officeOptions, readNewPassphrase, readPassphrase, readRecoveryPassphrase } from '../office/passphrase.ts';
import { resealRecovery } from '../office/recovery-file.ts';
import { shortestPassphrase } from '../office/recovery-making.ts';
import { dryRunOption, isDryRun, textOf, type Verb } from '../verb.ts';

/** A new passphrase for the keys file, or for the recovery key: when an officer leaves, or somebody looked over a shoulder. */
export const passphraseChange: Verb = {
  name: 'passphrase change',
  says: 'gives the keys file another passphrase, or with --recovery the recovery key\'s file',
  options: {
    'passphrase-file': officeOptions['passphrase-file'],
    keys: { type: 'string', says: 'the organisation\'s keys file' },
    recovery: { type: 'string', says: 'the recovery key\'s file instead' },
    'recovery-passphrase-file': { type: 'string', says: 'a file whose first line is the recovery key\'s present passphrase' },
    'new-passphrase-file': { type: 'string', says: 'a file whose first line is the new passphrase' },
    ...dryRunOption,
  },
  async run(surroundings) {
    const [keys, recovery] = [textOf(surroundings.values, 'keys'), textOf(surroundings.values, 'recovery')];
    if ((keys === '') === (recovery === '')) return failed('one-file-only');
    const path = keys || recovery;
    const present = keys === '' ? await readRecoveryPassphrase(surroundings) : await readPassphrase(surroundings);
    if (!present.ok) return present;
    const next = await readNewPassphrase(surroundings);
    if (!next.ok) return next;
    if ([...next.value].length < shortestPassphrase) return failed('passphrase-too-short');
    const passphrases = { present: present.value, next: next.value, dryRun: isDryRun(surroundings.values) };
    const changed = keys === '' ? resealRecovery(recovery, passphrases, surroundings.derive) : resealOffice(keys, passphrases, surroundings.derive);
    if (!changed.ok) return changed;
    return ok({
      lines: [`${path} has another passphrase.`, 'Copies and backups of it still open with the old one: replace the copies, and make a backup.'],
      data: { file: path, changed: true },
    });
  },
};
