import { ok } from '../../core/result.ts';
import { atDesk, deskOptions } from '../office/desk.ts';
import { certificateOf, findMember, withMember } from '../office/members.ts';
import { bringUpToDate } from '../office/membership.ts';
import { dryRunOption, textOf, type Verb } from '../verb.ts';
import { personOption } from './member-brief.ts';

/** Shuts the door on a member without turning keys: nothing is lost and everything comes back with `--lift`. */
export const memberSuspend: Verb = {
  name: 'member suspend',
  says: 'stops a member\'s delivery and reception until it is lifted; keys are not turned',
  options: { ...deskOptions, ...dryRunOption, ...personOption, lift: { type: 'boolean', says: 'opens the door again' } },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const member = findMember(desk.book(), textOf(surroundings.values, 'person'));
      if (!member.ok) return member;
      const suspended = surroundings.values['lift'] !== true;
      const kept = desk.keep(withMember(desk.book(), { ...member.value, suspended }));
      if (!kept.ok) return kept;
      const done = await bringUpToDate(desk, member.value.person);
      if (!done.ok) return done;
      const { name } = certificateOf(member.value, desk.book()).person;
      const lines = suspended
        ? [`${name} is suspended: the server refuses every database but the orders.`, 'What the person\'s laptops hold they can still read. Use "member remove" when they are not to come back.']
        : [`${name} is a member again.`];
      return ok({ lines, data: { person: member.value.person, name, suspended, changed: done.value.changed } });
    }),
};
