import { writeFileSync } from 'node:fs';
import { fromBase64Url } from '../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import { isDryRun, textOf, type VerbSurroundings } from '../verb.ts';
import { latestProfile } from './current-profile.ts';
import { openOfficeOf } from './passphrase.ts';
import { signedProfile } from './signed-profile.ts';

/**
 * Signs the last profile again with another end and writes its file. The same end gives the same file.
 */
export async function endProfileAt(
  surroundings: VerbSurroundings,
  end: (validUntil: number) => number,
): Promise<Result<{ readonly serial: number; readonly changed: boolean }, ServerFailure>> {
  const office = await openOfficeOf(surroundings);
  if (!office.ok) return office;
  try {
    const { book } = office.value;
    const last = latestProfile(book);
    if (!last.ok) return last;
    const made = signedProfile({ ...last.value, validUntil: end(last.value.validUntil), issued: surroundings.now }, book);
    if (!made.ok) return made;
    const { serial } = made.value;
    const changed = serial !== book.profile?.serial;
    if (isDryRun(surroundings.values)) return ok({ serial, changed });
    const kept = changed ? office.value.write({ ...book, profile: made.value }) : ok(null);
    if (!kept.ok) return kept;
    return writeProfile(textOf(surroundings.values, 'out'), made.value.file) ? ok({ serial, changed }) : failed('file-unwritable', { path: textOf(surroundings.values, 'out') });
  } finally {
    office.value.close();
  }
}

function writeProfile(path: string, file: string): boolean {
  const bytes = fromBase64Url(file);
  try {
    writeFileSync(path, bytes.ok ? bytes.value : new Uint8Array());
    return bytes.ok;
  } catch {
    return false;
  }
}
