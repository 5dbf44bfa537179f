import type { CompartmentId, CountryCode, Day, Instant, JwgId, MarkingId, NetworkId, RecordId } from '../ids.ts';
import type { Marking } from '../markings/marking.ts';
import type { Safeguards } from '../records/parts.ts';

/** What the policy is told about a record's unsent changes. */
export interface RecordFacts {
  readonly record: RecordId;
  /** The highest marking among the changes that would go. */
  readonly level: Marking;
  readonly draft: boolean;
  readonly sharedDraft: boolean;
  readonly safeguards: Safeguards;
  /** Release confirmation by a second person, or the standing decision that stands in for it. */
  readonly releaseConfirmed: boolean;
  /**
   * The record came from another group, and what others wrote there cannot be sent on: only its
   * authors sign it. What would go could not be read without it.
   */
  readonly historyElsewhere?: boolean;
}

export interface MemberOfGroup {
  readonly country: CountryCode;
  readonly institution: string;
}

/** A compartment is a group at one marking: one database, one key with epochs. */
export interface CompartmentFacts {
  readonly compartment: CompartmentId;
  readonly jwg: JwgId;
  readonly jwgName: string;
  readonly marking: Marking;
  readonly members: readonly MemberOfGroup[];
  /** Members that are neither EU Member States nor bodies of the Union. */
  readonly includesThirdCountries: boolean;
  /** The profile asks for a second person before records go to this group. */
  readonly fourEyes: boolean;
  /** Controller, purpose, legal basis and data protection officer are all named in the profile. */
  readonly dataProtectionNamed: boolean;
  readonly hasCurrentKey: boolean;
}

/** What the laptop is on now. Unrecognised is accredited to nothing. */
export interface Channel {
  readonly network: NetworkId | null;
  readonly name: string;
  readonly accreditation: Marking | null;
  /** The person lowered the channel to this; never higher than the accreditation. */
  readonly loweredTo: Marking | 'nothing' | null;
}

export interface PersonFacts {
  readonly memberOf: readonly JwgId[];
  readonly clearance: { readonly upTo: Marking; readonly until: Day } | null;
  readonly briefing: { readonly acknowledged: Day; readonly until: Day } | null;
  /** This device's accreditation ceiling. */
  readonly deviceCeiling: Marking;
  readonly profileValidUntil: Instant;
}

/** Why a record is held. Each has its own type and its own sentence; the person's own come first. */
export type Reason =
  | { readonly code: 'above-channel'; readonly level: Marking; readonly channel: Marking | null }
  | { readonly code: 'above-device'; readonly level: Marking; readonly ceiling: Marking }
  | { readonly code: 'above-person'; readonly level: Marking; readonly clearance: Marking | null; readonly lapsedOn: Day | null }
  | { readonly code: 'not-briefed'; readonly level: Marking; readonly expiredOn: Day | null }
  | { readonly code: 'not-in-group'; readonly jwg: string }
  | { readonly code: 'not-releasable'; readonly outside: readonly string[]; readonly originator: string }
  | { readonly code: 'no-transfer-ground'; readonly jwg: string }
  | { readonly code: 'no-data-protection'; readonly jwg: string }
  | { readonly code: 'handling-h2'; readonly provider: string }
  | { readonly code: 'handling-h3'; readonly restriction: string; readonly jwg: string }
  | { readonly code: 'draft' }
  | { readonly code: 'embargo'; readonly until: Day }
  | { readonly code: 'no-key'; readonly jwg: string }
  | { readonly code: 'profile-expired'; readonly since: Instant }
  | { readonly code: 'release-not-confirmed'; readonly jwg: string }
  /** A Council distribution marking: never given to counterparts outside the Union. */
  | { readonly code: 'limite'; readonly jwg: string }
  /** The changes are higher than the compartment they were offered to. */
  | { readonly code: 'above-compartment'; readonly level: Marking; readonly compartment: Marking }
  /** Part of its history was written by others for another group and stays there. */
  | { readonly code: 'history-elsewhere'; readonly jwg: string }
  /** The record names no group, so there is nobody to send it to. */
  | { readonly code: 'no-group' };

export type ReasonCode = Reason['code'];

declare const clearedBrand: unique symbol;
/**
 * Permission to seal these changes for this compartment over this channel. Only `decide` makes
 * one; the outbox asks for it, so what was not decided cannot be sealed.
 */
export interface Cleared {
  readonly [clearedBrand]: true;
  readonly record: RecordId;
  readonly compartment: CompartmentId;
  readonly level: MarkingId;
}

/** Permission to fetch what a compartment holds. Only `decideReceive` makes one. */
export interface ClearedToReceive {
  readonly [clearedBrand]: true;
  readonly compartment: CompartmentId;
  readonly level: MarkingId;
}

export type ReceiveDecision =
  | { readonly verdict: 'cleared'; readonly cleared: ClearedToReceive }
  | { readonly verdict: 'held'; readonly reasons: readonly [Reason, ...Reason[]] };

export type Decision =
  | { readonly verdict: 'cleared'; readonly cleared: Cleared }
  | { readonly verdict: 'held'; readonly reasons: readonly [Reason, ...Reason[]] };
