import type { Instant } from '../../../../core/ids.ts';

const day = 86_400_000;
/** A month's writing is what a person can be asked to lose at most. */
const backupLasts = 30 * day;
/** A new notebook is left in peace for a week. */
const peace = 7 * day;

/**
 * Whether it is time for a backup. A notebook in which nothing was written needs none; a backup from
 * the future (a clock that was wrong) says nothing.
 */
export function backupIsDue({ last, made, now, records }: { readonly last: Instant | null; readonly made: Instant; readonly now: Instant; readonly records: number }): boolean {
  if (records === 0) return false;
  const since = last === null || last > now + day ? made + peace : last + backupLasts;
  return now >= since;
}
