import { holdsUntil, dayOf } from '../clearance/days.ts';
import type { Instant, JwgId } from '../ids.ts';
import { covers, markingOf } from '../markings/scheme.ts';
import type { Marking, MarkingScheme } from '../markings/marking.ts';
import type { Certificate } from '../organisation/certificate.ts';
import { unionMemberStates } from '../organisation/default-profile.ts';
import type { JointWorkingGroup } from '../organisation/profile.ts';

export type ReleasePolicy = NonNullable<JointWorkingGroup['release']>;

/** Where the profile asks for a second person and says no more: someone of the asker's country, batch by batch. */
export const usualReleasePolicy: ReleasePolicy = { confirmedBy: 'same-country', standing: false };

export function releasePolicyOf(jwg: Pick<JointWorkingGroup, 'release'>): ReleasePolicy {
  return jwg.release ?? usualReleasePolicy;
}

/** What a second person is asked about. */
export interface ReleaseQuestion {
  readonly jwg: JwgId;
  readonly policy: ReleasePolicy;
  /** The highest marking of what would go: whoever confirms reads it first. */
  readonly level: Marking;
  readonly scheme: MarkingScheme;
  readonly now: Instant;
}

/**
 * Whether this person may confirm what that one would send. Never one's own: neither the same
 * person nor the same identity key. They must be in the group now, stand to the asker as the policy
 * says, and be briefed and cleared for what they would read.
 */
export function maySecond(asker: Certificate, second: Certificate, { jwg, policy, level, scheme, now }: ReleaseQuestion): boolean {
  if (asker.person.id === second.person.id || asker.person.identityKey === second.person.identityKey) return false;
  if (now < second.from || now >= second.until) return false;
  if (!second.jwgs.some((one) => one.jwg === jwg && one.from <= now && (one.until === null || now < one.until))) return false;
  return standsTo(asker, second, policy) && mayRead(second, { level, scheme, now });
}

function standsTo({ person: asker }: Certificate, { person: second }: Certificate, { confirmedBy }: ReleasePolicy): boolean {
  const same = (one: string, other: string) => one.normalize('NFC').trim().toLowerCase() === other.normalize('NFC').trim().toLowerCase();
  switch (confirmedBy) {
    case 'same-institution':
      return asker.country === second.country && same(asker.institution, second.institution);
    case 'same-country':
      return asker.country === second.country;
    case 'union':
      return unionMemberStates.includes(second.country);
    case 'any-member':
      return true;
  }
}

function mayRead({ briefing, clearance }: Certificate, { level, scheme, now }: Pick<ReleaseQuestion, 'level' | 'scheme' | 'now'>): boolean {
  const today = dayOf(now);
  if (level.needsBriefing && (briefing === null || !holdsUntil(briefing.until, today))) return false;
  if (!level.needsClearance) return true;
  return clearance !== null && holdsUntil(clearance.until, today) && covers(markingOf(scheme, clearance.upTo), level);
}

/** The box keys of a person's devices in force: whom a request or an answer is sealed to. */
export function boxKeysOf({ devices }: Certificate, now: Instant): readonly string[] {
  return devices.filter((one) => one.from <= now && (one.until === null || now < one.until)).map((one) => one.boxKey);
}
