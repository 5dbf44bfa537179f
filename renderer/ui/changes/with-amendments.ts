import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import { fromFields, toFields } from '../../../core/records/fields.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import type { RecordView } from '../../engine/api.ts';

/** A locked record shows what was signed; this is what it says with everything that was amended since. */
export function withAmendments<Kind extends RecordKind>(view: Pick<RecordView<Kind>, 'kind' | 'value' | 'amendments'>): RecordValue<Kind> {
  if (view.amendments.length === 0) return view.value;
  const fields = new Map<FieldPath, FieldValue>(Object.entries(toFields(view.kind, view.value)));
  for (const amendment of view.amendments) {
    for (const { field, after } of amendment.fields) fields.set(field, after);
  }
  return fromFields(view.kind, fields).value;
}
