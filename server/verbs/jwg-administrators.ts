import type { JwgId } from '../../core/ids.ts';
import { failed, ok } from '../../core/result.ts';
import { atDesk, deskOptions } from '../office/desk.ts';
import { certificateOf, findMember } from '../office/members.ts';
import { dryRunOption, textOf, textsOf, type Verb } from '../verb.ts';

/** Names who verifies, for a group, what third countries' members send; in place of whoever did before. */
export const jwgAdministrators: Verb = {
  name: 'jwg administrators',
  says: 'names who verifies what third countries\' members send to a group, in place of those before',
  options: {
    ...deskOptions,
    ...dryRunOption,
    jwg: { type: 'string', says: 'the group', needed: true },
    person: { type: 'string', multiple: true, says: 'a member\'s name, or fingerprint when several bear it; may be given several times', needed: true },
  },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const jwg = textOf(surroundings.values, 'jwg') as JwgId;
      const group = desk.profile.jwgs.find((one) => one.id === jwg);
      if (group === undefined) return failed('group-unknown', { jwg });
      const persons: { readonly person: string; readonly name: string }[] = [];
      for (const named of textsOf(surroundings.values, 'person')) {
        const member = findMember(desk.book(), named);
        if (!member.ok) return member;
        const certificate = certificateOf(member.value, desk.book());
        if (!certificate.jwgs.some((one) => one.jwg === jwg && (one.until === null || one.until > desk.now))) return failed('not-of-the-group', { name: certificate.person.name, jwg });
        persons.push({ person: member.value.person, name: certificate.person.name });
      }
      const directory = await desk.directory();
      if (!directory.ok) return directory;
      const wanted = persons.map((one) => one.person).toSorted();
      const changed = JSON.stringify((directory.value.administrators.get(jwg) ?? []).toSorted()) !== JSON.stringify(wanted);
      const appended = changed ? await desk.append({ type: 'administrators', jwg, persons: wanted as never }) : ok(null);
      if (!appended.ok) return appended;
      const asked = group.quarantineThirdCountries === true;
      return ok({
        lines: [
          `${group.shortName}: ${persons.map((one) => one.name).join(', ')}${changed ? '' : ', as before'}.`,
          asked ? 'What third countries\' members send waits for one of them.' : 'The profile does not ask for that yet: "jwg set --quarantine yes".',
        ],
        data: { jwg, administrators: persons, changed, quarantine: asked },
      });
    }),
};
