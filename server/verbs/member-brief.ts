import { failed, ok } from '../../core/result.ts';
import { accessLines } from '../office/access-lines.ts';
import { atDesk, deskOptions } from '../office/desk.ts';
import { certificateNow, certificateOf, findMember, readVetting, withCertificate, withMember } from '../office/members.ts';
import { bringUpToDate } from '../office/membership.ts';
import { dryRunOption, textOf, type Verb, type VerbOption } from '../verb.ts';

/** The option of every verb about one member. */
export const personOption = {
  person: { type: 'string', says: 'the member\'s name, or fingerprint when several bear it', needed: true },
} as const satisfies Record<string, VerbOption>;

/** Records a new briefing or clearance with its end, and gives or takes the compartments that follow from it. */
export const memberBrief: Verb = {
  name: 'member brief',
  says: 'records a member\'s security briefing or clearance with its end',
  options: {
    ...deskOptions,
    ...dryRunOption,
    ...personOption,
    briefing: { type: 'string', says: 'acknowledged and valid until, as 2025-01-31:2026-01-31' },
    clearance: { type: 'string', says: 'personnel security clearance, as MARKING:2026-12-31' },
  },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const typed = { clearance: textOf(surroundings.values, 'clearance'), briefing: textOf(surroundings.values, 'briefing') };
      if (typed.clearance === '' && typed.briefing === '') return failed('option-missing', { option: 'briefing' });
      const vetting = readVetting(typed, desk.profile);
      if (!vetting.ok) return vetting;
      const member = findMember(desk.book(), textOf(surroundings.values, 'person'));
      if (!member.ok) return member;
      const before = certificateOf(member.value, desk.book());
      const briefing = vetting.value.briefing ?? before.briefing;
      const clearance = vetting.value.clearance ?? before.clearance;
      if (JSON.stringify({ briefing, clearance }) !== JSON.stringify({ briefing: before.briefing, clearance: before.clearance })) {
        const changed = withCertificate(member.value, (certificate) => ({ ...certificate, briefing, clearance }), desk.book());
        const kept = desk.keep(withMember(desk.book(), changed));
        if (!kept.ok) return kept;
      }
      const done = await bringUpToDate(desk, member.value.person);
      if (!done.ok) return done;
      const { name } = before.person;
      return ok({
        lines: [
          `${name}: ${briefing === null ? 'not briefed' : `briefed until ${briefing.until}`}, ${clearance === null ? 'not cleared' : `cleared to ${clearance.upTo} until ${clearance.until}`}.`,
          ...accessLines(desk, certificateNow(desk, member.value.person)),
        ],
        data: { person: member.value.person, name, briefing, clearance, ...done.value },
      });
    }),
};
