import type { Day, DeviceId, MarkingId, PersonId } from '../../core/ids.ts';
import { openCertificate, signCertificate, type Certificate } from '../../core/organisation/certificate.ts';
import { fingerprint } from '../../core/organisation/fingerprint.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { foldName } from '../../core/text/fold-name.ts';
import { signPairOf, type OfficeBook, type OfficeMember } from './office-book.ts';

/** What the secretariat decided about a person's access to higher markings. */
export interface Vetting {
  readonly clearance: { readonly upTo: MarkingId; readonly until: Day } | null;
  readonly briefing: { readonly acknowledged: Day; readonly until: Day } | null;
}

/** A member's certificate as it was signed; the office's own file is not expected to be forged. */
export function certificateOf(member: Pick<OfficeMember, 'certificate'>, book: OfficeBook): Certificate {
  const opened = openCertificate(member.certificate, book.sign.public);
  if (!opened.ok) throw new Error('the keys file holds a certificate that it did not sign');
  return opened.value;
}

/** A member's certificate after whatever the verb has changed in the book. */
export function certificateNow(desk: { book(): OfficeBook }, person: PersonId): Certificate {
  const member = desk.book().members.find((one) => one.person === person);
  if (member === undefined) throw new Error('only members have a certificate');
  return certificateOf(member, desk.book());
}

/** The book with this member in place of what it said about that person. */
export function withMember(book: OfficeBook, member: OfficeMember): OfficeBook {
  const at = book.members.findIndex((one) => one.person === member.person);
  return { ...book, members: at === -1 ? [...book.members, member] : book.members.with(at, member) };
}

/** The member with a changed certificate, signed under the next serial. */
export function withCertificate(member: OfficeMember, change: (certificate: Certificate) => Certificate, book: OfficeBook): OfficeMember {
  const before = certificateOf(member, book);
  const after = { ...change(before), serial: before.serial + 1 };
  return { ...member, certificate: signCertificate(after, signPairOf(book).secretKey) };
}

/** Devices that have not ended. */
export function activeDevices(certificate: Certificate): Certificate['devices'] {
  return certificate.devices.filter((one) => one.until === null);
}

/** The account under which one device of a member synchronises. */
export function accountOf(member: Pick<OfficeMember, 'user' | 'accounts'>, device: DeviceId): string {
  return member.accounts.find((one) => one.device === device)?.user ?? member.user;
}

export function fingerprintOf(certificate: Certificate): string {
  return fingerprint(keyBytes(certificate.person.identityKey));
}

/**
 * Finds who is meant: by fingerprint (spaces do not matter), by the person's key, or by a name when
 * only one has it, also without its diacritics or in the other script. `member-ambiguous`: several bear that name, and the fingerprint must be given.
 */
export function findMember(book: OfficeBook, wanted: string): Result<OfficeMember, 'member-unknown' | 'member-ambiguous'> {
  const digits = wanted.replace(/\s/g, '');
  const exact = book.members.find((one) => one.person === (wanted as PersonId) || fingerprintOf(certificateOf(one, book)).replace(/\s/g, '') === digits);
  if (exact !== undefined) return ok(exact);
  const named = namedLike(book, wanted, (text) => text.normalize('NFC').toLowerCase().trim()) ?? namedLike(book, wanted, foldName) ?? [];
  const [only] = named;
  if (only === undefined) return failed('member-unknown', { name: wanted });
  return named.length === 1 ? ok(only) : failed('member-ambiguous', { name: wanted });
}

function namedLike(book: OfficeBook, wanted: string, plain: (text: string) => string): readonly OfficeMember[] | null {
  const named = book.members.filter((one) => plain(certificateOf(one, book).person.name) === plain(wanted));
  return named.length === 0 || plain(wanted) === '' ? null : named;
}

/** `MARKING:2026-12-31` and `2025-01-31:2026-01-31`, as typed; the empty text stands for none. */
export function readVetting(typed: { readonly clearance: string; readonly briefing: string }, profile: OrganisationProfile): Result<Vetting, 'marking-unknown' | 'day-wrong' | 'vetting-half' | 'days-reversed'> {
  const [upTo = '', clearedUntil = ''] = typed.clearance.split(':');
  const [acknowledged = '', briefedUntil = ''] = typed.briefing.split(':');
  if (upTo !== '' && !profile.markings.some((one) => one.id === upTo)) return failed('marking-unknown', { marking: upTo });
  const half = [[upTo, clearedUntil], [acknowledged, briefedUntil]].find(([first, second]) => first !== '' && second === '');
  if (half !== undefined) return failed('vetting-half');
  const days = [...(upTo === '' ? [] : [clearedUntil]), ...(acknowledged === '' ? [] : [acknowledged, briefedUntil])];
  const wrong = days.find((day) => !isDay(day));
  if (wrong !== undefined) return failed('day-wrong', { day: wrong });
  if (briefedUntil !== '' && briefedUntil < acknowledged) return failed('days-reversed', { from: acknowledged, until: briefedUntil });
  return ok({
    clearance: upTo === '' ? null : { upTo: upTo as MarkingId, until: clearedUntil as Day },
    briefing: acknowledged === '' ? null : { acknowledged: acknowledged as Day, until: briefedUntil as Day },
  });
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The calendar day of an instant, in UTC. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
