import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { dayOf } from '../office/members.ts';
import { makeProfile } from '../office/new-profile.ts';
import { officeOptions } from '../office/passphrase.ts';
import { readDescription } from '../office/profile-description.ts';
import { dryRunOption, textOf, textsOf, type Verb } from '../verb.ts';

/** Makes the signed profile from a description. The same description gives the same file again. */
export const profileMake: Verb = {
  name: 'profile make',
  says: 'makes the signed profile file for members from a readable description',
  options: {
    ...officeOptions,
    ...dryRunOption,
    description: { type: 'string', says: 'JSON: validUntil, jwgs, networks, accreditations (docs/sync.md)', needed: true },
    out: { type: 'string', says: 'the profile file to write', needed: true },
    'end-jwg': { type: 'string', multiple: true, says: 'a group of the last profile that the description has no more, on purpose' },
  },
  async run(surroundings) {
    const made = await makeProfile(surroundings, (last, office) => {
      const described = readDescription(textOf(surroundings.values, 'description'), office.book, surroundings.now);
      return described.ok ? withoutSlips(last, described.value, textsOf(surroundings.values, 'end-jwg')) : described;
    });
    if (!made.ok) return made;
    const { serial, changed, changes } = made.value;
    const until = dayOf(made.value.validUntil);
    return ok({
      lines: [
        `Profile ${serial} is in ${textOf(surroundings.values, 'out')}${changed ? '' : ', unchanged'}. It is valid until ${until}.`,
        ...changes,
        'Give it to members; it holds nothing secret.',
      ],
      data: { profile: textOf(surroundings.values, 'out'), serial, changed, changes, validUntil: until },
    });
  },
};

/** A group that is missing by a slip would be gone from every laptop; its end is said aloud. */
function withoutSlips(last: OrganisationProfile | null, next: OrganisationProfile, ended: readonly string[]): Result<OrganisationProfile, 'group-dropped'> {
  const dropped = last?.jwgs.find((one) => !next.jwgs.some((each) => each.id === one.id) && !ended.includes(one.id));
  return dropped === undefined ? ok(next) : failed('group-dropped', { jwg: dropped.id });
}
