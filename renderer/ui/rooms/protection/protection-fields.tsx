import { Notice } from '../../kit/notice.tsx';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { Section } from '../../kit/section.tsx';
import { today } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

const Field = fieldFor('protection');

/** What must not be written first; then how the person is called, who protects them, and what holds for them. */
export function ProtectionFields({ editing }: { editing: RecordEditing<'protection'> }) {
  const say = useWords('protection');
  const words = useKindWords('protection');
  return (
    <>
      <Notice>{say('never')}</Notice>
      <FormFields>
        <Field name="codeName" autoFocus={editing.record === null} />
        <FormColumns>
          <Field name="unit" />
          <Field name="unitReference" />
        </FormColumns>
        <FormColumns>
          <Field name="country" />
          <Field name="stage" />
          <Field name="case" />
        </FormColumns>
        <FormColumns>
          <Field name="jwg" />
          <Field name="reviewBy" />
        </FormColumns>
        <Field name="guarantees" rows={3} />
      </FormFields>
      <Section title={words.list('measures').many} count={editing.form.watch('measures').length}>
        <Field name="measures" parts={['what', 'by', 'from', 'until', 'remark']} begin={{ from: today() }} plain />
      </Section>
      <Section title={words.list('contacts').many} count={editing.form.watch('contacts').length}>
        <Field name="contacts" parts={['name', 'role', 'number', 'contact']} plain />
      </Section>
      <Section title={words.list('told').many} count={editing.form.watch('told').length}>
        <p>{say('toldAbout')}</p>
        <Field name="told" parts={['name', 'why', 'on', 'by']} begin={{ on: today() }} plain />
      </Section>
    </>
  );
}
