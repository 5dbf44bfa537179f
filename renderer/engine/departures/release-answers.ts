import { randomId, sha256Hex } from '../../../core/crypto/sodium.ts';
import type { PersonId } from '../../../core/ids.ts';
import { referencedFiles } from '../../../core/files/referenced-files.ts';
import { causalOrder, historyOf } from '../../../core/ledger/history.ts';
import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import { fieldsOf as fieldsOfKind } from '../../../core/records/field-nature.ts';
import { isAbove } from '../../../core/markings/scheme.ts';
import {
  batchLasts, openReleaseAnswer, signReleaseAnswer, standingLasts, verifyReleaseAnswer, writeReleaseAnswer, type ReleaseAnswer, type ReleaseAnswerInput,
} from '../../../core/release/release-answer.ts';
import { boxKeysOf, maySecond, releasePolicyOf } from '../../../core/release/release-policy.ts';
import { openReleaseRequest, type ReleaseItem, type ReleaseRequest } from '../../../core/release/release-request.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { ReleaseReplyFailure, ReleaseDecision, ReleaseFile, ReleaseRequestView, TakenAnswer, ReleaseTakeFailure } from './departures-api.ts';
import type { SignedStatement } from '../../../core/organisation/signed-statement.ts';
import { keepReleaseBook, readReleaseBook } from './release-book.ts';
import { hashesOf } from './release-requests.ts';
import { certificateOf, groupOf, levelOfItems, nameOf, type ReleaseSession } from './release-session.ts';

const day = 24 * 60 * 60 * 1000;

/** A request is sealed to others: whoever asked cannot read their own, and is told why. */
export async function isOwnRequest({ states }: ReleaseSession, file: Uint8Array): Promise<boolean> {
  const hash = sha256Hex(file);
  return (await readReleaseBook(states)).asked.some((one) => one.file === hash);
}

/** Opens a request for the one who may answer it; every reason not to is told before a word of it is shown. */
export function readRequest(session: ReleaseSession, file: Uint8Array): Result<ReleaseRequest, ReleaseReplyFailure> {
  const { identity, organisation, now } = session;
  const opened = openReleaseRequest(file, identity.box, session.pouch.directory.certificates());
  if (!opened.ok) return opened;
  const { asker, jwg, items } = opened.value;
  if (asker === identity.person) return failed('release-own');
  const group = groupOf(session, jwg);
  const [theirs, mine] = [certificateOf(session, asker), certificateOf(session, identity.person)];
  if (group === null || theirs === null || mine === null) return failed('release-not-for-you');
  const scheme = organisation.scheme();
  const level = levelOfItems(items, scheme);
  if (isAbove(level, organisation.ceiling())) return failed('above-ceiling');
  const question = { jwg, policy: releasePolicyOf(group), level, scheme, now: now() };
  return maySecond(theirs, mine, question) ? opened : failed('release-may-not');
}

/** A request as it is read before it is answered. */
export function viewOfRequest(session: ReleaseSession, { asker, jwg, at, items }: ReleaseRequest): ReleaseRequestView {
  const group = groupOf(session, jwg);
  const certificate = certificateOf(session, asker);
  return {
    asker: { name: certificate?.person.name ?? '', country: certificate?.person.country ?? '', institution: certificate?.person.institution ?? '' },
    group: group?.name ?? '',
    recipients: group?.members ?? [],
    at,
    level: levelOfItems(items, session.organisation.scheme()).id,
    mayStand: group !== null && releasePolicyOf(group).standing,
    items: items.map((item) => ({ record: item.record, kind: item.kind, title: item.title, level: item.level, aboutPersons: item.aboutPersons, files: new Set(referencedFiles(item.changes).map((one) => one.file.id)).size, fields: fieldsOf(item) })),
  };
}

/** What the changes write, the last value of each field, as they stand in the form. */
function fieldsOf({ kind, changes }: ReleaseItem): readonly { readonly field: FieldPath; readonly value: FieldValue }[] {
  const written = new Map<FieldPath, FieldValue>();
  for (const { content } of causalOrder(historyOf(changes))) {
    if (content === 'erased') continue;
    for (const [field, value] of Object.entries(content.fields)) written.set(field, value);
  }
  const places = fieldsOfKind(kind);
  const placeOf = (field: FieldPath) => places.indexOf(field.split('.')[0] ?? '');
  return [...written].map(([field, value]) => ({ field, value })).toSorted((one, other) => placeOf(one.field) - placeOf(other.field));
}

