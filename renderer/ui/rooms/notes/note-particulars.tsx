import type { UseFormReturn } from 'react-hook-form';
import type { MarkingId } from '../../../../core/ids.ts';
import { noteTypes } from '../../../../core/records/note.ts';
import { usePersonName } from '../../engine-client/colleagues.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { DayField } from '../../kit/day-field.tsx';
import { DraftedForField } from '../../kit/drafted-for-field.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { CaseField } from '../../kit/case-select.tsx';
import { SelectField, SuggestField } from '../../kit/fields.tsx';
import { useSuggestions } from '../../kit/suggestions.ts';
import { useNamed } from '../../engine-client/titles.ts';
import { MarkingPicker } from '../../kit/marking-picker.tsx';
import { TimeField } from '../../kit/time-field.tsx';
import { nearDayInWords } from '../../words/dates.ts';
import { languageNow } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import type { NoteForm } from './note-form.ts';
import classes from './notes.module.css';

export interface NoteParticularsProps {
  readonly form: UseFormReturn<NoteForm>;
  readonly level: MarkingId;
  readonly onLevel: (level: MarkingId) => void;
  readonly atLeast: MarkingId | null;
}

export const languages = ['en', 'fr', 'sq', 'bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'mk', 'cnr'] as const;

/** What kind of note, of what day and place, in which case: proposed, and changed when it matters. */
export function NoteParticulars({ form, level, onLevel, atLeast }: NoteParticularsProps) {
  const say = useWords('notes');
  const records = useWords('records');
  const { control } = form;
  const groups = useSurroundings()?.jwgs ?? [];
  const places = useSuggestions('note', 'place');
  const now = useParticularsInWords()(form.watch());
  return (
    <Disclosure title={say('particulars')} now={now}>
      <div className={classes['fields']}>
        <MarkingPicker level={level} onChange={onLevel} {...(atLeast === null ? {} : { atLeast })} />
        <div className={classes['columns']}>
          <SelectField control={control} name="type" label={say('fields.type')} choices={noteTypes.map((one) => ({ value: one, label: records(`noteTypes.${one}`) }))} />
          <DayField control={control} name="day" label={say('fields.day')} />
          <TimeField control={control} name="time" label={say('fields.time')} />
        </div>
        <div className={classes['columns']}>
          <CaseField control={control} name="case" label={say('fields.case')} />
          <SelectField control={control} name="jwg" label={say('fields.jwg')} clearable choices={groups.map((one) => ({ value: one.id, label: one.name }))} />
        </div>
        <div className={classes['columns']}>
          <SuggestField control={control} name="place" label={say('fields.place')} suggestions={places} />
          <SelectField control={control} name="language" label={say('fields.language')} choices={languages.map((one) => ({ value: one, label: records(`languages.${one}`) }))} />
        </div>
        <DraftedForField control={control} name="draftedFor" jwg={form.watch('jwg')} />
      </div>
    </Disclosure>
  );
}

/** The particulars on one line: type, day, time, place, case, group. */
export function useParticularsInWords(): (value: Omit<NoteForm, 'safeguards'>) => string {
  const say = useWords('records');
  const groups = useSurroundings()?.jwgs ?? [];
  const named = useNamed();
  const nameOf = usePersonName();
  const kit = useWords('kit');
  return (value) =>
    [
      say(`noteTypes.${value.type}`),
      [value.day === null ? '' : nearDayInWords(value.day), value.time ?? ''].filter((one) => one !== '').join(' '),
      value.place,
      value.case === null ? '' : (named(value.case)?.title ?? ''),
      groups.find((one) => one.id === value.jwg)?.shortName ?? '',
      value.draftedFor === null ? '' : kit('draftedFor.line', { name: nameOf(value.draftedFor) || kit('draftedFor.unknown') }),
      value.language === languageNow() ? '' : languageInWords(value.language, say),
    ]
      .filter((one) => one !== '')
      .join(' · ');
}

function languageInWords(language: string, say: ReturnType<typeof useWords<'records'>>): string {
  const known = languages.find((one) => one === language);
  return known === undefined ? language : say(`languages.${known}`);
}
