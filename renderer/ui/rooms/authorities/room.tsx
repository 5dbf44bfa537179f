import type { RecordValue } from '../../../../core/records/kinds.ts';
import { countryName } from '../../kit/country-name.ts';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { useKindWords } from '../../words/kind-words.ts';

const Field = fieldFor('authority');

/** Authorities, services and offices: who answers, whoever sits at the desk. */
export function AuthoritiesRoom() {
  return (
    <RecordRoom
      kind="authority"
      list={{ columns: ['country', 'type', 'city'], facets: ['country', 'type', 'crimeAreas'], group: 'country', bulk: ['type', 'country', 'case', 'jwg'] }}
      page={{ Fields: AuthorityFields, HeadFacts: AuthorityFacts, readFirst: true }}
    />
  );
}

function AuthorityFields() {
  return (
    <FormFields>
      <Field name="name" autoFocus />
      <FormColumns>
        <Field name="shortName" />
        <Field name="type" />
      </FormColumns>
      <FormColumns>
        <Field name="country" />
        <Field name="city" />
      </FormColumns>
      <Field name="parent" />
      <FormColumns>
        <Field name="phone" />
        <Field name="email" />
        <Field name="website" />
      </FormColumns>
      <Field name="address" />
      <FormColumns>
        <Field name="languages" />
        <Field name="crimeAreas" />
      </FormColumns>
      <Field name="memberships" />
      <Field name="remarks" />
    </FormFields>
  );
}

function AuthorityFacts({ value }: { value: RecordValue<'authority'> }) {
  const words = useKindWords('authority');
  return [words.choice('type', value.type), value.city, value.country === null ? '' : countryName(value.country)].filter((one) => one !== '').join(' · ');
}
