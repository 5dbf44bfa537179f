import { canonicalHash } from '../../core/crypto/canonical.ts';
import type { BoxPublicKey } from '../../core/crypto/keys.ts';
import type { JwgId } from '../../core/ids.ts';
import { signCertificate, type Certificate } from '../../core/organisation/certificate.ts';
import { writeGrant, type GrantDocument, type GrantStatement } from '../../core/organisation/grant.ts';
import type { JoinRequestContent } from '../../core/organisation/join-request.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { accountOf, certificateOf, type Vetting } from './members.ts';
import { signPairOf, type OfficeBook, type OfficeCompartment, type OfficeMember } from './office-book.ts';

/** What the secretariat decided about a person who asks to join. */
export interface Decided extends Vetting {
  readonly jwgs: readonly JwgId[];
}

type Member = OfficeMember;

/**
 * The certificate that follows from a request and a decision. Groups and devices are only added here;
 * they end by other verbs, and what has ended does not begin again: a removed device comes back with
 * new keys. The same request and decision give the certificate there already.
 */
export function certifiedMember(
  book: OfficeBook,
  request: JoinRequestContent,
  decided: Decided,
  profile: OrganisationProfile,
  now: number,
): Result<{ readonly member: Member; readonly certificate: Certificate; readonly changed: boolean }, 'device-taken' | 'device-ended' | 'account-taken'> {
  const known = book.members.find((one) => one.person === request.person.id);
  const before = known === undefined ? null : certificateOf(known, book);
  if (deviceBelongsToAnother(book, request)) return failed('device-taken');
  if (before?.devices.some((one) => one.id === request.device.id && one.until !== null) === true) return failed('device-ended');
  const { user } = request.credential;
  const isOwn = known !== undefined && accountOf(known, request.device.id) === user;
  const users = book.members.flatMap((one) => [one.user, ...one.accounts.map((each) => each.user)]);
  if (!isOwn && users.includes(user)) return failed('account-taken');
  const after = merged(before, request, decided, profile, now);
  if (known !== undefined && before !== null && isOwn && contentOf(before) === contentOf(after)) {
    return ok({ member: known, certificate: before, changed: false });
  }
  const certificate = signCertificate(after, signPairOf(book).secretKey);
  const others = (known?.accounts ?? []).filter((one) => one.device !== request.device.id);
  const accounts = user === after.user ? others : [...others, { device: request.device.id, user }];
  const member: Member = { person: after.person.id, user: after.user, accounts, certificate, grants: known?.grants ?? [], suspended: known?.suspended ?? false };
  return ok({ member, certificate: after, changed: true });
}

function deviceBelongsToAnother(book: OfficeBook, request: JoinRequestContent): boolean {
  return book.members
    .filter((one) => one.person !== request.person.id)
    .some((one) => certificateOf(one, book).devices.some((device) => device.id === request.device.id || device.signKey === request.device.signKey));
}

function merged(before: Certificate | null, request: JoinRequestContent, decided: Decided, profile: OrganisationProfile, now: number): Certificate {
  const newJwgs = decided.jwgs.filter((jwg) => !before?.jwgs.some((one) => one.jwg === jwg && one.until === null));
  const newDevice = before?.devices.some((one) => one.id === request.device.id) !== true;
  return {
    v: 1,
    serial: (before?.serial ?? 0) + 1,
    person: request.person,
    user: before?.user ?? request.credential.user,
    devices: [...(before?.devices ?? []), ...(newDevice ? [{ ...request.device, from: now, until: null }] : [])],
    jwgs: [...(before?.jwgs ?? []), ...newJwgs.map((jwg) => ({ jwg, from: now, until: null }))],
    clearance: decided.clearance ?? before?.clearance ?? null,
    briefing: decided.briefing ?? before?.briefing ?? null,
    from: before?.from ?? now,
    until: profile.validUntil,
  };
}

function contentOf(certificate: Certificate): string {
  return canonicalHash({ ...certificate, serial: 0 });
}

/**
 * The compartments that a certificate opens: its groups', at markings for which the person is briefed
 * and cleared where the marking asks for it (Council Decision 2013/488/EU Art. 7). Days are compared
 * with `today`, as `YYYY-MM-DD`.
 */
export function compartmentsFor(certificate: Certificate, book: OfficeBook, profile: OrganisationProfile, today: string): readonly OfficeCompartment[] {
  const clearance = certificate.clearance;
  const clearedTo = profile.markings.find((one) => one.id === clearance?.upTo)?.rank ?? -1;
  const briefed = certificate.briefing !== null && certificate.briefing.until >= today;
  const cleared = (rank: number) => clearance !== null && clearance.until >= today && clearedTo >= rank;
  return book.compartments.filter((compartment) => {
    const marking = profile.markings.find((one) => one.id === compartment.marking);
    if (marking === undefined || !certificate.jwgs.some((one) => one.jwg === compartment.jwg && one.until === null)) return false;
    return (!marking.needsBriefing || briefed) && (!marking.needsClearance || cleared(marking.rank));
  });
}

export interface PreparedGrant {
  readonly document: GrantDocument;
  readonly digest: string;
  readonly serial: number;
}

/**
 * The grant of one device; `null` when the last one said the same. `lastSerial`: a serial that was
 * found taken on the server although the office did not note it.
 */
export function preparedGrant(
  book: OfficeBook,
  member: Member,
  device: Certificate['devices'][number],
  compartments: readonly OfficeCompartment[],
  now: number,
  lastSerial?: number,
): PreparedGrant | null {
  const last = member.grants.find((one) => one.device === device.id);
  const statement: GrantStatement = {
    v: 1,
    device: device.id,
    serial: (lastSerial ?? last?.serial ?? 0) + 1,
    at: now,
    user: accountOf(member, device.id),
    directoryKey: book.directory.key,
    compartments: compartments.map(({ id, database, files, jwg, marking, epochs }) => ({ id, database, ...(files === undefined ? {} : { files }), jwg, marking, epochs })),
  };
  const digest = canonicalHash({ ...statement, serial: 0, at: 0 });
  if (last?.digest === digest) return null;
  const document = writeGrant(statement, keyBytes<BoxPublicKey>(device.boxKey), signPairOf(book).secretKey);
  return { document, digest, serial: statement.serial };
}
