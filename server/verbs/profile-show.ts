import { readFileSync } from 'node:fs';
import { verifyProfile } from '../../core/organisation/verify-profile.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { latestProfile, openProfileFile } from '../office/current-profile.ts';
import { writeDescription } from '../office/description-of.ts';
import type { OfficeBook } from '../office/office-book.ts';
import { officeOptions, openOfficeOf } from '../office/passphrase.ts';
import { profileLines } from '../office/profile-lines.ts';
import type { ServerFailure } from '../sentences.ts';
import { textOf, type Verb } from '../verb.ts';

/** What a profile says, the last one or a file that somebody has; and the description that would make it. */
export const profileShow: Verb = {
  name: 'profile show',
  says: 'shows the last profile or a profile file, and writes the description that makes it',
  options: {
    ...officeOptions,
    file: { type: 'string', says: 'a profile file, as a member has it; the last one made when not given' },
    description: { type: 'string', says: 'writes the description here, its certificates and country table beside it; nothing there is replaced' },
  },
  async run(surroundings) {
    const office = await openOfficeOf(surroundings);
    if (!office.ok) return office;
    office.value.close();
    const shown = profileOf(textOf(surroundings.values, 'file'), office.value.book, surroundings.now);
    if (!shown.ok) return shown;
    const { profile, standing } = shown.value;
    const path = textOf(surroundings.values, 'description');
    const written = path === '' ? ok([]) : writeDescription(path, profile);
    if (!written.ok) return written;
    return ok({
      lines: [...profileLines(profile), ...(standing === null ? [] : ['', standing]), ...(written.value.length === 0 ? [] : ['', `Written: ${written.value.join(', ')}.`])],
      data: { profile, standing, written: written.value },
    });
  },
};

interface Shown {
  readonly profile: OrganisationProfile;
  /** What there is to say about a file besides what it says; `null`: nothing. */
  readonly standing: string | null;
}

function profileOf(path: string, book: OfficeBook, now: number): Result<Shown, ServerFailure> {
  const last = latestProfile(book);
  if (path === '') return last.ok ? ok({ profile: last.value, standing: ended(last.value, now) }) : last;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return failed('file-unreadable', { path });
  }
  // One that has ended is shown too: a member who asks may hold just that.
  const profile = openProfileFile(bytes, book.sign.public);
  if (profile === null) {
    const refused = verifyProfile(bytes, { now, organisationKey: book.sign.public });
    return !refused.ok && refused.failure.code !== 'profile-unreadable' ? refused : failed('profile-file-unreadable', { path });
  }
  const { serial } = profile;
  const older = last.ok && serial < last.value.serial ? `This is profile ${serial}; the last one made is ${last.value.serial}.` : null;
  return ok({ profile, standing: older ?? ended(profile, now) });
}

function ended(profile: OrganisationProfile, now: number): string | null {
  return profile.validUntil <= now ? 'It has ended: laptops that hold it deliver nothing. Renew it with "profile renew".' : null;
}
