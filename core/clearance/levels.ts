import type { JwgId } from '../ids.ts';
import type { Change } from '../ledger/change.ts';
import type { Marking, MarkingScheme } from '../markings/marking.ts';
import { highest, markingOf } from '../markings/scheme.ts';
import type { CompartmentFacts } from './decision.ts';

/** The level of a letter: the highest among its changes, of which there is at least one. */
export function levelOf(scheme: MarkingScheme, changes: readonly [Change, ...Change[]]): Marking {
  const [first, ...others] = changes.map((change) => markingOf(scheme, change.header.level));
  if (first === undefined) throw new Error('a letter holds at least one change');
  return highest(first, ...others);
}

/**
 * Where a record of a group goes at a level: a compartment is group × marking, so two levels of
 * one case live in two. `null` when the record names no group or this device knows no such compartment.
 */
export function compartmentFor<Compartment extends Pick<CompartmentFacts, 'jwg' | 'marking'>>(
  jwg: JwgId | null,
  level: Marking,
  compartments: readonly Compartment[],
): Compartment | null {
  return compartments.find((one) => one.jwg === jwg && one.marking.id === level.id) ?? null;
}
