import type { RecordValue } from '../../../../core/records/kinds.ts';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { Section } from '../../kit/section.tsx';
import { today } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

const Field = fieldFor('subject');
type Schema = RecordValue<'subject'>['schema'];
type Detail = 'particulars' | 'place' | 'day' | 'countries';

/** What a schema calls for beside a name, numbers and a description. A person has birth and gender of their own. */
const calledFor: Readonly<Record<Schema, readonly Detail[]>> = {
  Person: ['countries', 'place', 'particulars'],
  Organization: ['countries', 'place', 'particulars'],
  Company: ['countries', 'place', 'particulars'],
  PublicBody: ['countries', 'place'],
  Vehicle: ['countries', 'particulars'],
  Vessel: ['countries', 'particulars', 'place'],
  Airplane: ['countries', 'particulars', 'place'],
  PhoneNumber: ['countries', 'particulars'],
  Identification: ['countries', 'day', 'particulars'],
  Firearm: ['countries', 'particulars', 'place'],
  BankAccount: ['countries', 'particulars'],
  CryptoWallet: ['particulars'],
  Address: ['countries', 'place'],
  Event: ['day', 'place', 'countries'],
  RealEstate: ['countries', 'place', 'particulars'],
  UserAccount: ['particulars'],
};
const hasParticularsWords = new Set<string>(['Person', 'Vehicle', 'Firearm', 'PhoneNumber', 'Identification', 'BankAccount']);
/** What is kept under its number rather than under aliases. */
const withoutAliases = new Set<Schema>(['PhoneNumber', 'Identification', 'BankAccount', 'CryptoWallet', 'Address']);

export function SubjectFields({ editing }: { editing: RecordEditing<'subject'> }) {
  const say = useWords('subjects');
  const words = useKindWords('subject');
  const schema = editing.form.watch('schema');
  const details = [...calledFor[schema], ...filledBesides(editing, calledFor[schema])];
  const particulars = hasParticularsWords.has(schema) ? say(`particulars.${schema as 'Person'}`) : undefined;
  const isPerson = schema === 'Person';
  return (
    <>
      <FormFields>
        <FormColumns>
          <Field name="schema" />
          <Field name="name" autoFocus={editing.record === null} />
        </FormColumns>
        {withoutAliases.has(schema) ? null : <Field name="aliases" />}
        {isPerson ? (
          <FormColumns>
            <Field name="birthDate" />
            <Field name="birthPlace" />
            <Field name="gender" />
          </FormColumns>
        ) : null}
        <FormColumns>
          {details.map((name) => (
            <Field key={name} name={name} {...(name === 'particulars' && particulars !== undefined ? { help: particulars } : {})} />
          ))}
        </FormColumns>
        <Field name="description" />
        <FormColumns>
          <Field name="case" />
          <Field name="otherCases" />
          <Field name="jwg" />
        </FormColumns>
      </FormFields>
      <Section title={words.list('identifiers').many}>
        <Field name="identifiers" parts={['type', 'value', 'country', 'remark']} plain />
      </Section>
      {isPerson ? (
        <Section title={words.list('categories').many}>
          <Field name="categories" parts={['category', 'ground', 'on', 'by']} begin={{ on: today() }} plain />
        </Section>
      ) : null}
      <Section title={words.list('statements').many}>
        <Field name="statements" parts={['nature', 'text', 'source', 'on', 'evaluation', 'record']} begin={{ on: today() }} plain />
      </Section>
      <Section title={say('use')}>
        <FormFields>
          <FormColumns>
            <Field name="useStatus" />
            <Field name="obtainedUnder" />
            <Field name="reviewBy" />
          </FormColumns>
          <Field name="useLimits" />
        </FormFields>
      </Section>
    </>
  );
}

/** What was written while it was something else stays in sight, so that nothing is kept unseen. */
function filledBesides({ form }: RecordEditing<'subject'>, called: readonly Detail[]): readonly Detail[] {
  const value = form.getValues();
  const isFilled = (name: Detail) => (name === 'countries' ? value.countries.length > 0 : (value[name] ?? '') !== '');
  return (['countries', 'day', 'place', 'particulars'] as const).filter((name) => !called.includes(name) && isFilled(name));
}
