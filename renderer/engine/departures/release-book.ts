import { z } from 'zod';
import type { Instant, JwgId } from '../../../core/ids.ts';
import { instant, type Certificate } from '../../../core/organisation/certificate.ts';
import { signedStatement, type SignedStatement } from '../../../core/organisation/signed-statement.ts';
import { jwgId } from '../../../core/records/parts.ts';
import { verifyReleaseAnswer, type ReleaseAnswer } from '../../../core/release/release-answer.ts';
import { releaseId } from '../../../core/release/release-request.ts';
import type { Result } from '../../../core/result.ts';
import type { SealedStates, StoreFailure } from '../pouch-seam/pouch-ground.ts';

const stateName = 'release/book';

const book = z.object({
  asked: z.array(z.object({ id: releaseId, jwg: jwgId, at: instant, records: z.number() })).default([]),
  /** What others answered to this person. */
  received: z.array(signedStatement).default([]),
  /** What this person answered to others. */
  given: z.array(signedStatement).default([]),
});
type Book = z.output<typeof book>;

/** Requests that were made and signed answers as they came, kept so that they are verified anew at every use. */
export interface ReleaseBook {
  readonly asked: readonly { readonly id: string; readonly jwg: JwgId; readonly at: Instant; readonly records: number }[];
  readonly received: readonly SignedStatement[];
  readonly given: readonly SignedStatement[];
}

/** A book that cannot be read releases nothing: everything is asked for again. */
export async function readReleaseBook(states: SealedStates): Promise<ReleaseBook> {
  const read = await states.read(stateName, book);
  return read.ok && read.value !== null ? read.value : { asked: [], received: [], given: [] };
}

export function keepReleaseBook(states: SealedStates, next: ReleaseBook): Promise<Result<null, StoreFailure>> {
  return states.write([{ name: stateName, value: next satisfies Book | ReleaseBook }]);
}

/** Those statements that still verify against the certificates as they are now. */
export function verifiedAnswers(statements: readonly SignedStatement[], certificates: readonly Certificate[], now: Instant): readonly ReleaseAnswer[] {
  return statements.flatMap((one) => {
    const verified = verifyReleaseAnswer(one, certificates, now);
    return verified.ok ? [verified.value] : [];
  });
}
