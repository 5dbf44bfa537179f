import type { JwgId } from '../../core/ids.ts';
import { failed, ok } from '../../core/result.ts';
import { checkInForce } from '../office/current-profile.ts';
import { accessLines } from '../office/access-lines.ts';
import { atDesk, deskOptions } from '../office/desk.ts';
import { activeDevices, certificateNow, certificateOf, findMember, withCertificate, withMember } from '../office/members.ts';
import { bringUpToDate } from '../office/membership.ts';
import { dryRunOption, textOf, textsOf, type Verb } from '../verb.ts';
import { personOption } from './member-brief.ts';

/** Adds groups to somebody who is a member already; no new request and no new comparison is needed. */
export const memberJoin: Verb = {
  name: 'member join',
  says: 'adds a group, or a local team, to somebody who is a member already',
  options: { ...deskOptions, ...dryRunOption, ...personOption, jwg: { type: 'string', multiple: true, says: 'the group; may be given several times', needed: true } },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const inForce = checkInForce(desk.profile, desk.now);
      if (!inForce.ok) return inForce;
      const wanted = textsOf(surroundings.values, 'jwg') as readonly JwgId[];
      const unknown = wanted.find((id) => !desk.profile.jwgs.some((one) => one.id === id));
      if (unknown !== undefined) return failed('group-unknown', { jwg: unknown });
      const member = findMember(desk.book(), textOf(surroundings.values, 'person'));
      if (!member.ok) return member;
      const before = certificateOf(member.value, desk.book());
      const { name } = before.person;
      if (activeDevices(before).length === 0) return failed('member-removed', { name });
      const added = wanted.filter((id) => !before.jwgs.some((one) => one.jwg === id && one.until === null));
      if (added.length > 0) {
        const joined = added.map((jwg) => ({ jwg, from: desk.now, until: null }));
        const changed = withCertificate(member.value, (certificate) => ({ ...certificate, jwgs: [...certificate.jwgs, ...joined] }), desk.book());
        const kept = desk.keep(withMember(desk.book(), changed));
        if (!kept.ok) return kept;
      }
      const done = await bringUpToDate(desk, member.value.person);
      if (!done.ok) return done;
      const names = wanted.map((id) => desk.profile.jwgs.find((one) => one.id === id)?.shortName ?? id);
      return ok({
        lines: [
          done.value.changed ? `${name} belongs to ${names.join(', ')} now.` : `${name} belongs to ${names.join(', ')} already.`,
          ...accessLines(desk, certificateNow(desk, member.value.person)),
        ],
        data: { person: member.value.person, name, added, ...done.value },
      });
    }),
};
