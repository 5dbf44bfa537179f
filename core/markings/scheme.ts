import type { MarkingId } from '../ids.ts';
import type { Marking, MarkingScheme } from './marking.ts';

/** The marking with that id; a record that names none we know is treated as above everything. */
export function markingOf(scheme: MarkingScheme, id: MarkingId): Marking {
  return scheme.markings.find((one) => one.id === id) ?? unknownMarking(id);
}

function unknownMarking(id: MarkingId): Marking {
  const rank = Number.POSITIVE_INFINITY;
  return { id, scheme: 'national', short: id, full: id, rank, needsBriefing: true, needsClearance: true };
}

/**
 * Whether a limit (a ceiling, an accreditation, a clearance) reaches up to a level. A level that we
 * do not know is above every limit, and a limit that we do not know permits nothing.
 */
export function covers(limit: Marking, level: Marking): boolean {
  return Number.isFinite(limit.rank) && Number.isFinite(level.rank) && level.rank <= limit.rank;
}

/** The highest of some markings; on equal rank the first named stays. */
export function highest(first: Marking, ...others: readonly Marking[]): Marking {
  return others.reduce((top, one) => (one.rank > top.rank ? one : top), first);
}

export function isAbove(one: Marking, other: Marking): boolean {
  return one.rank > other.rank;
}
