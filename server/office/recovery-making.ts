import { failed, ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import { isDryRun, textOf, type VerbSurroundings } from '../verb.ts';
import type { Office } from './office-file.ts';
import { readRecoveryPassphrase } from './passphrase.ts';
import { makeRecoveryFile } from './recovery-file.ts';

/** Characters. */
export const shortestPassphrase = 16;

/**
 * Makes the organisation's recovery key into the file that `--recovery` names. The file first: a book
 * that names a key which nobody has would wrap everything for nobody.
 */
export async function makeRecoveryKey(surroundings: VerbSurroundings, office: Office): Promise<Result<null, ServerFailure>> {
  if (isDryRun(surroundings.values)) return ok(null);
  const passphrase = await readRecoveryPassphrase(surroundings, true);
  if (!passphrase.ok) return passphrase;
  if ([...passphrase.value].length < shortestPassphrase) return failed('passphrase-too-short');
  const made = makeRecoveryFile(textOf(surroundings.values, 'recovery'), office.book, passphrase.value, surroundings.derive);
  return made.ok ? office.write({ ...office.book, recovery: { public: made.value.box.public } }) : made;
}
