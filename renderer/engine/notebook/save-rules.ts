import { mayWrite } from '../../../core/clearance/write.ts';
import { whyNotSent, type NotSent } from '../../../core/cooperation/who-sends.ts';
import type { Instant, MarkingId, PersonId } from '../../../core/ids.ts';
import type { RecordState } from '../../../core/ledger/state.ts';
import type { Marking, MarkingScheme } from '../../../core/markings/marking.ts';
import { isAbove, markingOf } from '../../../core/markings/scheme.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import { standingHold } from '../../../core/persons/legal-hold.ts';
import { kinds, type RecordInput, type RecordKind, type RecordValue } from '../../../core/records/kinds.ts';
import { failed, ok, type Failure, type Result } from '../../../core/result.ts';
import type { SaveFailure } from '../api.ts';
import { localDay } from './today.ts';

/** What a write is measured against. */
export interface WritingRules {
  readonly now: () => Instant;
  readonly scheme: () => MarkingScheme;
  readonly ceiling: () => Marking;
  readonly profile: () => OrganisationProfile | null;
}

/** Who would mark a request as sent. */
export interface SendingRules {
  readonly identity: { readonly person: PersonId };
  /** Whether this person drafts for others: national lawyers, assistants, interpreters. */
  readonly isLocalTeam: () => boolean;
}

/** Why this person does not send a request; `null` for every other change and kind. */
export function sendingFailure(rules: SendingRules, kind: RecordKind, before: RecordValue<RecordKind> | null, value: RecordValue<RecordKind>): NotSent | null {
  if (kind !== 'request') return null;
  return whyNotSent(before as RecordValue<'request'> | null, value as RecordValue<'request'>, { me: rules.identity.person, isLocalTeam: rules.isLocalTeam() });
}

/** The value as its kind's schema reads it. `facts.field` names the first part that does not fit. */
export function checkedValue<Kind extends RecordKind>(kind: Kind, value: RecordInput<Kind>): Result<RecordValue<Kind>, 'not-valid'> {
  const parsed = kinds[kind].schema.safeParse(value);
  if (parsed.success) return ok(parsed.data as RecordValue<Kind>);
  return failed('not-valid', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
}

/**
 * Why a change at this level (`levelWithParts`) may not be written on this device; `null` when it may. `before` is the
 * record as the person saw it, `value` what would be written.
 */
export function writingFailure(
  rules: WritingRules,
  level: MarkingId,
  before: Pick<RecordState, 'level'> | null,
  value?: RecordValue<RecordKind>,
): Extract<SaveFailure, 'above-ceiling' | 'cannot-lower' | 'no-data-protection'> | null {
  const scheme = rules.scheme();
  const marking = markingOf(scheme, level);
  const current = before === null ? marking : markingOf(scheme, before.level);
  if (isAbove(current, marking)) return 'cannot-lower';
  if (!mayWrite(marking, rules.ceiling())) return 'above-ceiling';
  return value !== undefined && lacksDataProtection(rules.profile(), value) ? 'no-data-protection' : null;
}

/**
 * Why a record may not be let go of; `null` when it may. Whatever moves a record to the bin asks here, one press or
 * many, an undo too. Facts: `{on, by, until?}` of the hold, days as `YYYY-MM-DD`; `until` only where it has an end.
 */
export function lettingGoFailure({ now }: Pick<WritingRules, 'now'>, value: object): Failure<'on-hold'> | null {
  const hold = standingHold(value, localDay(now()));
  if (hold === null) return null;
  const { on, by, until } = hold;
  return { code: 'on-hold', facts: { on, by, ...(until === null ? {} : { until }) } };
}

/**
 * The level of a change: the one chosen, or that of a part that is marked higher. A meeting is never
 * below an item of its agenda.
 */
export function levelWithParts(
  scheme: MarkingScheme,
  level: MarkingId,
  value: RecordValue<RecordKind>,
  ...others: readonly MarkingId[]
): MarkingId {
  const levels = [level, ...partLevels(value), ...others].map((one) => markingOf(scheme, one));
  return levels.reduce((top, one) => (isAbove(one, top) ? one : top)).id;
}

function partLevels(value: RecordValue<RecordKind>): readonly MarkingId[] {
  if (!('agenda' in value)) return [];
  return value.agenda.flatMap((item) => ('level' in item && item.level !== null ? [item.level] : []));
}

/**
 * Records about persons are written for a group only where the profile names its controller, purpose,
 * legal basis and data protection officer (Directive (EU) 2016/680 Arts 4, 8 and 32). Someone who
 * works alone has no profile to name them and answers for that themselves.
 */
function lacksDataProtection(profile: OrganisationProfile | null, value: RecordValue<RecordKind>): boolean {
  if (!value.safeguards.aboutPersons || profile === null) return false;
  const group = profile.jwgs.find((jwg) => jwg.id === value.jwg);
  return group !== undefined && group.dataProtection === null;
}
