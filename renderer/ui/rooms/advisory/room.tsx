import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useNamed } from '../../engine-client/titles.ts';
import { countryName } from '../../kit/country-name.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { Section } from '../../kit/section.tsx';
import { nearDayInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

const Field = fieldFor('activity');

/** What one did for counterparts, month by month: written down in ten seconds, counted in the report. */
export function AdvisoryRoom() {
  return (
    <RecordRoom
      kind="activity"
      list={{
        columns: ['type', 'country', 'hours', 'counterpart'],
        facets: ['type', 'country', 'crimeAreas', 'project', 'jwg'],
        sort: { by: 'day', descending: true },
        group: { by: 'day', as: 'month', descending: true },
        groups: ['country', 'type', 'project'],
        bulk: ['type', 'project', 'country', 'case', 'jwg'],
        aside: dayAside,
      }}
      page={{ Fields: ActivityFields, HeadFacts: ActivityFacts, without: ['case', 'jwg'] }}
    />
  );
}

function dayAside({ value: { day } }: RecordRow<'activity'>) {
  return day === null || day === undefined ? null : nearDayInWords(day);
}

function ActivityFacts({ value }: { value: RecordValue<'activity'> }) {
  const words = useKindWords('activity');
  return joined(words.choice('type', value.type), value.counterpart, value.country === null ? '' : countryName(value.country));
}

/** What the ten seconds are for stands first; the rest is for whoever has a minute. */
function ActivityFields({ editing }: { editing: RecordEditing<'activity'> }) {
  const say = useWords('advisory');
  return (
    <>
      <FormFields>
        <Origin origin={editing.form.watch('origin')} />
        <Field name="title" autoFocus={editing.record === null} />
        <FormColumns>
          <Field name="counterpart" />
          <Field name="hours" />
          <Field name="day" />
        </FormColumns>
      </FormFields>
      <Section title={say('counted')}>
        <FormFields>
          <FormColumns>
            <Field name="type" />
            <Field name="country" />
            <Field name="project" />
          </FormColumns>
          <Field name="crimeAreas" />
          <FormColumns>
            <Field name="case" />
            <Field name="jwg" />
          </FormColumns>
          <FormColumns>
            <Field name="women" />
            <Field name="men" />
          </FormColumns>
        </FormFields>
      </Section>
      <Section title={say('more')}>
        <FormFields>
          <FormColumns>
            <Field name="institution" />
            <Field name="counterpartContact" />
          </FormColumns>
          <Field name="result" />
        </FormFields>
      </Section>
    </>
  );
}

/** The note or meeting that it was made from, one click away. */
function Origin({ origin }: { origin: RecordId | null }) {
  const say = useWords('advisory');
  const named = useNamed();
  const from = origin === null ? null : named(origin);
  if (from === null || from === undefined) return null;
  return <p>{say('from')} <Link href={pathOfRecord(from.kind, from.record)}>{from.title === '' ? say('itsOrigin') : from.title}</Link></p>;
}
