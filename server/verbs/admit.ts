import { readFileSync } from 'node:fs';
import type { JwgId } from '../../core/ids.ts';
import { openJoinRequest, type JoinRequestContent, type JoinRequestFailure } from '../../core/organisation/join-request.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { accessLines } from '../office/access-lines.ts';
import { certifiedMember, type Decided } from '../office/admission.ts';
import { checkInForce } from '../office/current-profile.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { certificateOf, readVetting, withMember } from '../office/members.ts';
import { bringUpToDate, type BroughtUpToDate } from '../office/membership.ts';
import { boxPairOf, type OfficeBook } from '../office/office-book.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf } from '../table.ts';
import { dryRunOption, textOf, textsOf, type OptionValues, type Verb, type VerbSurroundings } from '../verb.ts';

/** Certifies who asks to join, after their fingerprint was compared, and gives them account and keys. */
export const admit: Verb = {
  name: 'admit',
  says: 'opens a join request and, after comparing fingerprints, makes its sender or their second laptop a member',
  options: {
    ...deskOptions,
    ...dryRunOption,
    request: { type: 'string', says: 'the join request file', needed: true },
    jwg: { type: 'string', multiple: true, says: 'a group to belong to; may be given several times; a second laptop has its person\'s groups' },
    fingerprint: { type: 'string', says: 'the fingerprint as the person read it out; asked for when not given' },
    clearance: { type: 'string', says: 'personnel security clearance, as MARKING:2026-12-31' },
    briefing: { type: 'string', says: 'security briefing acknowledged and valid until, as 2025-01-31:2026-01-31' },
  },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const inForce = checkInForce(desk.profile, desk.now);
      if (!inForce.ok) return inForce;
      const request = readRequest(textOf(surroundings.values, 'request'), desk.book());
      if (!request.ok) return request;
      const decided = readDecision(surroundings.values, desk, request.value);
      if (!decided.ok) return decided;
      const compared = await compareFingerprint(surroundings, request.value);
      if (!compared.ok) return compared;
      const admitted = await admitMember(desk, request.value, decided.value);
      if (!admitted.ok) return admitted;
      const { name } = request.value.person;
      const { changed, compartments, groups, devices, access } = admitted.value;
      return ok({
        lines: [
          changed ? `${name} is admitted to ${groups.join(', ')}.` : `${name} was admitted already.`,
          ...access,
          ...(devices > 1 ? [`It is one of ${countOf(devices, 'device')} of this person.`] : []),
        ],
        data: { person: request.value.person.id, name, changed, compartments, devices, fingerprint: request.value.fingerprint },
      });
    }),
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

function readDecision(values: OptionValues, desk: Desk, request: JoinRequestContent): Result<Decided, ServerFailure> {
  const jwgs = textsOf(values, 'jwg') as readonly JwgId[];
  const isNew = !desk.book().members.some((one) => one.person === request.person.id);
  if (isNew && jwgs.length === 0) return failed('option-missing', { option: 'jwg' });
  const unknown = jwgs.find((id) => !desk.profile.jwgs.some((one) => one.id === id));
  if (unknown !== undefined) return failed('group-unknown', { jwg: unknown });
  const vetting = readVetting({ clearance: textOf(values, 'clearance'), briefing: textOf(values, 'briefing') }, desk.profile);
  return vetting.ok ? ok({ jwgs, ...vetting.value }) : vetting;
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

interface Admitted extends BroughtUpToDate {
  readonly groups: readonly string[];
  readonly devices: number;
  readonly access: readonly string[];
}

async function admitMember(desk: Desk, request: JoinRequestContent, decided: Decided): Promise<Result<Admitted, ServerFailure>> {
  if (desk.book().compartments.length === 0) return failed('not-set-up');
  const certified = certifiedMember(desk.book(), request, decided, desk.profile, desk.now);
  if (!certified.ok) return certified;
  const kept = desk.keep(withMember(desk.book(), certified.value.member));
  if (!kept.ok) return kept;
  const done = await bringUpToDate(desk, request.person.id, request.credential);
  if (!done.ok) return done;
  const certificate = certificateOf(certified.value.member, desk.book());
  const current = certificate.jwgs.filter((one) => one.until === null);
  const groups = current.map(({ jwg }) => desk.profile.jwgs.find((one) => one.id === jwg)?.shortName ?? jwg);
  return ok({ ...done.value, groups, devices: certificate.devices.filter((one) => one.until === null).length, access: accessLines(desk, certificate) });
}
