import { canonicalBytes, canonicalHash } from '../crypto/canonical.ts';
import type { SignSecretKey } from '../crypto/keys.ts';
import { randomId, sha256Hex } from '../crypto/sodium.ts';
import type { ChangeHash, DeviceId, MarkingId, PersonId, RecordId } from '../ids.ts';
import type { RecordKind } from '../records/kinds.ts';
import { failed, ok, type Result } from '../result.ts';
import { signApproval } from './approval.ts';
import type { Change, ChangeContent, ChangeHeader, FieldPath, FieldValue, HybridTime } from './change.ts';
import { isPlainJson, toFieldValue } from './field-value.ts';
import { changeLimits, isFieldPath } from './limits.ts';

interface AnyNewChange {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly author: PersonId;
  readonly device: DeviceId;
  /** The heads that the person saw; empty for a record's first change. */
  readonly parents: readonly ChangeHash[];
  readonly level: MarkingId;
}

interface NewEdit extends AnyNewChange {
  readonly act: 'edit';
  readonly fields: Readonly<Record<FieldPath, FieldValue>>;
}

interface NewApproval extends AnyNewChange {
  readonly act: 'approve' | 'finalise';
  /** Exactly the heads that were read; all of them among the parents. */
  readonly frontier: readonly ChangeHash[];
  readonly signWith: SignSecretKey;
}

interface NewMove extends AnyNewChange {
  readonly act: 'bin' | 'restore' | 'raise';
}

export type NewChange = NewEdit | NewApproval | NewMove;

/**
 * Makes a change at a reading of the device's clock (`formatTime(nextReading(…), device)`). Fails
 * when it holds more than one change may: `too-large`, with the limit in bytes. Needs `cryptoReady`.
 */
export function makeChange(input: NewChange, time: HybridTime): Result<Change, 'too-large'> {
  const content: ChangeContent = { salt: randomId(), fields: fieldsOf(input) };
  const bytes = canonicalBytes(content);
  const tooMany = Object.keys(content.fields).length > changeLimits.fields;
  // What is made here must be accepted everywhere, so nothing leaves that nobody would verify.
  const tooDeep = !isPlainJson(content.fields);
  if (tooMany || tooDeep || bytes.length > changeLimits.contentBytes) return failed('too-large', { limit: changeLimits.contentBytes });
  const header = headerOf(input, time, sha256Hex(bytes));
  return ok({ hash: canonicalHash(header) as ChangeHash, header, content });
}

function fieldsOf(input: NewChange): ChangeContent['fields'] {
  if (input.act !== 'edit') return {};
  const fields = Object.entries(input.fields);
  const stray = fields.find(([path]) => !isFieldPath(path));
  if (stray !== undefined) throw new Error('a change names a field that no record can have');
  return Object.fromEntries(fields.map(([path, value]) => [path, toFieldValue(value)]));
}

function headerOf(input: NewChange, time: HybridTime, commitment: string): ChangeHeader {
  const { record, kind, act, author, device, level } = input;
  const parents = sortedHashes(input.parents).slice(0, changeLimits.parents);
  const header: ChangeHeader = { v: 1, record, kind, act, author, device, time, parents, level, commitment };
  if (input.act !== 'approve' && input.act !== 'finalise') return header;
  const frontier = sortedHashes(input.frontier);
  if (frontier.length === 0 || !frontier.every((hash) => parents.includes(hash))) {
    throw new Error('an approval names heads that it knows');
  }
  const approval = signApproval({ v: 1, record, kind, act, author, device, time, frontier }, input.signWith);
  return { ...header, approval };
}

/**
 * Sorted and each once. Should a hostile member have split a record into more heads than a change
 * may name, the rest simply stay heads: what a person writes can be saved all the same.
 */
function sortedHashes(hashes: readonly ChangeHash[]): readonly ChangeHash[] {
  return [...new Set(hashes)].sort();
}
