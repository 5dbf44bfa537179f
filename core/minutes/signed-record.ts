import { z } from 'zod';
import { canonicalHash } from '../crypto/canonical.ts';
import type { SignSecretKey } from '../crypto/keys.ts';
import type { ChangeHash, DeviceId, Instant, MarkingId, PersonId, RecordId } from '../ids.ts';
import { approvalStatement, verifyApproval } from '../ledger/approval.ts';
import type { Change, ChangeContent, ChangeHeader } from '../ledger/change.ts';
import { ancestorsOf } from '../ledger/history.ts';
import type { History, RecordState } from '../ledger/state.ts';
import { keyBytes } from '../organisation/key-text.ts';
import { openSignedFile, signFile, type RecordFailure } from '../organisation/signed-file.ts';
import { failed, ok, type Result } from '../result.ts';
import { minutesLanguages, type MinutesLanguage } from './labels/languages.ts';
import { printable } from './markup.ts';
import { withoutLayout } from './printed-text.ts';

/**
 * The record that travels inside an exported PDF. It holds the text as it was printed, the chain of
 * changes it was folded from, the approvals in that chain, and the exporter's signature over all.
 *
 * What was struck out does not travel. A change goes with its content only when everything it wrote
 * still stands in the print; of every other change the header alone goes, whose hash proves its
 * place in the chain while its salted commitment gives nothing away (docs/decisions/0011).
 */
export interface PrintedRecord {
  readonly record: RecordId;
  readonly person: PersonId;
  readonly device: DeviceId;
  /** The exporter's name, as it is shown to whoever checks the file. */
  readonly name: string;
  readonly at: Instant;
  readonly title: string;
  readonly level: MarkingId;
  readonly language: MinutesLanguage;
  /** The heads that were printed: the approved frontier where there is one. */
  readonly frontier: readonly ChangeHash[];
  /** `printedText` of the page. */
  readonly text: string;
  /** `heads`: not all of it is here (too long to travel, or not arrived yet), so its links cannot be followed to the first. */
  readonly chain: 'whole' | 'heads';
  readonly changes: readonly TravellingChange[];
  /** The approvals of exactly this frontier, each signed by its approver. */
  readonly approvals: readonly Pick<Change, 'hash' | 'header'>[];
}

export interface TravellingChange {
  readonly hash: ChangeHash;
  readonly header: ChangeHeader;
  readonly content: ChangeContent | 'left-out';
}

/** Characters of printed text (some 250 pages): with the chain it stays below what a signed statement may hold. */
export const longestText = 900_000;

const id = z.string().regex(/^[\w-]{1,64}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
// What a change must look like is the ledger's to say; here it counts whether the hashes fit.
const header = z.looseObject({ record: id, device: id, parents: z.array(hash).max(512) });
const content = z.union([z.literal('left-out'), z.strictObject({ salt: z.string(), fields: z.record(z.string(), z.unknown()) })]);
const statement = z.strictObject({
  record: id,
  person: id,
  device: id,
  name: z.string().max(300),
  at: z.number().int().min(0),
  title: z.string().max(300),
  level: id,
  language: z.enum(minutesLanguages),
  frontier: z.array(hash).min(1).max(512),
  text: z.string().max(longestText),
  chain: z.enum(['whole', 'heads']),
  changes: z.array(z.strictObject({ hash, header, content })).max(20_000),
  approvals: z.array(z.strictObject({ hash, header })).max(100),
});
const kind = { format: 'rapporteur-signed-minutes', purpose: 'minutes-record', statement } as const;

export interface RecordInput extends Omit<PrintedRecord, 'changes' | 'approvals' | 'chain'> {
  readonly history: History;
  /** The fold that was printed. */
  readonly state: RecordState;
  /** The hashes of the approvals of exactly this frontier. */
  readonly approvedBy: readonly ChangeHash[];
}

/** Characters of JSON that the chain may take: with contents, then without, then only its heads. */
const chainLimit = 1_000_000;

/** Makes and signs the record of an export. Needs `cryptoReady`. */
export function signRecord({ history, state, approvedBy, ...input }: RecordInput, key: SignSecretKey): Uint8Array {
  const approvals = approvedBy.flatMap((one) => history.get(one) ?? []).map((change) => ({ hash: change.hash, header: change.header }));
  const printed = { ...input, ...chainOf(history, state, input), approvals };
  return signFile(kind, printed, key);
}

function chainOf(history: History, state: RecordState, input: Pick<PrintedRecord, 'frontier' | 'text'>): Pick<PrintedRecord, 'chain' | 'changes'> {
  const covered = ancestorsOf(history, input.frontier);
  const changes = [...history.values()].filter((change) => covered.has(change.hash));
  const onPage = withoutLayout(input.text);
  const full = changes.map((change) => travelling(change, state, onPage));
  // Parts of a history may still be under way from another device.
  const chain = changes.every((change) => change.header.parents.every((parent) => covered.has(parent))) ? 'whole' : 'heads';
  if (fits(full)) return { chain, changes: full };
  const bare = changes.map(withoutContent);
  if (fits(bare)) return { chain, changes: bare };
  return { chain: 'heads', changes: bare.filter((change) => input.frontier.includes(change.hash)) };
}

function fits(changes: readonly TravellingChange[]): boolean {
  return JSON.stringify(changes).length <= chainLimit;
}

function withoutContent(change: Change): TravellingChange {
  return { hash: change.hash, header: change.header, content: 'left-out' };
}

/** With its content only when all that it wrote is still there, and what is printed of it is on the page. */
function travelling(change: Change, state: RecordState, onPage: string): TravellingChange {
  if (change.content === 'erased') return withoutContent(change);
  const goes = Object.entries(change.content.fields).every(([path, value]) => {
    if (path === 'safeguards') return false;
    if (state.fields.get(path)?.shown.change !== change.hash) return !holdsText(value);
    return isOnPage(path, value, onPage);
  });
  return goes ? { hash: change.hash, header: change.header, content: change.content } : withoutContent(change);
}

function holdsText(value: unknown): boolean {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsText);
}