/** Signs the answer, keeps it, and seals it to the devices of the one who asked. */
export async function answerRequest(session: ReleaseSession, request: ReleaseRequest, decision: ReleaseDecision): Promise<Result<ReleaseFile, ReleaseReplyFailure>> {
  const { identity, now } = session;
  const at = now();
  const common = { v: 1 as const, id: randomId(), jwg: request.jwg, asker: request.asker, by: identity.person, device: identity.device, at };
  const answer: ReleaseAnswerInput =
    decision.type === 'refusal' ? { type: 'refusal', ...common, request: request.id, remark: decision.remark.slice(0, 2000) }
    : decision.type === 'standing' ? { type: 'standing', ...common, until: at + Math.min(standingLasts, Math.max(1, decision.days) * day), upTo: decision.upTo, aboutPersons: decision.aboutPersons }
    : { type: 'batch', ...common, request: request.id, until: at + batchLasts, items: request.items.map((one) => ({ record: one.record, changes: hashesOf(one) })) };
  if (answer.type === 'standing' && !viewOfRequest(session, request).mayStand) return failed('release-may-not');
  return give(session, answer, request.asker);
}

/** Takes a confirmation back: from the moment the asker's laptop has the file, nothing more goes on it. */
export async function revokeConfirmation(session: ReleaseSession, confirmation: string): Promise<Result<ReleaseFile, ReleaseReplyFailure>> {
  const { identity, states, now } = session;
  const certificates = session.pouch.directory.certificates();
  const given = (await readReleaseBook(states)).given
    .map((one) => verifyReleaseAnswer(one, certificates, now()))
    .flatMap((one) => (one.ok ? [one.value] : []));
  const found = given.find((one) => one.id === confirmation && (one.type === 'batch' || one.type === 'standing'));
  if (found === undefined) return failed('not-found');
  const { jwg, asker } = found;
  return give(session, { type: 'revocation', v: 1, id: randomId(), jwg, asker, by: identity.person, device: identity.device, at: now(), confirmation }, asker);
}

async function give(session: ReleaseSession, answer: ReleaseAnswerInput, asker: string): Promise<Result<ReleaseFile, ReleaseReplyFailure>> {
  const { identity, states } = session;
  const signed = signReleaseAnswer(answer, identity.deviceKeys.secretKey);
  const file = answerFile(session, signed, { type: answer.type, asker: asker as PersonId });
  if (!file.ok) return file;
  const book = await readReleaseBook(states);
  const kept = await keepReleaseBook(states, { ...book, given: [...book.given, signed] });
  return kept.ok ? file : kept;
}

/** The file of an answer, sealed to the devices that the asker has now. */
function answerFile(session: ReleaseSession, signed: SignedStatement, { type, asker }: Pick<ReleaseAnswer, 'type' | 'asker'>): Result<ReleaseFile, ReleaseReplyFailure> {
  const certificate = certificateOf(session, asker);
  if (certificate === null) return failed('release-unknown-asker');
  const file = writeReleaseAnswer(signed, boxKeysOf(certificate, session.now()));
  if (!file.ok) return file;
  const who = certificate.person.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return ok({ file: file.value, suggestedName: `release-${type === 'batch' || type === 'standing' ? 'confirmation' : type}-${who}.rapporteur` });
}

/** The file of an answer once more: the last word on it, which is the taking back where it was taken back. */
export async function answerAgain(session: ReleaseSession, id: string): Promise<Result<ReleaseFile, ReleaseReplyFailure>> {
  const certificates = session.pouch.directory.certificates();
  const given = (await readReleaseBook(session.states)).given.flatMap((signed) => {
    const answer = verifyReleaseAnswer(signed, certificates, session.now());
    return answer.ok ? [{ signed, answer: answer.value }] : [];
  });
  const last = given.findLast(({ answer }) => answer.id === id || (answer.type === 'revocation' && answer.confirmation === id));
  return last === undefined ? failed('not-found') : answerFile(session, last.signed, last.answer);
}

/** Takes an answer in: verified, about what this person asked, and kept; known ones change nothing. */
export async function takeAnswer(session: ReleaseSession, file: Uint8Array): Promise<Result<TakenAnswer, ReleaseTakeFailure>> {
  const { identity, states, now } = session;
  const opened = openReleaseAnswer(file, identity.box);
  if (!opened.ok) return opened;
  const verified = verifyReleaseAnswer(opened.value, session.pouch.directory.certificates(), now());
  if (!verified.ok) return verified;
  const answer = verified.value;
  if (answer.asker !== identity.person) return failed('release-not-for-you');
  const book = await readReleaseBook(states);
  if (!book.received.some((one) => one.signature === opened.value.signature)) {
    const kept = await keepReleaseBook(states, { ...book, received: [...book.received, opened.value] });
    if (!kept.ok) return kept;
  }
  return ok({
    type: answer.type,
    by: nameOf(session, answer.by),
    group: groupOf(session, answer.jwg)?.name ?? '',
    records: answer.type === 'batch' ? answer.items.length : null,
    until: 'until' in answer ? answer.until : null,
    remark: answer.type === 'refusal' ? answer.remark : '',
  });
}
