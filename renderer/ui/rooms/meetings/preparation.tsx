import type { UseFormReturn } from 'react-hook-form';
import type { MarkingId, RecordId } from '../../../../core/ids.ts';
import { projects } from '../../../../core/records/projects.ts';
import { AttachmentsSection } from '../../attachments/attachments-section.tsx';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { DayField } from '../../kit/day-field.tsx';
import { CaseField } from '../../kit/case-select.tsx';
import { SelectField, SuggestField, TextField } from '../../kit/fields.tsx';
import { useSuggestions } from '../../kit/suggestions.ts';
import { useGoToMistake } from '../../kit/first-mistake.ts';
import { DraftedForField } from '../../kit/drafted-for-field.tsx';
import { MarkingPicker } from '../../kit/marking-picker.tsx';
import { TimeField } from '../../kit/time-field.tsx';
import { useWords } from '../../words/words.ts';
import { AgendaTable } from './agenda-table.tsx';
import { AttendanceTable } from './attendance-table.tsx';
import { DistributionList } from './distribution-list.tsx';
import type { MeetingForm } from './meeting-form.ts';
import { SeriesField } from './series-field.tsx';
import classes from './meetings.module.css';

export interface PreparationProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly record: RecordId | null;
  /** Somebody tried to save: what is missing is marked. */
  readonly attempted: boolean;
  readonly level: MarkingId;
  readonly onLevel: (level: MarkingId) => void;
  readonly atLeast: MarkingId | undefined;
  readonly onFromFile?: () => void;
  readonly onInvite?: () => void;
}

const languages = ['en', 'fr', 'sq', 'bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'mk', 'cnr'] as const;

/** What a meeting needs before it begins: what, when, who, about what. */
export function Preparation(props: PreparationProps) {
  const say = useWords('meetings');
  const { form } = props;
  useGoToMistake(props.attempted, props.attempted);
  return (
    <div className={classes['sheet']}>
      <section aria-label={say('what')}>
        <Particulars {...props} />
      </section>
      <AgendaTable form={form} attempted={props.attempted} {...(props.onFromFile === undefined ? {} : { onFromFile: props.onFromFile })} />
      <AttendanceTable form={form} attempted={props.attempted} {...(props.onInvite === undefined ? {} : { onInvite: props.onInvite })} />
      <DistributionList form={form} />
      <AttachmentsSection kind="meeting" title={say('annexFiles')} record={props.record} level={props.level} safeguards={form.watch('safeguards')} value={form.watch('attachments')} change={(next) => form.setValue('attachments', next(form.getValues('attachments')), { shouldDirty: true })} />
      <section aria-label={say('next.title')}>
        <h2 className={classes['sectionHead']}>{say('next.title')}</h2>
        <div className={classes['threeColumns']}>
          <DayField control={form.control} name="next.day" label={say('fields.nextDay')} />
          <TimeField control={form.control} name="next.start" label={say('fields.nextStart')} />
          <TextField control={form.control} name="next.place" label={say('fields.nextPlace')} />
        </div>
      </section>
    </div>
  );
}

function Particulars({ form, level, onLevel, atLeast }: PreparationProps) {
  const say = useWords('meetings');
  const records = useWords('records');
  const { control } = form;
  const groups = useSurroundings()?.jwgs ?? [];
  const places = useSuggestions('meeting', 'place');
  return (
    <div className={classes['fields']}>
      <TextField control={control} name="title" label={say('fields.title')} required autoFocus={form.getValues('title') === ''} />
      <div className={classes['threeColumns']}>
        <DayField control={control} name="day" label={say('fields.day')} />
        <TimeField control={control} name="start" label={say('fields.start')} />
        <TimeField control={control} name="end" label={say('fields.end')} />
      </div>
      <div className={classes['twoColumns']}>
        <SuggestField control={control} name="place" label={say('fields.place')} suggestions={places} />
        <TextField control={control} name="reference" label={say('fields.reference')} />
        <SelectField control={control} name="jwg" label={say('fields.jwg')} clearable choices={groups.map((one) => ({ value: one.id, label: one.name }))} />
        <CaseField control={control} name="case" label={say('fields.case')} />
        <SeriesField form={form} />
        <SelectField control={control} name="project" label={records('fields.project')} help={say('fields.projectHelp')} clearable choices={projects.map((one) => ({ value: one, label: records(`projects.${one}`) }))} />
        <SelectField control={control} name="language" label={say('fields.language')} choices={languages.map((one) => ({ value: one, label: say(`languages.${one}`) }))} />
      </div>
      <DraftedForField control={control} name="draftedFor" jwg={form.watch('jwg')} />
      <MarkingPicker level={level} onChange={onLevel} {...(atLeast === undefined ? {} : { atLeast })} />
    </div>
  );
}
