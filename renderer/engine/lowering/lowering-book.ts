import { z } from 'zod';
import { deviceId, instant } from '../../../core/organisation/certificate.ts';
import { keyBytes } from '../../../core/organisation/key-text.ts';
import { openStatement, peekStatement, signedStatement, type SignedStatement } from '../../../core/organisation/signed-statement.ts';
import { loweringGround } from '../../../core/lowering/lowering-consent.ts';
import { markingId, personId, recordId } from '../../../core/records/parts.ts';
import type { SealedStates } from '../pouch-seam/pouch-ground.ts';

/** The state that holds what was copied from where; it travels in backups and in nothing else. */
export const loweringBookState = 'lowering/book';

/** What is kept of one copy. The records themselves say nothing of one another. */
export const lowering = z.strictObject({
  v: z.literal(1),
  id: z.string().regex(/^[\w-]{22}$/),
  from: recordId,
  to: recordId,
  fromLevel: markingId,
  toLevel: markingId,
  /** The heads of the text that was reviewed. */
  reviewed: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(100),
  at: instant,
  by: personId,
  device: deviceId,
  ...loweringGround.shape,
});
export type Lowering = z.output<typeof lowering>;

const book = z.array(signedStatement);

export async function readLoweringBook(states: SealedStates): Promise<readonly SignedStatement[]> {
  const read = await states.read(loweringBookState, book);
  return read.ok ? (read.value ?? []) : [];
}

/** One entry, and whether its signature holds. A device's identifier is its public key. `null`: not an entry at all. */
export function readLowering(signed: SignedStatement): { readonly entry: Lowering; readonly intact: boolean } | null {
  const claimed = lowering.safeParse(peekStatement(signed));
  if (!claimed.success) return null;
  const opened = openStatement('lowering', lowering, signed, keyBytes(claimed.data.device));
  return { entry: claimed.data, intact: opened.ok };
}

/** The book of a backup with what this notebook has, each entry once; `null`: it brings nothing. */
export function unitedLoweringBooks(here: readonly SignedStatement[], there: unknown): readonly SignedStatement[] | null {
  const read = book.safeParse(there);
  const known = new Set(here.map((one) => one.signature));
  const fresh = read.success ? read.data.filter((one) => !known.has(one.signature)) : [];
  return fresh.length === 0 ? null : [...here, ...fresh];
}
