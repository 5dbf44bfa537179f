import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { isDay } from '../office/members.ts';
import { makeProfile } from '../office/new-profile.ts';
import { officeOptions } from '../office/passphrase.ts';
import { dryRunOption, textOf, type Verb } from '../verb.ts';

const out = { type: 'string', says: 'the profile file to write', needed: true } as const;

/** The same profile with a later end. "setup" afterwards renews the members' certificates. */
export const profileRenew: Verb = {
  name: 'profile renew',
  says: 'signs the last profile again with another end',
  options: { ...officeOptions, ...dryRunOption, until: { type: 'string', says: 'last day of validity, as 2026-12-31', needed: true }, out },
  async run(surroundings) {
    const until = textOf(surroundings.values, 'until');
    if (!isDay(until)) return failed('day-wrong', { day: until });
    const validUntil = Date.parse(`${until}T23:59:59.999Z`);
    if (validUntil <= surroundings.now) return failed('day-passed', { day: until });
    const renewed = await makeProfile(surroundings, (last) => endAt(last, () => validUntil));
    if (!renewed.ok) return renewed;
    const { serial, changed } = renewed.value;
    return ok({
      lines: [`Profile ${serial} is in ${textOf(surroundings.values, 'out')}${changed ? '' : ', unchanged'}. It is valid until ${until}.`, 'Give it to members, and run "setup": it renews their certificates.'],
      data: { serial, changed, validUntil: until },
    });
  },
};

/** The same profile, ended: whoever takes it delivers nothing any more. */
export const profileExpire: Verb = {
  name: 'profile expire',
  says: 'ends the last profile now: laptops that receive it hold everything',
  options: { ...officeOptions, ...dryRunOption, out },
  async run(surroundings) {
    const ended = await makeProfile(surroundings, (last) => endAt(last, (before) => Math.min(before, surroundings.now)));
    if (!ended.ok) return ended;
    return ok({
      lines: [`Profile ${ended.value.serial} in ${textOf(surroundings.values, 'out')} has ended. Laptops that receive it deliver nothing.`, 'Begin again with "profile renew".'],
      data: { serial: ended.value.serial, changed: ended.value.changed },
    });
  },
};

function endAt(last: OrganisationProfile | null, end: (validUntil: number) => number): Result<OrganisationProfile, 'no-profile-yet'> {
  return last === null ? failed('no-profile-yet') : ok({ ...last, validUntil: end(last.validUntil) });
}
