import type { PersonId } from '../../../core/ids.ts';
import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import { shownValues } from '../../../core/ledger/fold.ts';
import { sameValue } from '../../../core/ledger/field-value.ts';
import { staysBesideApproved, withdrawsOnlyOwn } from '../../../core/meetings/corrections.ts';
import { fieldsChanged, fromFields } from '../../../core/records/fields.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import type { ShownRecord } from './shown-record.ts';

type Fields = Readonly<Record<FieldPath, FieldValue>>;

/** What an amendment writes: what differs from the signed text and does not stand in an earlier amendment already. */
export function amendedFields<Kind extends RecordKind>(kind: Kind, before: ShownRecord<Kind>, checked: RecordValue<Kind>): Fields {
  const standing = new Map(shownValues(before.whole));
  const changed = Object.entries(fieldsChanged(kind, before.value, checked));
  return Object.fromEntries(changed.filter(([path, value]) => !standing.has(path) || !sameValue(standing.get(path) ?? null, value)));
}

/** Whether a locked record takes these fields from this person. Approved minutes keep their text: they are corrected beside it. */
export function mayAmend(before: ShownRecord, fields: Fields, person: PersonId): boolean {
  if (before.whole.kind !== 'meeting') return true;
  const { value } = fromFields('meeting', shownValues(before.whole));
  return staysBesideApproved(Object.keys(fields), value.corrections) && withdrawsOnlyOwn(fields, before.whole.fields, person);
}
