import { useEffect } from 'react';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { Section } from '../../kit/section.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { ProfilePart } from './profile-part.tsx';
import classes from './groups.module.css';

const Field = fieldFor('jwg');

/** What members may write of their group. What the signed profile fixes stands beneath, to be read only. */
export function GroupFields({ editing }: { editing: RecordEditing<'jwg'> }) {
  const say = useWords('groups');
  const words = useKindWords('jwg');
  const { form } = editing;
  const [jwg, title] = form.watch(['jwg', 'title']);
  const groups = useSurroundings()?.jwgs ?? [];
  const group = groups.find((one) => one.id === jwg);
  const name = group?.name;
  useEffect(() => {
    // The profile names it; the record must have a name of its own for where no profile is.
    if (name !== undefined && title.trim() === '') form.setValue('title', name, { shouldDirty: true });
  }, [name, title, form]);
  return (
    <>
      <FormFields>
        {groups.length === 0 ? null : <Field name="jwg" />}
        {group === undefined ? (
          <>
            <Field name="title" autoFocus={editing.record === null} />
            <FormColumns>
              <Field name="shortName" />
              <Field name="crimeAreas" />
            </FormColumns>
            <Field name="countries" />
          </>
        ) : (
          <p className={classes['quiet']}>{say('profile.above')}</p>
        )}
        <FormColumns>
          <Field name="rhythm" />
          <Field name="established" />
          <Field name="project" />
        </FormColumns>
        <Field name="mandate" rows={4} />
        <Field name="plan" rows={4} />
        <Field name="partners" />
        <Field name="notes" rows={6} />
      </FormFields>
      <Section title={words.list('members').many} count={form.watch('members').length}>
        <Field name="members" parts={['name', 'role', 'institution', 'country', 'contact', 'from', 'until']} plain />
      </Section>
      {group === undefined ? null : <ProfilePart group={group} />}
    </>
  );
}
