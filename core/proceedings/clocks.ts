import type { Day } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';

export type Clock = RecordValue<'proceedings'>['clocks'][number];

/** Clocks that still run and say when they end, the first to run out first. */
export function runningClocks(clocks: readonly Clock[]): readonly (Clock & { readonly ends: Day })[] {
  return clocks
    .filter((clock): clock is Clock & { ends: Day } => clock.ends !== null && (clock.state === 'running' || clock.state === 'extended'))
    .toSorted((one, other) => (one.ends < other.ends ? -1 : one.ends > other.ends ? 1 : 0));
}

/** The day on which the first of them runs out; `null` when none does. */
export function firstEnd(clocks: readonly Clock[]): Day | null {
  return runningClocks(clocks)[0]?.ends ?? null;
}
