import { readFileSync } from 'node:fs';
import type { Day, JwgId, MarkingId } from '../../core/ids.ts';
import type { Certificate } from '../../core/organisation/certificate.ts';
import { openJoinRequest, type JoinRequestContent, type JoinRequestFailure } from '../../core/organisation/join-request.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { couchdbAt, refusedBy, type Couchdb } from '../couchdb/couchdb.ts';
import { ensureUser } from '../couchdb/provision.ts';
import { checkServer } from '../couchdb/server-check.ts';
import { certifiedMember, compartmentsFor, preparedGrant, type Decided, type PreparedGrant } from '../office/admission.ts';
import { currentProfile } from '../office/current-profile.ts';
import { appendToDirectory, readDirectoryLog } from '../office/directory-log.ts';
import { boxPairOf, type OfficeBook, type OfficeCompartment } from '../office/office-book.ts';
import type { Office } from '../office/office-file.ts';
import { officeOptions, openOfficeOf } from '../office/passphrase.ts';
import type { ServerFailure } from '../sentences.ts';
import { textOf, textsOf, type OptionValues, type Verb, type VerbSurroundings } from '../verb.ts';
import { couchdbOption } from './setup.ts';

/** Certifies who asks to join, after their fingerprint was compared, and gives them account and keys. */
export const admit: Verb = {
  name: 'admit',
  says: 'opens a join request and, after comparing fingerprints, makes its sender a member',
  options: {
    ...officeOptions,
    ...couchdbOption,
    request: { type: 'string', says: 'the join request file', needed: true },
    jwg: { type: 'string', multiple: true, says: 'a group to belong to; may be given several times', needed: true },
    fingerprint: { type: 'string', says: 'the fingerprint as the person read it out; asked for when not given' },
    clearance: { type: 'string', says: 'personnel security clearance, as MARKING:2026-12-31' },
    briefing: { type: 'string', says: 'security briefing acknowledged and valid until, as 2025-01-31:2026-01-31' },
  },
  async run(surroundings) {
    const couchdb = couchdbAt(textOf(surroundings.values, 'couchdb'));
    if (!couchdb.ok) return couchdb;
    const office = await openOfficeOf(surroundings);
    if (!office.ok) return office;
    const profile = currentProfile(office.value.book, surroundings.now);
    if (!profile.ok) return profile;
    const decided = readDecision(surroundings.values, profile.value);
    if (!decided.ok) return decided;
    const request = readRequest(textOf(surroundings.values, 'request'), office.value.book);
    if (!request.ok) return request;
    const compared = await compareFingerprint(surroundings, request.value);
    if (!compared.ok) return compared;
    const facts = await checkServer(couchdb.value);
    if (!facts.ok) return facts;
    const admitted = await admitMember(couchdb.value, office.value, request.value, decided.value, profile.value, surroundings.now);
    office.value.close();
    if (!admitted.ok) return admitted;
    const { name } = request.value.person;
    const { changed, compartments } = admitted.value;
    const groups = decided.value.jwgs.map((id) => profile.value.jwgs.find((one) => one.id === id)?.shortName ?? id);
    return ok({
      lines: [changed ? `${name} is admitted to ${groups.join(', ')}.` : `${name} was admitted already.`, `${compartments} compartments are open to this device.`],
      data: { person: request.value.person.id, name, changed, compartments, fingerprint: request.value.fingerprint },
    });
  },
};

type OpenedRequest = JoinRequestContent & { readonly fingerprint: string };

function readRequest(path: string, book: OfficeBook): Result<OpenedRequest, JoinRequestFailure | 'file-unreadable'> {
  let file: Uint8Array;
  try {
    file = readFileSync(path);
  } catch {
    return failed('file-unreadable', { path });
  }
  return openJoinRequest(file, boxPairOf(book), book.sign.public);
}

function readDecision(values: OptionValues, profile: OrganisationProfile): Result<Decided, 'group-unknown' | 'marking-unknown' | 'day-wrong'> {
  const jwgs = textsOf(values, 'jwg') as readonly JwgId[];
  const unknown = jwgs.find((id) => !profile.jwgs.some((one) => one.id === id));
  if (unknown !== undefined) return failed('group-unknown', { jwg: unknown });
  const [upTo = '', clearedUntil = ''] = textOf(values, 'clearance').split(':');
  const [acknowledged = '', briefedUntil = ''] = textOf(values, 'briefing').split(':');
  if (upTo !== '' && !profile.markings.some((one) => one.id === upTo)) return failed('marking-unknown', { marking: upTo });
  const days = [...(upTo === '' ? [] : [clearedUntil]), ...(acknowledged === '' ? [] : [acknowledged, briefedUntil])];
  const wrong = days.find((day) => !/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)));
  if (wrong !== undefined) return failed('day-wrong', { day: wrong });
  return ok({
    jwgs,
    clearance: upTo === '' ? null : { upTo: upTo as MarkingId, until: clearedUntil as Day },
    briefing: acknowledged === '' ? null : { acknowledged: acknowledged as Day, until: briefedUntil as Day },
  });
}

