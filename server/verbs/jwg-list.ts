import { ok } from '../../core/result.ts';
import { latestProfile } from '../office/current-profile.ts';
import { certificateOf } from '../office/members.ts';
import { officeOptions, openOfficeOf } from '../office/passphrase.ts';
import { groupLines } from '../office/profile-lines.ts';
import type { Verb } from '../verb.ts';

/** The groups of the last profile, and who belongs to each. */
export const jwgList: Verb = {
  name: 'jwg list',
  says: 'shows the groups: member countries, third countries, data protection, and who belongs to each',
  options: { ...officeOptions },
  async run(surroundings) {
    const office = await openOfficeOf(surroundings);
    if (!office.ok) return office;
    office.value.close();
    const { book } = office.value;
    const profile = latestProfile(book);
    if (!profile.ok) return profile;
    const certificates = book.members.map((one) => certificateOf(one, book));
    const groups = profile.value.jwgs.map((one) => ({
      ...one,
      belonging: certificates.filter(({ jwgs }) => jwgs.some((each) => each.jwg === one.id && each.until === null)).map(({ person }) => person.name),
      compartments: book.compartments.filter((each) => each.jwg === one.id).map((each) => each.marking),
    }));
    return ok({
      lines:
        groups.length === 0
          ? ['There are no groups yet. Add one with "jwg set".']
          : groups.flatMap((one) => [
              ...groupLines(one),
              `  belonging: ${one.belonging.join(', ') || 'nobody yet'}`,
              `  compartments: ${one.compartments.join(', ') || 'none yet; run "setup"'}`,
            ]),
      data: { groups },
    });
  },
};
