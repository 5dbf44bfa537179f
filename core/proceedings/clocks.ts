import type { Day, RecordId } from '../ids.ts';
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

/**
 * Who can act before a clock runs out: whom the clock names, otherwise the prosecutor of the
 * proceedings. A name without a record stands alone: the prosecutor's number is not theirs.
 */
export function whoCanAct({ who, contact }: Clock, proceedings: Partial<Pick<RecordValue<'proceedings'>, 'prosecutor' | 'prosecutorContact'>>): { readonly name: string; readonly contact: RecordId | null } {
  if (who !== '' || contact !== null) return { name: who, contact };
  return { name: proceedings.prosecutor ?? '', contact: proceedings.prosecutorContact ?? null };
}
