import type { Marking } from '../../../../core/markings/marking.ts';

/** The highest of these markings; `null` where there is none. */
export function highestOf(markings: readonly Marking[]): Marking | null {
  return markings.reduce<Marking | null>((top, one) => (top === null || one.rank > top.rank ? one : top), null);
}
