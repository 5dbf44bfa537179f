import { firstEnd } from '../../../../core/proceedings/clocks.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useNamed } from '../../engine-client/titles.ts';
import { countryName } from '../../kit/country-name.ts';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { Section } from '../../kit/section.tsx';
import { daysBetween, nearDayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { PhaseAct } from './phase-act.tsx';

const Field = fieldFor('proceedings');
/** Days before its end from which a clock is shown in the colour of loss. */
const pressing = 7;

/** What cases are in each country, and what runs out in them. */
export function ProceedingsRoom() {
  return (
    <RecordRoom
      kind="proceedings"
      list={{
        columns: ['country', 'authority', 'case'],
        facets: ['country', 'phase', 'case'],
        group: 'country',
        bulk: ['phase', 'prosecutor', 'case', 'jwg'],
        aside: endAside,
        isUrgent: (row) => leftOf(row) <= pressing,
      }}
      page={{ Fields: ProceedingsFields, HeadFacts: ProceedingsFacts, EditActs: PhaseAct, without: ['case', 'jwg'] }}
    />
  );
}

function leftOf({ value }: RecordRow<'proceedings'>): number {
  const end = firstEnd(value.clocks ?? []);
  return end === null ? Number.POSITIVE_INFINITY : daysBetween(today(), end);
}

function endAside({ value }: RecordRow<'proceedings'>) {
  const end = firstEnd(value.clocks ?? []);
  return end === null ? null : nearDayInWords(end);
}

function ProceedingsFacts({ value }: { value: RecordValue<'proceedings'> }) {
  const words = useKindWords('proceedings');
  const named = useNamed();
  return joined(
    value.country === null ? '' : countryName(value.country),
    value.authority,
    words.choice('phase', value.phase),
    value.case === null ? '' : (named(value.case)?.title ?? ''),
  );
}

function ProceedingsFields({ editing }: { editing: RecordEditing<'proceedings'> }) {
  const words = useKindWords('proceedings');
  const inCountry = editing.form.watch('country');
  return (
    <>
      <FormFields>
        <FormColumns>
          <Field name="case" autoFocus={editing.record === null} />
          <Field name="jwg" />
        </FormColumns>
        <FormColumns>
          <Field name="country" />
          <Field name="fileNumber" />
          <Field name="phase" />
        </FormColumns>
        <FormColumns>
          <Field name="authority" />
          <Field name="authorityRecord" />
        </FormColumns>
        <FormColumns>
          <Field name="prosecutor" />
          <Field name="prosecutorContact" />
          <Field name="police" />
        </FormColumns>
        <Field name="offences" />
        <FormColumns>
          <Field name="opened" />
          <Field name="closed" />
        </FormColumns>
        <Field name="outcome" />
      </FormFields>
      <Section title={words.list('clocks').many} count={editing.form.watch('clocks').length}>
        <Field name="clocks" parts={['type', 'about', 'begins', 'ends', 'state', 'basis', 'who', 'contact', 'remark']} begin={{ begins: today() }} plain />
      </Section>
      <Section title={words.list('phases').many}>
        <Field name="phases" parts={['phase', 'on', 'remark']} plain />
      </Section>
      {inCountry === null ? null : (
        <Section title={words.list('disclosure').many}>
          <Field name="disclosure" plain />
        </Section>
      )}
    </>
  );
}
