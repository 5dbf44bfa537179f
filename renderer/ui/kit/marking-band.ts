import type { MarkingId } from '../../../core/ids.ts';
import type { Marking } from '../../../core/markings/marking.ts';
import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import { highest, markingOf } from '../../../core/markings/scheme.ts';
import { useSurroundings } from '../engine-client/engine-context.tsx';

/** Which of the six colours: ten ranks share one (the default scheme has one level in each). */
export function bandOf(marking: Marking): string {
  return String(Math.min(5, Math.max(0, Math.floor(marking.rank / 10))));
}

/** The markings of the profile, or the default ones until it is known. */
export function useMarkings(): readonly Marking[] {
  return useSurroundings()?.markings ?? defaultScheme.markings;
}

export function useMarkingOf(): (id: MarkingId) => Marking {
  const markings = useMarkings();
  return (id) => markingOf({ markings }, id);
}

/** The highest of these levels; `null` when there are none. */
export function useHighestOf(levels: readonly MarkingId[]): Marking | null {
  const of = useMarkingOf();
  const [first, ...others] = levels.map(of);
  return first === undefined ? null : highest(first, ...others);
}
