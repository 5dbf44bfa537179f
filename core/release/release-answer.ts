import { z } from 'zod';
import type { BoxPair, SignSecretKey } from '../crypto/keys.ts';
import type { Instant } from '../ids.ts';
import { deviceId, instant, type Certificate } from '../organisation/certificate.ts';
import { openStatement, peekStatement, signedStatement, signStatement, type SignedStatement } from '../organisation/signed-statement.ts';
import { jwgId, markingId, personId, recordId } from '../records/parts.ts';
import type { ChangeHash } from '../ids.ts';
import { failed, ok, type Result } from '../result.ts';
import { releaseId, signKeyOf, wasInForce } from './release-request.ts';
import { openSealedFile, writeSealedFile } from './sealed-file.ts';

const day = 24 * 60 * 60 * 1000;
/** A batch that nobody delivered in a month is asked for again. */
export const batchLasts = 30 * day;
/** A standing decision is looked at again twice a year. */
export const standingLasts = 183 * day;
/** A clock may be this far ahead of the other laptop's. */
const clockTolerance = day;

const changeHash = z.string().regex(/^[0-9a-f]{64}$/).transform((text) => text as ChangeHash);
const common = { v: z.literal(1), id: releaseId, jwg: jwgId, asker: personId, by: personId, device: deviceId, at: instant };

/**
 * What a second person says of another's release: yes to exactly these changes; yes to what the
 * asker writes for the group until a day; no; or that an earlier yes no longer holds.
 */
const releaseAnswer = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('batch'), ...common, request: releaseId, until: instant,
    items: z.array(z.strictObject({ record: recordId, changes: z.array(changeHash).min(1).max(5000) })).min(1).max(500),
  }),
  z.strictObject({ type: z.literal('standing'), ...common, until: instant, upTo: markingId, aboutPersons: z.boolean() }),
  z.strictObject({ type: z.literal('refusal'), ...common, request: releaseId, remark: z.string().max(2000) }),
  z.strictObject({ type: z.literal('revocation'), ...common, confirmation: releaseId }),
]);
export type ReleaseAnswer = z.output<typeof releaseAnswer>;
export type ReleaseAnswerInput = z.input<typeof releaseAnswer>;

export function signReleaseAnswer(value: ReleaseAnswerInput, key: SignSecretKey): SignedStatement {
  return signStatement('release-answer', releaseAnswer.parse(value), key);
}

export function writeReleaseAnswer(signed: SignedStatement, receivers: readonly string[]): Result<Uint8Array, 'too-large'> {
  return writeSealedFile('rapporteur-release-answer', signed, receivers);
}

/** The signed statement in a file, not verified yet. */
export function openReleaseAnswer(file: Uint8Array, box: BoxPair): Result<SignedStatement, 'release-unreadable' | 'release-not-for-you'> {
  const opened = openSealedFile('rapporteur-release-answer', file, box);
  if (!opened.ok) return opened;
  const signed = signedStatement.safeParse(opened.value);
  return signed.success ? ok(signed.data) : failed('release-unreadable');
}

export type ReleaseAnswerFailure = 'release-unreadable' | 'release-unknown-second' | 'release-bad-signature' | 'release-own' | 'release-from-the-future' | 'release-too-long';

/**
 * Whether an answer is what it says: signed by a device of the one who answers that was in force
 * then, about somebody else's release, not from the future, and not for longer than it may be.
 * Whether that person may confirm is asked each time it is used (`released`).
 */
export function verifyReleaseAnswer(signed: SignedStatement, certificates: readonly Certificate[], now: Instant): Result<ReleaseAnswer, ReleaseAnswerFailure> {
  const claimed = z.object({ by: personId, device: deviceId }).safeParse(peekStatement(signed));
  if (!claimed.success) return failed('release-unreadable');
  const key = signKeyOf(certificates, claimed.data.by, claimed.data.device);
  if (key === null) return failed('release-unknown-second');
  const opened = openStatement('release-answer', releaseAnswer, signed, key);
  if (!opened.ok) return failed(opened.failure.code === 'malformed' ? 'release-unreadable' : 'release-bad-signature');
  const answer = opened.value;
  if (answer.by === answer.asker) return failed('release-own');
  if (!wasInForce(certificates, answer.device, answer.at)) return failed('release-unknown-second');
  if (answer.at > now + clockTolerance) return failed('release-from-the-future');
  const lasts = answer.type === 'batch' ? batchLasts : answer.type === 'standing' ? standingLasts : null;
  if (lasts !== null && 'until' in answer && answer.until > answer.at + lasts) return failed('release-too-long');
  return ok(answer);
}