async function compareFingerprint(
  surroundings: VerbSurroundings,
  request: OpenedRequest,
): Promise<Result<null, 'fingerprint-differs' | 'fingerprint-not-compared'>> {
  const digits = (text: string) => text.replace(/\D/g, '');
  const given = textOf(surroundings.values, 'fingerprint');
  if (given !== '') return digits(given) === digits(request.fingerprint) ? ok(null) : failed('fingerprint-differs');
  const { name, country, institution } = request.person;
  surroundings.tell(`${name}, ${institution}, ${country}, asks to join.`);
  surroundings.tell(`Fingerprint: ${request.fingerprint}`);
  const answer = await surroundings.ask('Does the person read out the same? Type yes to admit them: ');
  return answer?.trim().toLowerCase() === 'yes' ? ok(null) : failed('fingerprint-not-compared');
}

/** Directory, then keys, then account: who can read the databases finds everything else in place. */
async function admitMember(
  couchdb: Couchdb,
  office: Office,
  request: JoinRequestContent,
  decided: Decided,
  profile: OrganisationProfile,
  now: number,
): Promise<Result<{ readonly changed: boolean; readonly compartments: number }, ServerFailure>> {
  if (office.book.compartments.length === 0) return failed('not-set-up');
  const certified = certifiedMember(office.book, request, decided, profile, now);
  if (!certified.ok) return certified;
  const { member, certificate } = certified.value;
  const book = withMember(office.book, member);
  const kept = office.write(book);
  if (!kept.ok) return kept;
  const announced = await announce(couchdb, book, member, certificate, now);
  if (!announced.ok) return announced;
  const compartments = compartmentsFor(certificate, book, profile, new Date(now).toISOString().slice(0, 10));
  const granted = await grant(couchdb, book, member, certificate, compartments, now);
  if (!granted.ok) return granted;
  const noted = office.write(withMember(book, granted.value.member));
  if (!noted.ok) return noted;
  const roles = [book.directory.role, ...compartments.map((one) => one.role)];
  const user = await ensureUser(couchdb, { name: member.user, password: request.credential.password, roles });
  if (!user.ok) return user;
  return ok({ changed: announced.value || granted.value.changed || user.value !== 'kept', compartments: compartments.length });
}

function withMember(book: OfficeBook, member: OfficeBook['members'][number]): OfficeBook {
  return { ...book, members: [...book.members.filter((one) => one.person !== member.person), member] };
}

async function announce(
  couchdb: Couchdb,
  book: OfficeBook,
  member: OfficeBook['members'][number],
  certificate: Certificate,
  now: number,
): Promise<Result<boolean, ServerFailure>> {
  const state = await readDirectoryLog(couchdb, book);
  if (!state.ok) return state;
  const published = state.value.people.get(member.person);
  if (published !== undefined && published.serial >= certificate.serial) return ok(false);
  const appended = await appendToDirectory(couchdb, book, state.value, { type: 'certificate', certificate: member.certificate }, now);
  return appended.ok ? ok(true) : appended;
}

async function grant(
  couchdb: Couchdb,
  book: OfficeBook,
  member: OfficeBook['members'][number],
  certificate: Certificate,
  compartments: readonly OfficeCompartment[],
  now: number,
): Promise<Result<{ readonly member: OfficeBook['members'][number]; readonly changed: boolean }, ServerFailure>> {
  let current = member;
  let changed = false;
  for (const device of certificate.devices.filter((one) => one.until === null)) {
    let prepared = preparedGrant(book, current, device, compartments, now);
    while (prepared !== null) {
      const published = await publish(couchdb, book, prepared);
      if (!published.ok) return published;
      if (published.value === 'published') {
        const noted = { device: device.id, serial: prepared.serial, digest: prepared.digest };
        current = { ...current, grants: [...current.grants.filter((one) => one.device !== device.id), noted] };
        changed = true;
        break;
      }
      prepared = preparedGrant(book, current, device, compartments, now, prepared.serial);
    }
  }
  return ok({ member: current, changed });
}

/** `taken`: an earlier run wrote this serial and was interrupted before it noted so. */
async function publish(couchdb: Couchdb, book: OfficeBook, prepared: PreparedGrant): Promise<Result<'published' | 'taken', ServerFailure>> {
  const path = `/${book.directory.database}/${prepared.document._id}`;
  const answer = await couchdb.ask('PUT', path, prepared.document);
  if (!answer.ok) return answer;
  if (answer.value.status === 409) return ok('taken');
  return answer.value.status === 201 ? ok('published') : refusedBy(answer.value, path);
}
