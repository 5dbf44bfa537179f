import type { NotSent } from '../../../core/cooperation/who-sends.ts';
import { randomId } from '../../../core/crypto/sodium.ts';
import type { MarkingId, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { makeChange } from '../../../core/ledger/make-change.ts';
import { fieldsChanged } from '../../../core/records/fields.ts';
import type { RecordInput, RecordKind } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { SaveFailure } from '../api.ts';
import type { Identity } from '../vault/identity.ts';
import type { Ledger } from './ledger.ts';
import { checkedValue, levelWithParts, writingFailure, type WritingRules } from './save-rules.ts';

/** A record to be made, of whatever kind; under an id of the caller's where others point to it. `final`: signed and locked as it is made. */
export type NewRecord = { readonly [Kind in RecordKind]: { readonly kind: Kind; readonly value: RecordInput<Kind>; readonly level: MarkingId; readonly record?: RecordId; readonly final?: true } }[RecordKind];

export type CreateAllFailure = Exclude<SaveFailure, NotSent | 'cannot-lower' | 'locked-record' | 'not-found'>;
export type CreateAll = (records: readonly NewRecord[]) => Promise<Result<readonly RecordId[], CreateAllFailure>>;

export interface CreateAllParts extends WritingRules {
  readonly ledger: Ledger;
  readonly identity: Pick<Identity, 'person' | 'device' | 'deviceKeys'>;
}

/**
 * Makes many new records in one transaction: all of them are there durably, or none. The first that
 * may not be written refuses the whole; `facts.index` says which.
 */
export function createAll(parts: CreateAllParts): CreateAll {
  return (records) =>
    parts.ledger.exclusively(async () => {
      const changes: Change[] = [];
      for (const [index, record] of records.entries()) {
        const change = firstChange(parts, record);
        if (!change.ok) return failed(change.failure.code, { ...change.failure.facts, index });
        changes.push(change.value);
        if (record.final !== true) continue;
        const signature = finalising(parts, change.value);
        if (!signature.ok) return failed(signature.failure.code, { ...signature.failure.facts, index });
        changes.push(signature.value);
      }
      const kept = await parts.ledger.keep({ changes, own: true });
      return kept.ok ? ok(changes.filter(({ header }) => header.act === 'edit').map(({ header }) => header.record)) : kept;
    });
}

function firstChange(parts: CreateAllParts, { kind, value, level: asked, record = randomId<RecordId>() }: NewRecord): Result<Change, CreateAllFailure> {
  const checked = checkedValue(kind, value);
  if (!checked.ok) return checked;
  const level = levelWithParts(parts.scheme(), asked, checked.value);
  const refused = writingFailure(parts, level, null, checked.value);
  // A record that is not there yet has no level to be lowered from.
  if (refused !== null) return failed(refused === 'cannot-lower' ? 'not-valid' : refused);
  const { person: author, device } = parts.identity;
  const fields = fieldsChanged(kind, null, checked.value);
  return makeChange({ author, device, record, kind, level, act: 'edit', parents: [], fields }, parts.ledger.nextTime());
}

/** What locks a record in the transaction that makes it. */
function finalising({ identity, ledger }: CreateAllParts, { hash, header }: Change): Result<Change, 'too-large'> {
  const { author, device, record, kind, level } = header;
  return makeChange({ author, device, record, kind, level, act: 'finalise', parents: [hash], frontier: [hash], signWith: identity.deviceKeys.secretKey }, ledger.nextTime());
}
