import { signCertificate, type Certificate } from '../../core/organisation/certificate.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import { certificateOf, withMember } from './members.ts';
import { signPairOf, type OfficeBook, type OfficeMember } from './office-book.ts';
import { newestEpoch } from './provisioning.ts';

/**
 * Makes an older keys file, one that came back from a backup, know what the directory says since: who was
 * removed stays removed. `keys-behind {compartment}`: a key was turned or a compartment made that the
 * file has not; grants written from it would take that key away from everybody. Answers how many
 * members were brought up to the directory.
 */
export async function reconcile(desk: Desk, mayBeBehind = false): Promise<Result<number, ServerFailure>> {
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  for (const [id, there] of directory.value.compartments) {
    const own = desk.book().compartments.find((one) => one.id === id);
    const isBehind = own === undefined || newestEpoch(own).epoch < there.epoch;
    if (isBehind && !mayBeBehind) return failed('keys-behind', { compartment: `${there.jwg}:${there.marking}` });
  }
  const newer = [...directory.value.people.values()].filter((one) => one.serial > serialIn(desk.book(), one));
  if (newer.length === 0) return ok(0);
  const kept = desk.keep(newer.reduce((book, one) => withMember(book, adopted(book, one)), desk.book() as OfficeBook));
  return kept.ok ? ok(newer.length) : kept;
}

function memberOf(book: OfficeBook, { person }: Certificate): OfficeMember | undefined {
  return book.members.find((one) => one.person === person.id);
}

function serialIn(book: OfficeBook, certificate: Certificate): number {
  const member = memberOf(book, certificate);
  return member === undefined ? 0 : certificateOf(member, book).serial;
}

/** The accounts of further laptops are not in the directory: those are admitted again with their request. */
function adopted(book: OfficeBook, certificate: Certificate): OfficeMember {
  const known = memberOf(book, certificate) ?? { person: certificate.person.id, user: certificate.user, accounts: [], grants: [], suspended: false };
  return { ...known, certificate: signCertificate(certificate, signPairOf(book).secretKey) };
}
