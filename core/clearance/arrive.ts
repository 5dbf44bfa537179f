import type { CountryCode, DeviceId, Instant, LetterHash, PersonId } from '../ids.ts';
import type { Verdict } from '../letters/verdict.ts';
import { isBeyondLast } from '../organisation/cut-off.ts';
import { unionMemberStates } from '../organisation/default-profile.ts';

/** What is asked about a letter that passed every check of `verifyLetter`. */
export interface ArrivingLetter {
  readonly hash: LetterHash;
  readonly device: DeviceId;
  readonly number: number;
  readonly person: PersonId;
  readonly country: CountryCode;
  /** Another letter of that device carries the same number here. */
  readonly isFork: boolean;
}

/** What the profile and the directory say about a compartment that letters arrive in. */
export interface ArrivalRules {
  /** The last letter that counts of each removed device; `null`: none counts. */
  readonly cutOffs: ReadonlyMap<DeviceId, { readonly number: number; readonly hash: LetterHash } | null>;
  /** The profile: what a third country's member sends is verified first. */
  readonly quarantineThirdCountries: boolean;
  readonly administrators: readonly PersonId[];
  /** Whether that person belonged to the group at that time. */
  readonly isMember: (person: PersonId, at: Instant) => boolean;
  readonly verdictsOn: (letter: LetterHash) => readonly Verdict[];
}

export type QuarantineReason =
  /** It comes after the last letter that counts of a removed device: until another member countersigns. */
  | 'beyond-cut-off'
  /** From a third country's member: until the group's administrator has verified it. */
  | 'third-country';

export type ArrivalDecision =
  | { readonly verdict: 'taken' }
  | {
      readonly verdict: 'quarantined';
      readonly reasons: readonly [QuarantineReason, ...QuarantineReason[]];
      /** Somebody who may release it refused to; it stays, and may still be accepted later. */
      readonly rejected: boolean;
    };

/**
 * May what is in this letter be united with the notebook? Pure and total. A letter may be held for
 * both reasons, and each is lifted on its own. One acceptance by somebody who may give it counts for
 * good, whatever others said or say: what was united once is not taken apart again.
 */
export function decideArrival(letter: ArrivingLetter, rules: ArrivalRules): ArrivalDecision {
  const verdicts = rules.verdictsOn(letter.hash);
  const held = reasonsOf(letter, rules).filter((reason) => !verdicts.some((one) => one.says === 'accept' && mayRelease(one, letter, reason, rules)));
  const [first, ...others] = held;
  if (first === undefined) return { verdict: 'taken' };
  const rejected = held.some((reason) => verdicts.some((one) => one.says === 'reject' && mayRelease(one, letter, reason, rules)));
  return { verdict: 'quarantined', reasons: [first, ...others], rejected };
}

/** Whether a verdict would be heard on a letter held for this reason. */
export function mayRelease(verdict: Pick<Verdict, 'person' | 'device' | 'at'>, letter: Pick<ArrivingLetter, 'person'>, reason: QuarantineReason, rules: ArrivalRules): boolean {
  // Nobody confirms their own, and a removed device's word comes after its end as its letters do.
  if (verdict.person === letter.person || rules.cutOffs.has(verdict.device)) return false;
  if (!rules.isMember(verdict.person, verdict.at)) return false;
  return reason === 'beyond-cut-off' || rules.administrators.includes(verdict.person);
}

function reasonsOf(letter: ArrivingLetter, rules: ArrivalRules): readonly QuarantineReason[] {
  const reasons: QuarantineReason[] = [];
  const last = rules.cutOffs.get(letter.device);
  // Under a number that counts but beside another letter: written after the end, and dated before it.
  if (isBeyondLast(last, letter) || (last !== undefined && letter.isFork)) reasons.push('beyond-cut-off');
  const isForeign = rules.quarantineThirdCountries && !unionMemberStates.includes(letter.country);
  if (isForeign && !rules.administrators.includes(letter.person)) reasons.push('third-country');
  return reasons;
}
