import type { Instant } from '../ids.ts';
import type { Safeguards } from '../records/parts.ts';
import { dayOf, hasCome } from './days.ts';
import type { MemberOfGroup } from './decision.ts';
import { outsideRelease, unpermittedH1, unpermittedH2, withCode } from './permissions.ts';

/** What an export is for: a paper copy of one's own, circulation to people, or use in court. */
export type ExportPurpose = 'own-use' | 'circulation' | 'judicial-proceedings';

export interface ExportDestination {
  readonly purpose: ExportPurpose;
  /** Who will be given it; nobody for one's own use. */
  readonly recipients: readonly MemberOfGroup[];
  /** Any of them outside the Union and its bodies. */
  readonly includesThirdCountries: boolean;
  /** A person said for this export that the H3 restrictions allow it. */
  readonly h3Confirmed: boolean;
}

/** Why an export is refused, each with what its sentence names. */
export type ExportReason =
  | { readonly code: 'handling-h1'; readonly provider: string }
  | { readonly code: 'handling-h2'; readonly provider: string }
  | { readonly code: 'handling-h3'; readonly restriction: string }
  | { readonly code: 'not-releasable'; readonly outside: readonly string[]; readonly originator: string }
  | { readonly code: 'no-transfer-ground' }
  | { readonly code: 'limite' };

export type ExportDecision =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'refused'; readonly reasons: readonly [ExportReason, ...ExportReason[]] };

/**
 * May a record leave as a document for this destination? What binds the pouch binds paper too; H1
 * binds only here, in court (Europol handling codes). Total and pure; gives every reason.
 */
export function decideExport(safeguards: Safeguards, destination: ExportDestination, now: Instant): ExportDecision {
  const [first, ...others] = [
    ...courtReasons(safeguards, destination, now),
    ...(destination.purpose === 'own-use' ? [] : givingReasons(safeguards, destination, now)),
  ];
  return first === undefined ? { verdict: 'allowed' } : { verdict: 'refused', reasons: [first, ...others] };
}

function courtReasons(safeguards: Safeguards, { purpose }: ExportDestination, now: Instant): readonly ExportReason[] {
  if (purpose !== 'judicial-proceedings') return [];
  return unpermittedH1(safeguards, dayOf(now)).map(({ provider }) => ({ code: 'handling-h1', provider: provider ?? '' }));
}

function givingReasons(safeguards: Safeguards, destination: ExportDestination, now: Instant): readonly ExportReason[] {
  const today = dayOf(now);
  const { recipients: members, includesThirdCountries, h3Confirmed } = destination;
  const outside = outsideRelease(safeguards, { members, today });
  const { aboutPersons, transferGround: ground, originator } = safeguards;
  const isUngrounded = includesThirdCountries && aboutPersons && !(ground !== null && hasCome(ground.on, today));
  const reasons: ExportReason[] = [];
  if (!h3Confirmed) {
    for (const { restriction } of withCode(safeguards, 'H3')) reasons.push({ code: 'handling-h3', restriction: restriction ?? '' });
  }
  if (isUngrounded) reasons.push({ code: 'no-transfer-ground' });
  if (outside.length > 0) reasons.push({ code: 'not-releasable', outside, originator });
  for (const { provider } of unpermittedH2(safeguards, { members, today })) reasons.push({ code: 'handling-h2', provider: provider ?? '' });
  if (includesThirdCountries && safeguards.limite) reasons.push({ code: 'limite' });
  return reasons;
}
