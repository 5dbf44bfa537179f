import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { ProbablyKnown } from './probably-known.tsx';

const Field = fieldFor('contact');

/** Who, where, for what, and how to reach them. */
export function ContactFields({ editing }: { editing: RecordEditing<'contact'> }) {
  return (
    <FormFields>
      <Field name="name" autoFocus={editing.record === null} />
      <ProbablyKnown editing={editing} />
      <FormColumns>
        <Field name="role" />
        <Field name="institution" />
        <Field name="country" />
      </FormColumns>
      <Field name="numbers" parts={['type', 'number', 'remark']} />
      <Field name="emails" parts={['type', 'address']} />
      <FormColumns>
        <Field name="languages" />
        <Field name="crimeAreas" />
      </FormColumns>
      <Field name="memberships" parts={['network', 'role', 'from', 'until']} />
      <Field name="reaching" />
      <FormColumns>
        <Field name="authority" />
        <Field name="salutation" />
        <Field name="sortName" />
      </FormColumns>
      <Field name="address" />
      <Field name="remarks" />
      <Field name="active" />
    </FormFields>
  );
}
