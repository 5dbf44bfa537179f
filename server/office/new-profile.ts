import { writeFileSync } from 'node:fs';
import { fromBase64Url } from '../../core/crypto/sodium.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import { isDryRun, textOf, type VerbSurroundings } from '../verb.ts';
import { latestProfile } from './current-profile.ts';
import type { Office } from './office-file.ts';
import { openOfficeOf } from './passphrase.ts';
import { changesBetween } from './profile-lines.ts';
import { signedProfile } from './signed-profile.ts';

export interface NewProfile {
  readonly serial: number;
  readonly changed: boolean;
  readonly validUntil: number;
  /** What it changes against the profile before, in lines. */
  readonly changes: readonly string[];
}

/**
 * Opens the keys file, makes a profile from the last one (`null`: there is none yet), signs it and writes
 * its file to `--out`. The same content gives the same file. Noted before it is written, so that no
 * serial is given twice.
 */
export async function makeProfile(
  surroundings: VerbSurroundings,
  make: (last: OrganisationProfile | null, office: Office) => Result<OrganisationProfile, ServerFailure>,
): Promise<Result<NewProfile, ServerFailure>> {
  const office = await openOfficeOf(surroundings);
  if (!office.ok) return office;
  try {
    return sign(surroundings, office.value, make);
  } finally {
    office.value.close();
  }
}

function sign(surroundings: VerbSurroundings, office: Office, make: Parameters<typeof makeProfile>[1]): Result<NewProfile, ServerFailure> {
  const last = office.book.profile === null ? ok(null) : latestProfile(office.book);
  if (!last.ok) return last;
  const wanted = make(last.value, office);
  if (!wanted.ok) return wanted;
  const made = signedProfile({ ...wanted.value, issued: surroundings.now }, office.book);
  if (!made.ok) return made;
  const changed = made.value.serial !== office.book.profile?.serial;
  const told = { serial: made.value.serial, changed, validUntil: wanted.value.validUntil, changes: changed ? changesBetween(last.value, wanted.value) : [] };
  if (isDryRun(surroundings.values)) return ok(told);
  const kept = changed ? office.write({ ...office.book, profile: made.value }) : ok(null);
  if (!kept.ok) return kept;
  const path = textOf(surroundings.values, 'out');
  return writeProfile(path, made.value.file) ? ok(told) : failed('file-unwritable', { path });
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
