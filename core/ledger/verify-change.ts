import { z } from 'zod';
import { canonicalBytes, canonicalHash } from '../crypto/canonical.ts';
import { sha256Hex } from '../crypto/sodium.ts';
import type { ChangeHash, DeviceId, RecordId } from '../ids.ts';
import { isRecordKind, type RecordKind } from '../records/kinds.ts';
import { failed, ok, type Result } from '../result.ts';
import { approvalStatement, verifyApproval } from './approval.ts';
import type { Change, ChangeContent, ChangeHeader } from './change.ts';
import { isPlainJson } from './field-value.ts';
import { parseTime } from './hybrid-clock.ts';
import { changeLimits, isFieldPath } from './limits.ts';

/** Why something that claims to be a change is not taken in. */
export type VerifyFailure =
  | 'malformed'
  | 'too-large'
  /** Made by a later version of the app: to be kept and tried again after an update. */
  | 'newer-version'
  | 'unknown-kind'
  /** Another kind than the record is known to have: kinds never change. */
  | 'other-kind'
  | 'wrong-hash'
  | 'wrong-commitment'
  /** The certificate of the device that approved is not here yet. */
  | 'unknown-signer'
  | 'wrong-signature'
  /** Arrives without its content although no order to erase it is known: anyone could forge that. */
  | 'erased-without-order';

/** What this device knows and a verification needs. */
export interface VerifyKnowledge {
  /** The Ed25519 public key of a certified device. */
  publicKeyOf(device: DeviceId): Uint8Array | undefined;
  /** The kind a record is known to have; leave out when nothing is known. */
  kindOf?(record: RecordId): RecordKind | undefined;
  /** Changes whose content was ordered to be erased. */
  readonly erasures: ReadonlySet<ChangeHash>;
}

const id = z.string().regex(/^[\w-]{1,64}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const hashes = z.array(hash).max(changeLimits.parents).refine(isStrictlySorted);

const changeHeader = z.strictObject({
  v: z.literal(1),
  record: id,
  kind: z.string().max(40),
  act: z.enum(['edit', 'approve', 'finalise', 'bin', 'restore', 'raise']),
  author: id,
  device: id,
  time: z.string().refine((text) => parseTime(text) !== null),
  parents: hashes,
  level: id,
  commitment: hash,
  approval: z.strictObject({ frontier: hashes.min(1), signature: z.string().regex(/^[\w-]{86}$/) }).optional(),
});

// `fields` is checked apart: a record schema would drop a `__proto__`, and the commitment must see everything.
const changeEnvelope = z.strictObject({
  hash,
  header: changeHeader,
  content: z.union([z.literal('erased'), z.strictObject({ salt: z.string().regex(/^[\w-]{22}$/), fields: z.unknown() })]),
});

/**
 * Checks that something from outside is a change that can be united with a history: shape and
 * limits, hash, commitment, kind, and the signature of an approval. Never throws. That a change is
 * its author's is said by the letter it came in, not here. Needs `cryptoReady`.
 */
export function verifyChange(candidate: unknown, known: VerifyKnowledge): Result<Change, VerifyFailure> {
  const read = readChange(candidate);
  if (!read.ok) return read;
  const change = read.value;
  const failure = kindFailure(change.header, known) ?? hashFailure(change, known) ?? approvalFailure(change.header, known);
  return failure === null ? ok(change) : failed(failure);
}

function readChange(candidate: unknown): Result<Change, VerifyFailure> {
  if (isTooWide(candidate)) return failed('too-large');
  if (versionOf(candidate) > 1) return failed('newer-version');
  const envelope = changeEnvelope.safeParse(candidate);
  if (!envelope.success) return failed('malformed');
  const change = envelope.data as unknown as Change;
  if (!isSoundHeader(change.header)) return failed('malformed');
  if (change.content === 'erased') return ok(change);
  return isSoundContent(change.header, change.content) ? ok(change) : failed('malformed');
}

function isSoundHeader(header: ChangeHeader): boolean {
  const approves = header.act === 'approve' || header.act === 'finalise';
  if (approves !== (header.approval !== undefined)) return false;
  if (parseTime(header.time)?.device !== header.device) return false;
  const parents = new Set(header.parents);
  return header.approval?.frontier.every((one) => parents.has(one)) ?? true;
}

function isSoundContent(header: ChangeHeader, content: ChangeContent): boolean {
  const { fields } = content;
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return false;
  const paths = Object.keys(fields);
  if (header.act !== 'edit' && paths.length > 0) return false;
  return paths.every(isFieldPath) && isPlainJson(fields);
}

function kindFailure(header: ChangeHeader, known: VerifyKnowledge): VerifyFailure | null {
  if (!isRecordKind(header.kind)) return 'unknown-kind';
  const before = known.kindOf?.(header.record);
  return before !== undefined && before !== header.kind ? 'other-kind' : null;
}

function hashFailure(change: Change, known: VerifyKnowledge): VerifyFailure | null {
  if (canonicalHash(change.header) !== change.hash) return 'wrong-hash';
  if (change.content === 'erased') return known.erasures.has(change.hash) ? null : 'erased-without-order';
  const bytes = canonicalBytes(change.content);
  if (bytes.length > changeLimits.contentBytes) return 'too-large';
  return sha256Hex(bytes) === change.header.commitment ? null : 'wrong-commitment';
}

function approvalFailure(header: ChangeHeader, known: VerifyKnowledge): VerifyFailure | null {
  const statement = approvalStatement(header);
  if (statement === null || header.approval === undefined) return null;
  const key = known.publicKeyOf(header.device);
  if (key === undefined) return 'unknown-signer';
  return verifyApproval(statement, header.approval.signature, key) ? null : 'wrong-signature';
}

/** Looks at sizes before any schema walks through what may be millions of entries. */
function isTooWide(candidate: unknown): boolean {
  const header = property(candidate, 'header');
  const fields = property(property(candidate, 'content'), 'fields');
  return (
    width(property(header, 'parents')) > changeLimits.parents ||
    width(property(property(header, 'approval'), 'frontier')) > changeLimits.parents ||
    width(fields) > changeLimits.fields
  );
}

function width(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function versionOf(candidate: unknown): number {
  const version = property(property(candidate, 'header'), 'v');
  return typeof version === 'number' && Number.isInteger(version) ? version : 0;
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function isStrictlySorted(texts: readonly string[]): boolean {
  return texts.every((text, index) => index === 0 || (texts[index - 1] ?? '') < text);
}
