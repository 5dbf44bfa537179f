import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { Section } from '../../kit/section.tsx';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

const Field = fieldFor('indicator');

/** The indicators of both projects: what is counted towards which target. */
export function IndicatorsRoom() {
  return (
    <RecordRoom
      kind="indicator"
      list={{
        columns: ['measure', 'resultLevel', 'target', 'unit'],
        facets: ['project', 'resultLevel', 'measure', 'jwg'],
        sort: { by: 'code' },
        group: 'project',
        groups: ['resultLevel'],
        bulk: ['project', 'resultLevel', 'result', 'jwg', 'baselineOn', 'targetOn'],
        aside: codeAside,
      }}
      page={{ Fields: IndicatorFields, HeadFacts: IndicatorFacts }}
    />
  );
}

function codeAside({ value }: RecordRow<'indicator'>) {
  return value.code ?? '';
}

function IndicatorFacts({ value }: { value: RecordValue<'indicator'> }) {
  const words = useKindWords('indicator');
  return joined(value.code, value.project === null ? '' : words.choice('project', value.project), words.choice('resultLevel', value.resultLevel), words.choice('measure', value.measure));
}

const ofActivities: ReadonlySet<string> = new Set(['activities', 'hours', 'participants']);
const ofRequests: ReadonlySet<string> = new Set(['requests-sent', 'requests-answered']);

/** What it is, what is counted for it, and where it goes from where. */
function IndicatorFields({ editing }: { editing: RecordEditing<'indicator'> }) {
  const say = useWords('indicators');
  return (
    <>
      <FormFields>
        <Field name="title" autoFocus={editing.record === null} />
        <FormColumns>
          <Field name="project" />
          <Field name="code" />
          <Field name="resultLevel" />
        </FormColumns>
        <Field name="result" />
      </FormFields>
      <Section title={say('counted')}>
        <WhatCounts measure={editing.form.watch('measure')} />
      </Section>
      <Section title={say('way')}>
        <FormFields>
          <FormColumns>
            <Field name="baseline" />
            <Field name="baselineOn" />
          </FormColumns>
          <FormColumns>
            <Field name="target" />
            <Field name="targetOn" />
          </FormColumns>
          <Field name="verification" rows={2} />
          <Field name="assumptions" rows={2} />
        </FormFields>
      </Section>
    </>
  );
}

/** What is narrowed follows from what is counted; what is read by hand has its readings. */
function WhatCounts({ measure }: { measure: RecordValue<'indicator'>['measure'] }) {
  return (
    <FormFields>
      <FormColumns>
        <Field name="measure" />
        <Field name="unit" />
      </FormColumns>
      {measure === 'by-hand' ? <Field name="readings" parts={['on', 'reading', 'source']} /> : (
        <>
          {ofActivities.has(measure) ? <Field name="types" /> : null}
          {ofRequests.has(measure) ? <Field name="instruments" /> : null}
          <Field name="countries" />
          <Field name="crimeAreas" />
          <FormColumns>
            <Field name="ofGroup" />
            <Field name="disaggregation" />
          </FormColumns>
        </>
      )}
    </FormFields>
  );
}
