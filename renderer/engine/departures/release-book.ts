import { z } from 'zod';
import type { Instant, JwgId } from '../../../core/ids.ts';
import { instant, type Certificate } from '../../../core/organisation/certificate.ts';
import { signedStatement, type SignedStatement } from '../../../core/organisation/signed-statement.ts';
import { jwgId } from '../../../core/records/parts.ts';
import { verifyReleaseAnswer, type ReleaseAnswer } from '../../../core/release/release-answer.ts';
import { releaseId } from '../../../core/release/release-request.ts';
import type { Result } from '../../../core/result.ts';
import type { SealedStates, StoreFailure } from '../pouch-seam/pouch-ground.ts';

/** The state that holds the book; it travels in backups. */
export const releaseBookState = 'release/book';

const book = z.object({
  /** `file`: SHA-256 of the request's file, by which one's own request is known when it is opened here. */
  asked: z.array(z.object({ id: releaseId, jwg: jwgId, at: instant, records: z.number(), file: z.string().default('') })).default([]),
  /** What others answered to this person. */
  received: z.array(signedStatement).default([]),
  /** What this person answered to others. */
  given: z.array(signedStatement).default([]),
  /** When the backup was made from which answers came back: what was taken back since is not known here. */
  restored: instant.nullable().default(null),
});
type Book = z.output<typeof book>;

/** Requests that were made and signed answers as they came, kept so that they are verified anew at every use. */
export interface ReleaseBook {
  readonly asked: readonly { readonly id: string; readonly jwg: JwgId; readonly at: Instant; readonly records: number; readonly file: string }[];
  readonly received: readonly SignedStatement[];
  readonly given: readonly SignedStatement[];
  readonly restored: Instant | null;
}

const emptyBook: ReleaseBook = { asked: [], received: [], given: [], restored: null };

/** A book that cannot be read releases nothing: everything is asked for again. */
export async function readReleaseBook(states: SealedStates): Promise<ReleaseBook> {
  const read = await states.read(releaseBookState, book);
  return read.ok && read.value !== null ? read.value : emptyBook;
}

export function keepReleaseBook(states: SealedStates, next: ReleaseBook): Promise<Result<null, StoreFailure>> {
  return states.write([{ name: releaseBookState, value: next satisfies Book | ReleaseBook }]);
}

/** Those statements that still verify against the certificates as they are now. */
export function verifiedAnswers(statements: readonly SignedStatement[], certificates: readonly Certificate[], now: Instant): readonly ReleaseAnswer[] {
  return statements.flatMap((one) => {
    const verified = verifyReleaseAnswer(one, certificates, now);
    return verified.ok ? [verified.value] : [];
  });
}

/** The book of a backup as it stands on the laptop that is made from it; `value` as it stood in the file. */
export function restoredReleaseBook(value: unknown, made: Instant): ReleaseBook {
  const read = book.safeParse(value);
  return read.success ? { ...read.data, restored: read.data.received.length > 0 ? made : read.data.restored } : emptyBook;
}

/**
 * Two books of one person as one: everything that either has, each once. What was taken back on
 * either stays taken back. `null`: the other brings nothing.
 */
export function unitedReleaseBooks(here: ReleaseBook, there: ReleaseBook): ReleaseBook | null {
  const [received, given] = [freshStatements(here.received, there.received), freshStatements(here.given, there.given)];
  const known = new Set(here.asked.map((one) => one.id));
  const asked = there.asked.filter((one) => !known.has(one.id));
  if (received.length + given.length + asked.length === 0) return null;
  return {
    asked: [...asked, ...here.asked].toSorted((one, other) => one.at - other.at),
    received: [...here.received, ...received],
    given: [...here.given, ...given],
    restored: received.length === 0 ? here.restored : Math.max(there.restored ?? 0, here.restored ?? 0) || null,
  };
}

function freshStatements(here: readonly SignedStatement[], there: readonly SignedStatement[]): readonly SignedStatement[] {
  const known = new Set(here.map((one) => one.signature));
  return there.filter((one) => !known.has(one.signature));
}
