import type { Day, MarkingId } from '../ids.ts';

/**
 * One level of a marking scheme. `rank` is comparable across schemes: national levels and their
 * EU equivalents share a rank (Council Decision 2013/488/EU, Appendix B).
 */
export interface Marking {
  readonly id: MarkingId;
  readonly scheme: 'programme' | 'eu' | 'national';
  /** Short form for strips and lists: `R-UE/EU-R`. */
  readonly short: string;
  /** Full form as it stands on every page: `RESTREINT UE/EU RESTRICTED`. */
  readonly full: string;
  readonly rank: number;
  /** Needs a security briefing and its acknowledgement (2013/488/EU Art. 7: from R-UE/EU-R). */
  readonly needsBriefing: boolean;
  /** Needs a personnel security clearance (2013/488/EU Art. 7: from C-UE/EU-C). */
  readonly needsClearance: boolean;
}

/** A statement that raises this device's ceiling: by whom, up to what, until when. */
export interface Accreditation {
  readonly by: string;
  readonly reference: string;
  readonly marking: MarkingId;
  readonly until: Day;
}

export interface MarkingScheme {
  readonly markings: readonly Marking[];
}
