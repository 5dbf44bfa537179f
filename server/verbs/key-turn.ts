import { ok } from '../../core/result.ts';
import { findCompartments } from '../office/compartments.ts';
import { atDesk, deskOptions } from '../office/desk.ts';
import { newestEpoch } from '../office/provisioning.ts';
import { finishTurns, withTurns } from '../office/turn-keys.ts';
import { dryRunOption, textsOf, type Verb } from '../verb.ts';

/**
 * Gives compartments a new key without removing anybody: after a doubt about a laptop, or by the
 * calendar. A turn that was interrupted is finished and no other is begun, so that running it again
 * after a failure turns once.
 */
export const keyTurn: Verb = {
  name: 'key turn',
  says: 'gives compartments a new key for what is written from now on; nobody is removed',
  options: {
    ...deskOptions,
    ...dryRunOption,
    compartment: { type: 'string', multiple: true, says: 'GROUP or GROUP:MARKING; may be given several times', needed: true },
  },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const found = findCompartments(desk.book(), textsOf(surroundings.values, 'compartment'));
      if (!found.ok) return found;
      const interrupted = new Set(desk.book().turns.map((one) => one.compartment));
      const due = found.value.filter((one) => !interrupted.has(one));
      const begun = due.length === 0 ? ok(null) : desk.keep(withTurns(desk.book(), new Set(due), []));
      if (!begun.ok) return begun;
      const turned = await finishTurns(desk);
      if (!turned.ok) return turned;
      const compartments = desk
        .book()
        .compartments.filter((one) => found.value.includes(one.id))
        .map((one) => ({ compartment: one.id, jwg: one.jwg, marking: one.marking, epoch: newestEpoch(one).epoch }));
      return ok({
        lines: [
          ...compartments.map((one) => `${one.jwg}:${one.marking} has key ${one.epoch}.`),
          ...(interrupted.size === 0 ? [] : [`${interrupted.size} turns that were interrupted before were finished.`]),
          'Members have it with their next synchronisation. What was written before stays readable with the old keys.',
        ],
        data: { turned: turned.value, finished: interrupted.size, compartments },
      });
    }),
};
