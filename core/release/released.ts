import { dayOf, holdsUntil } from '../clearance/days.ts';
import type { ChangeHash, Instant, PersonId, RecordId } from '../ids.ts';
import type { Marking, MarkingScheme } from '../markings/marking.ts';
import { covers, markingOf } from '../markings/scheme.ts';
import type { Certificate } from '../organisation/certificate.ts';
import type { JointWorkingGroup } from '../organisation/profile.ts';
import type { ReleaseAnswer } from './release-answer.ts';
import { wasInForce } from './release-request.ts';
import { maySecond, releasePolicyOf } from './release-policy.ts';

/** What would go, as the four-eyes policy looks at it. */
export interface ReleaseFacts {
  readonly record: RecordId;
  readonly changes: readonly ChangeHash[];
  readonly level: Marking;
  readonly aboutPersons: boolean;
}

export interface ReleaseGround {
  readonly jwg: JointWorkingGroup;
  readonly asker: PersonId;
  /** Verified (`verifyReleaseAnswer`). */
  readonly answers: readonly ReleaseAnswer[];
  readonly certificates: readonly Certificate[];
  readonly scheme: MarkingScheme;
  readonly now: Instant;
}

/** On what a release rests: a second person's word, or the programme's standing decision. */
export type ReleaseBasis =
  | { readonly type: 'batch' | 'standing'; readonly id: string; readonly by: PersonId; readonly at: Instant }
  | { readonly type: 'programme'; readonly by: string; readonly reference: string };

/**
 * Whether a second person stands behind this release, and who; `null` when nobody does. Everything
 * is asked anew each time: whoever confirmed must still be one who may, a revocation ends a
 * confirmation at once, and a batch holds for exactly the changes it names.
 */
export function released(facts: ReleaseFacts, ground: ReleaseGround): ReleaseBasis | null {
  const { jwg, asker, answers, now } = ground;
  const revoked = new Set(answers.flatMap((one) => (one.type === 'revocation' ? [`${one.by} ${one.confirmation}`] : [])));
  const standing = answers.find(
    (one) => one.jwg === jwg.id && one.asker === asker && !revoked.has(`${one.by} ${one.id}`) && reaches(one, facts, ground) && seconds(one, facts, ground),
  );
  if (standing !== undefined && (standing.type === 'batch' || standing.type === 'standing')) {
    return { type: standing.type, id: standing.id, by: standing.by, at: standing.at };
  }
  const today = dayOf(now);
  const decided = (jwg.standingReleases ?? []).find(
    (one) => holdsUntil(one.until, today) && covers(markingOf(ground.scheme, one.upTo), facts.level) && (one.aboutPersons || !facts.aboutPersons),
  );
  return decided === undefined ? null : { type: 'programme', by: decided.by, reference: decided.reference };
}

function reaches(answer: ReleaseAnswer, facts: ReleaseFacts, { jwg, scheme, now }: ReleaseGround): boolean {
  if (answer.type === 'batch') {
    const named = new Set(answer.items.find((one) => one.record === facts.record)?.changes);
    return now < answer.until && facts.changes.length > 0 && facts.changes.every((hash) => named.has(hash));
  }
  if (answer.type !== 'standing' || !releasePolicyOf(jwg).standing || now >= answer.until) return false;
  return covers(markingOf(scheme, answer.upTo), facts.level) && (answer.aboutPersons || !facts.aboutPersons);
}

function seconds(answer: ReleaseAnswer, { level }: ReleaseFacts, { jwg, certificates, asker, scheme, now }: ReleaseGround): boolean {
  // A device that was taken out of force since might have dated its word back.
  if (!wasInForce(certificates, answer.device, now)) return false;
  const [own, second] = [asker, answer.by].map((person) => certificates.find((one) => one.person.id === person));
  return own !== undefined && second !== undefined && maySecond(own, second, { jwg: jwg.id, policy: releasePolicyOf(jwg), level, scheme, now });
}
