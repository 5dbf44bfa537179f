import type { MarkingId } from '../../../../core/ids.ts';
import { casePhases } from '../../../../core/records/case.ts';
import { projects } from '../../../../core/records/projects.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { CountriesField } from '../../kit/country-field.tsx';
import { DayField } from '../../kit/day-field.tsx';
import { useSuggestions } from '../../kit/suggestions.ts';
import { ParagraphField, SelectField, SuggestField, TextField } from '../../kit/fields.tsx';
import { MarkingPicker } from '../../kit/marking-picker.tsx';
import { RecordFormProvider } from '../../kit/record-fields/form-context.tsx';
import { FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { AnyForm } from '../../kit/record-page/record-form.ts';
import { Section } from '../../kit/section.tsx';
import { safeguardsForm, type Problems } from '../../safeguards/safeguards-form.ts';
import { SafeguardsSection } from '../../safeguards/safeguards-section.tsx';
import { useWords } from '../../words/words.ts';
import { useKindWords } from '../../words/kind-words.ts';
import type { CaseFormHandle } from './case-editor.tsx';
import type { CaseForm } from './case-form.ts';
import { CrimeAreasField } from './crime-areas-field.tsx';
import { NationalReferences } from './national-references.tsx';
import classes from './cases.module.css';

const Field = fieldFor('case');

export interface CaseFieldsProps {
  readonly form: CaseFormHandle;
  readonly level: MarkingId;
  readonly onLevel: (level: MarkingId) => void;
  readonly atLeast: MarkingId | null;
  readonly problems: Problems;
}

/** Everything a case says of itself, in the order in which it is usually known. */
export function CaseFields({ form, level, onLevel, atLeast, problems }: CaseFieldsProps) {
  const say = useWords('cases');
  const records = useWords('records');
  const { control } = form;
  const groups = useSurroundings()?.jwgs ?? [];
  const leads = useSuggestions('case', 'lead');
  const words = useKindWords('case');
  const [jwg, safeguards, phase] = form.watch(['jwg', 'safeguards', 'phase']);
  return (
    <div className={classes['fields']}>
      <TextField control={control} name="title" label={say('fields.title')} required autoFocus={form.getValues('title') === ''} />
      <MarkingPicker level={level} onChange={onLevel} {...(atLeast === null ? {} : { atLeast })} />
      <div className={classes['columns']}>
        <SelectField control={control} name="jwg" label={say('fields.jwg')} help={say('fields.jwgHelp')} clearable choices={groups.map((one) => ({ value: one.id, label: one.name }))} />
        <TextField control={control} name="reference" label={say('fields.reference')} help={say('fields.referenceHelp')} />
      </div>
      <CountriesField control={control} name="countries" label={say('fields.countries')} />
      <CrimeAreasField form={form} />
      <div className={classes['columns']}>
        <SelectField control={control} name="phase" label={say('fields.phase')} choices={casePhases.map((one) => ({ value: one, label: records(`phases.${one}`) }))} />
        <DayField control={control} name="opened" label={say('fields.opened')} />
        <SelectField control={control} name="project" label={records('fields.project')} help={say('fields.projectHelp')} clearable choices={projects.map((one) => ({ value: one, label: records(`projects.${one}`) }))} />
      </div>
      <div className={classes['columns']}>
        <SuggestField control={control} name="lead" label={say('fields.lead')} help={say('fields.leadHelp')} suggestions={leads} />
        <TextField control={control} name="jit" label={say('fields.jit')} help={say('fields.jitHelp')} />
      </div>
      <ParagraphField control={control} name="summary" label={say('fields.summary')} rows={5} />
      <NationalReferences form={form} />
      <RecordFormProvider kind="case" form={form as unknown as AnyForm} level={level}>
        <Section title={words.list('team').many}>
          <Field name="team" parts={['name', 'role', 'country', 'contact']} plain />
        </Section>
        {phase === 'closed' ? <ClosingFields /> : null}
      </RecordFormProvider>
      <SafeguardsSection
        value={safeguardsForm(safeguards)}
        jwg={(jwg ?? null) as CaseForm['jwg']}
        problems={problems}
        onChange={(next) => form.setValue('safeguards', next, { shouldDirty: true })}
      />
    </div>
  );
}

/** What is asked of a case that is closed. */
function ClosingFields() {
  const say = useWords('cases');
  return (
    <Section title={say('closing.heading')}>
      <FormFields>
        <Field name="outcome" rows={3} />
        <Field name="achieved" rows={3} />
        <Field name="staysOpen" rows={3} />
        <Field name="closed" />
      </FormFields>
    </Section>
  );
}
