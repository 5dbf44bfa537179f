import { fieldsOf, natureOf } from '../../../../core/records/field-nature.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { hasInput } from '../record-fields/field-inputs.tsx';
import { FormFields } from '../record-fields/form-grid.tsx';
import { RecordField } from '../record-fields/record-field.tsx';

const common = new Set(['case', 'jwg', 'safeguards', 'attachments']);

/** The fields of a kind whose room has no form of its own: all of them, in the order of the schema. */
export function PlainFields({ kind, isNew }: { kind: RecordKind; isNew: boolean }) {
  const names = fieldsOf(kind).filter((name) => {
    const nature = natureOf(kind, name);
    return !common.has(name) && nature !== null && (nature.type === 'items' || hasInput(nature));
  });
  return (
    <FormFields>
      {names.map((name, at) => (
        <RecordField key={name} name={name} autoFocus={isNew && at === 0} />
      ))}
    </FormFields>
  );
}
