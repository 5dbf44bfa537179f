import { canonicalBytes } from '../crypto/canonical.ts';
import type { SignSecretKey } from '../crypto/keys.ts';
import { fromBase64Url, sign, toBase64Url, verifySignature } from '../crypto/sodium.ts';
import type { ChangeHash } from '../ids.ts';
import type { Approval, ChangeHeader } from './change.ts';

/** What is signed: who approved what, when, and exactly the heads that were read. */
export type ApprovalStatement = Pick<ChangeHeader, 'v' | 'record' | 'kind' | 'act' | 'author' | 'device' | 'time'> & {
  readonly frontier: readonly ChangeHash[];
};

const purpose = 'approval';

/** Signs a statement with the device's key: Ed25519 over its canonical form. */
export function signApproval(statement: ApprovalStatement, key: SignSecretKey): Approval {
  const signature = sign(key, purpose, canonicalBytes(statement));
  return { frontier: statement.frontier, signature: toBase64Url(signature) };
}

/** The statement that a header's approval claims to have signed; `null` when it has none. */
export function approvalStatement(header: ChangeHeader): ApprovalStatement | null {
  if (header.approval === undefined) return null;
  const { v, record, kind, act, author, device, time, approval } = header;
  return { v, record, kind, act, author, device, time, frontier: approval.frontier };
}

/** Whether the device with this public key signed the statement. Needs no ledger: an exported file can be checked with it. */
export function verifyApproval(statement: ApprovalStatement, signature: string, publicKey: Uint8Array): boolean {
  const bytes = fromBase64Url(signature);
  return bytes.ok && verifySignature(publicKey, purpose, canonicalBytes(statement), bytes.value);
}
