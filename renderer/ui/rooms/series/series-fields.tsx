import { Button } from '@mantine/core';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { inOrder, withItemAt, withItemBack, withItemChanged, withoutItem } from '../../kit/keyed-items.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { Section } from '../../kit/section.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { PeopleList } from '../../people/people-list.tsx';
import { useKindWords } from '../../words/kind-words.ts';

type Editing = RecordEditing<'series'>;
type Participant = RecordValue<'series'>['participants'][number];

const Field = fieldFor('series');
const someone: Omit<Participant, 'key' | 'order'> = { name: '', contact: null, institution: '', country: null, role: 'participant' };

/** What each meeting of the series begins with. */
export function SeriesFields({ editing }: { editing: Editing }) {
  const words = useKindWords('series');
  return (
    <>
      <FormFields>
        <Field name="title" autoFocus={editing.record === null} />
        <FormColumns>
          <Field name="frequency" />
          <Field name="start" />
        </FormColumns>
        <FormColumns>
          <Field name="place" />
          <Field name="language" />
        </FormColumns>
        <Field name="purpose" />
      </FormFields>
      <Section title={words.list('agenda').many}>
        <Field name="agenda" parts={['title', 'minutes']} plain />
      </Section>
      <Section title={words.list('participants').many}>
        <Participants editing={editing} />
      </Section>
      <FormFields>
        <Field name="ended" />
      </FormFields>
    </>
  );
}

function Participants({ editing: { form } }: { editing: Editing }) {
  const { add, none, removed } = useKindWords('series').list('participants');
  const people = inOrder(form.watch('participants'));
  const put = (next: readonly Participant[]) => form.setValue('participants', [...next], { shouldDirty: true });
  const remove = (one: Participant) => {
    put(withoutItem(people, one.key));
    offerUndo(removed, () => put(withItemBack(form.getValues('participants'), one)));
  };
  return (
    <>
      {people.length === 0 ? <p>{none}</p> : null}
      <PeopleList
        people={people}
        isWrong={(one) => one.name.trim() === '' && form.formState.errors.participants !== undefined}
        onChange={(key, change) => put(withItemChanged<Participant>(people, key, change))}
        onNext={() => put(withItemAt(people, someone))}
        onRemove={remove}
      />
      <Button onClick={() => put(withItemAt(people, someone))}>{add}</Button>
    </>
  );
}
