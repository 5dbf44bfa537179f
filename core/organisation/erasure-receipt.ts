import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { SignSecretKey } from '../crypto/keys.ts';
import { fromBase64Url, toBase64Url } from '../crypto/sodium.ts';
import { personId } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { deviceId, instant } from './certificate.ts';
import { compartmentId } from './grant.ts';
import { keyBytes } from './key-text.ts';
import { orderId } from './removal-order.ts';
import { openStatement, peekStatement, signedStatement, signStatement } from './signed-statement.ts';

const count = z.number().int().min(0);

const receipt = z.strictObject({
  v: z.literal(1),
  person: personId,
  name: z.string().max(300),
  device: deviceId,
  /** Of the device's signing key: the one that made this signature. */
  fingerprint: z.string().max(60),
  at: instant,
  /** `null`: the person at the laptop decided it. */
  order: orderId.nullable(),
  /** `null`: everything on the laptop. */
  compartments: z.array(compartmentId).max(2000).nullable(),
  erased: z.strictObject({ records: count, drafts: count }),
  /** Records with something that had not been delivered, of which the person was warned. */
  undelivered: count,
});
/** What a device says, signed with the key that it destroys next, about what it erased and when. */
export type ErasureReceipt = z.output<typeof receipt>;

const opening = '----- BEGIN RAPPORTEUR ERASURE RECEIPT -----';
const closing = '----- END RAPPORTEUR ERASURE RECEIPT -----';
const lineLength = 76;

/** Signs a receipt. Answers the block that stands below the words for people: text, to be kept or printed. */
export function writeErasureReceipt(value: ErasureReceipt, deviceKey: SignSecretKey): string {
  const signed = signStatement('device-erasure', receipt.parse(value), deviceKey);
  const text = toBase64Url(jsonToBytes(signed));
  const lines = text.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return [opening, ...lines, closing].join('\r\n');
}

/**
 * Reads the signed block out of a receipt's text and checks it against the device it names: a
 * device's identifier is its public key. Only what this answers counts; the words around the block
 * are for people.
 */
export function readErasureReceipt(text: string): Result<ErasureReceipt, 'receipt-unreadable' | 'receipt-altered'> {
  const [, from = ''] = text.split(opening);
  const [block = ''] = from.split(closing);
  const bytes = fromBase64Url(block.replaceAll(/\s+/g, ''));
  const signed = bytes.ok ? signedStatement.safeParse(jsonFromBytes(bytes.value)) : null;
  if (signed === null || !signed.success) return failed('receipt-unreadable');
  const claimed = receipt.safeParse(peekStatement(signed.data));
  if (!claimed.success) return failed('receipt-unreadable');
  const opened = openStatement('device-erasure', receipt, signed.data, keyBytes(claimed.data.device));
  return opened.ok ? ok(opened.value) : failed('receipt-altered');
}
