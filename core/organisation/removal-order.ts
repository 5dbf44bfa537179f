import { z } from 'zod';
import type { ChangeHash } from '../ids.ts';
import { recordId } from '../records/parts.ts';
import { instant } from './certificate.ts';
import { compartmentId } from './grant.ts';

export const changeHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as ChangeHash);
/** 128 random bits, base64url. */
export const orderId = z.string().regex(/^[\w-]{22}$/);

/**
 * What the organisation orders to be taken out of a compartment. `erasure`: the content of these
 * changes is forgotten everywhere, their hashes stay. `raised`: the record goes on at a higher level,
 * its letters leave this compartment whole. Published in the directory, so that it also binds who
 * never meets the stubs, and so that it is applied again after a restore.
 */
export const removalOrder = z.strictObject({
  id: orderId,
  kind: z.enum(['erasure', 'raised']),
  compartment: compartmentId,
  record: recordId,
  changes: z.array(changeHash).min(1).max(50_000),
  /** The order's reference or reason, as the secretariat wrote it. */
  ground: z.string().min(1).max(500),
  at: instant,
});
export type RemovalOrder = z.output<typeof removalOrder>;

/** Every change that some erasure order names: what `verifyLetter` and `applyErasures` ask for. */
export function erasedByOrders(orders: readonly RemovalOrder[]): ReadonlySet<ChangeHash> {
  return new Set(orders.filter((one) => one.kind === 'erasure').flatMap((one) => one.changes));
}