const printedPath = /^(title|(agenda|annexes)\.[^.]+\.title|lines\.[^.]+\.text|corrections\.[^.]+\.(passage|wording|reason))$/;

/** Titles and lines stand on the page as they were written; of other fields nothing is asked. */
function isOnPage(path: string, value: unknown, onPage: string): boolean {
  return !printedPath.test(path) || typeof value !== 'string' || onPage.includes(withoutLayout(printable(value)));
}

/**
 * Whether a record is what its signer signed: the signature, the chain (every hash, every parent up
 * to the frontier), the contents that travel against their commitments and against the printed
 * text, and every approval. `signKeyOf` knows the devices of the organisation and one's own; a
 * signer it does not know gives `unknown-signer`. Never throws. Needs `cryptoReady`.
 */
export function verifyRecord(
  bytes: Uint8Array,
  signKeyOf: (device: DeviceId) => Uint8Array | null,
): Result<PrintedRecord, RecordFailure> {
  const opened = openSignedFile(kind, bytes, signKeyOf);
  if (!opened.ok) return opened;
  const record = opened.value as unknown as PrintedRecord;
  return isWhole(record) ? ok(record) : failed('altered');
}

function isWhole(record: PrintedRecord): boolean {
  const known = new Set<string>(record.changes.map((change) => change.hash));
  const onPage = withoutLayout(record.text);
  return (
    record.frontier.every((head) => known.has(head)) &&
    record.changes.every((change) => isOf(record, change) && isLinked(record, change, known) && isContentSound(change, onPage)) &&
    record.approvals.every((approval) => isOf(record, approval) && isApprovedRightly(approval.header, record.frontier))
  );
}

function isOf(record: PrintedRecord, change: Pick<Change, 'hash' | 'header'>): boolean {
  return change.header.record === record.record && canonicalHash(change.header) === change.hash;
}

function isLinked(record: PrintedRecord, { header: { parents } }: TravellingChange, known: ReadonlySet<string>): boolean {
  return record.chain === 'heads' || parents.every((parent) => known.has(parent));
}

function isContentSound({ header: { commitment }, content: fields }: TravellingChange, onPage: string): boolean {
  if (fields === 'left-out') return true;
  return canonicalHash(fields) === commitment && Object.entries(fields.fields).every(([path, value]) => isOnPage(path, value, onPage));
}

/** A device's id is its public key in base64url, so an approval is checked against the id alone. */
function isApprovedRightly(header: ChangeHeader, frontier: readonly ChangeHash[]): boolean {
  const approval = approvalStatement(header);
  if (approval === null || header.approval === undefined) return false;
  const isOfThis = approval.frontier.length === frontier.length && approval.frontier.every((head) => frontier.includes(head));
  return isOfThis && verifyApproval(approval, header.approval.signature, keyBytes(header.device));
}
