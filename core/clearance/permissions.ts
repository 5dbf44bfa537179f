import type { Day } from '../ids.ts';
import type { Consent, Handling, Safeguards } from '../records/parts.ts';
import { hasCome } from './days.ts';
import type { MemberOfGroup } from './decision.ts';

/** Who would get a record, and when: what permissions are held against. */
export interface Receivers {
  readonly members: readonly MemberOfGroup[];
  readonly today: Day | null;
}

/**
 * The countries and institutions that would receive a record although its originator releases it to
 * others only: neither on the list nor in a recorded consent. No list means that the group decides.
 */
export function outsideRelease(safeguards: Safeguards, { members, today }: Receivers): readonly string[] {
  if (safeguards.releasableTo === null) return [];
  const consents = standing(safeguards, 'release', safeguards.originator, today);
  const may = [safeguards.releasableTo, ...consents.map((one) => one.recipients)].flat();
  const outside = members.filter((member) => !isNamed(member, may));
  return [...new Set(outside.map((member) => `${member.country} ${member.institution}`.trim()))];
}

/** Handling codes H2 for which no permission to disseminate to all these receivers is recorded. */
export function unpermittedH2(safeguards: Safeguards, { members, today }: Receivers): readonly Handling[] {
  return withCode(safeguards, 'H2').filter((code) => {
    const permissions = standing(safeguards, 'dissemination', code.provider ?? '', today);
    const isGeneral = permissions.some((one) => one.recipients.length === 0);
    const named = permissions.flatMap((one) => one.recipients);
    return permissions.length === 0 || !(isGeneral || members.every((member) => isNamed(member, named)));
  });
}

/** Handling codes H1 for which the provider has not permitted use in court. */
export function unpermittedH1(safeguards: Safeguards, today: Day | null): readonly Handling[] {
  return withCode(safeguards, 'H1').filter(
    (code) => standing(safeguards, 'judicial-use', code.provider ?? '', today).length === 0,
  );
}

export function withCode(safeguards: Safeguards, code: Handling['code']): readonly Handling[] {
  return safeguards.handling.filter((one) => one.code === code);
}

/** Consents of the one who can give them, once their day has come. Where nobody is named, any counts. */
function standing(safeguards: Safeguards, covers: Consent['covers'], giver: string, today: Day | null): readonly Consent[] {
  return safeguards.consents.filter(
    (one) => one.covers === covers && hasCome(one.on, today) && (plain(giver) === '' || plain(one.by) === plain(giver)),
  );
}

function isNamed(member: MemberOfGroup, names: readonly string[]): boolean {
  const known = new Set(names.map(plain).filter((name) => name !== ''));
  return known.has(plain(member.country)) || known.has(plain(member.institution));
}

/** Typed by hand in two places, so compared without regard to case, spaces around and Unicode form. */
function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
