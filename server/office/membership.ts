import type { DeviceId, PersonId } from '../../core/ids.ts';
import type { Certificate } from '../../core/organisation/certificate.ts';
import { ok, type Result } from '../../core/result.ts';
import { isTaken, refusedBy } from '../couchdb/couchdb.ts';
import { ensureUser } from '../couchdb/provision.ts';
import type { ServerFailure } from '../sentences.ts';
import { compartmentsFor, preparedGrant, type PreparedGrant } from './admission.ts';
import type { Desk } from './desk.ts';
import { accountOf, activeDevices, certificateOf, dayOf, withCertificate, withMember } from './members.ts';
import type { OfficeCompartment, OfficeMember } from './office-book.ts';

export interface BroughtUpToDate {
  readonly changed: boolean;
  /** How many compartments are open to the person's devices. */
  readonly compartments: number;
}

/**
 * Makes the server say about a member what the book says: the certificate in the directory, the keys
 * for each device, the roles of each account. In this order: who can read the databases finds
 * everything else in place. Does nothing where all is so already.
 */
export async function bringUpToDate(
  desk: Desk,
  person: PersonId,
  password: { readonly user: string; readonly password: string } | null = null,
): Promise<Result<BroughtUpToDate, ServerFailure>> {
  const extended = extend(desk, memberOf(desk, person));
  if (!extended.ok) return extended;
  const certificate = certificateOf(memberOf(desk, person), desk.book());
  const announced = await announce(desk, memberOf(desk, person), certificate);
  if (!announced.ok) return announced;
  const { suspended } = memberOf(desk, person);
  const compartments = activeDevices(certificate).length === 0 ? [] : compartmentsFor(certificate, desk.book(), desk.profile, dayOf(desk.now));
  const granted = suspended ? ok(false) : await grantAll(desk, person, certificate, compartments);
  if (!granted.ok) return granted;
  const accounts = await setRoles(desk, memberOf(desk, person), certificate, compartments, password);
  if (!accounts.ok) return accounts;
  const changed = announced.value || granted.value || accounts.value;
  return ok({ changed, compartments: suspended ? 0 : compartments.length });
}

/** Brings all members up to date, but for those named. Answers how many had to be changed. */
export async function bringAllUpToDate(desk: Desk, except: readonly PersonId[] = []): Promise<Result<number, ServerFailure>> {
  let changed = 0;
  for (const { person } of desk.book().members.filter((one) => !except.includes(one.person))) {
    const done = await bringUpToDate(desk, person);
    if (!done.ok) return done;
    if (done.value.changed) changed += 1;
  }
  return ok(changed);
}

function memberOf(desk: Desk, person: PersonId): OfficeMember {
  const member = desk.book().members.find((one) => one.person === person);
  if (member === undefined) throw new Error('only members are brought up to date');
  return member;
}

/** A certificate holds as long as the profile; when that was renewed it is signed anew. */
function extend(desk: Desk, member: OfficeMember): Result<null, ServerFailure> {
  const certificate = certificateOf(member, desk.book());
  if (certificate.until === desk.profile.validUntil || activeDevices(certificate).length === 0) return ok(null);
  const renewed = withCertificate(member, (before) => ({ ...before, until: desk.profile.validUntil }), desk.book());
  return desk.keep(withMember(desk.book(), renewed));
}

async function announce(desk: Desk, member: OfficeMember, certificate: Certificate): Promise<Result<boolean, ServerFailure>> {
  const state = await desk.directory();
  if (!state.ok) return state;
  const published = state.value.people.get(member.person);
  if (published !== undefined && published.serial >= certificate.serial) return ok(false);
  const appended = await desk.append({ type: 'certificate', certificate: member.certificate });
  return appended.ok ? ok(true) : appended;
}

async function grantAll(
  desk: Desk,
  person: PersonId,
  certificate: Certificate,
  compartments: readonly OfficeCompartment[],
): Promise<Result<boolean, ServerFailure>> {
  let changed = false;
  for (const device of activeDevices(certificate)) {
    let prepared = preparedGrant(desk.book(), memberOf(desk, person), device, compartments, desk.now);
    while (prepared !== null) {
      const published = await publish(desk, prepared);
      if (!published.ok) return published;
      if (published.value === 'published') {
        const noted = note(desk, memberOf(desk, person), device.id, prepared, compartments);
        if (!noted.ok) return noted;
        changed = true;
        break;
      }
      prepared = preparedGrant(desk.book(), memberOf(desk, person), device, compartments, desk.now, prepared.serial);
    }
  }
  return ok(changed);
}

function note(desk: Desk, member: OfficeMember, device: DeviceId, prepared: PreparedGrant, compartments: readonly OfficeCompartment[]): Result<null, ServerFailure> {
  const before = member.grants.find((one) => one.device === device)?.compartments ?? [];
  const ever = [...new Set([...before, ...compartments.map((one) => one.id)])];
  const noted = { device, serial: prepared.serial, digest: prepared.digest, compartments: ever };
  const grants = [...member.grants.filter((one) => one.device !== device), noted];
  return desk.keep(withMember(desk.book(), { ...member, grants }));
}

/** `taken`: an earlier run wrote this serial and was interrupted before it noted so. */
async function publish(desk: Desk, prepared: PreparedGrant): Promise<Result<'published' | 'taken', ServerFailure>> {
  const path = `/${desk.book().directory.database}/${prepared.document._id}`;
  const answer = await desk.couchdb.ask('PUT', path, prepared.document);
  if (!answer.ok) return answer;
  if (isTaken(answer.value)) return ok('taken');
  return answer.value.status === 201 ? ok('published') : refusedBy(answer.value, path);
}

/** A device that ended, or whose person is suspended, keeps its account for its orders and nothing else. */
async function setRoles(
  desk: Desk,
  member: OfficeMember,
  certificate: Certificate,
  compartments: readonly OfficeCompartment[],
  password: { readonly user: string; readonly password: string } | null,
): Promise<Result<boolean, ServerFailure>> {
  const { directory, orders } = desk.book();
  let changed = false;
  const users = new Set(certificate.devices.map((one) => accountOf(member, one.id)));
  for (const name of users) {
    const open = !member.suspended && activeDevices(certificate).some((one) => accountOf(member, one.id) === name);
    const roles = open ? [directory.role, orders.role, ...compartments.map((one) => one.role)] : [orders.role];
    const done = await ensureUser(desk.couchdb, { name, password: password?.user === name ? password.password : null, roles });
    if (!done.ok) return done;
    if (done.value !== 'kept') changed = true;
  }
  return ok(changed);
}
