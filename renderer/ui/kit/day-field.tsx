import { DateInput } from '@mantine/dates';
import type { FieldPath, FieldValues } from 'react-hook-form';
import type { Day } from '../../../core/ids.ts';
import { languageNow } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { dayFromWords } from './day-words.ts';
import { useField, type FieldProps } from './fields.tsx';

export interface DayInputProps {
  readonly label: string;
  readonly day: Day | null;
  readonly onChange: (day: Day | null) => void;
  readonly help?: string;
  readonly error?: string;
  readonly disabled?: boolean;
}

/** A calendar day, shown as `23 Nov 2026`, typed as people type days, or picked. */
export function DayInput({ label, day, onChange, ...rest }: DayInputProps) {
  const say = useWords('kit');
  return (
    <DateInput
      {...rest}
      {...(rest.help === undefined ? {} : { description: rest.help })}
      label={label}
      value={day}
      onChange={(value) => onChange(value as Day | null)}
      dateParser={dayFromWords}
      locale={languageNow()}
      valueFormat="D MMM YYYY"
      firstDayOfWeek={1}
      placeholder={say('day.placeholder')}
      clearable
      clearButtonProps={{ 'aria-label': say('day.clear') }}
    />
  );
}

/** A day of a form: `Day` or `null`. */
export function DayField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(props: FieldProps<Values, Name, Output>) {
  const { field, common } = useField(props);
  return (
    <DayInput
      label={common.label}
      {...(common.description === undefined ? {} : { help: common.description })}
      {...(common.error === undefined ? {} : { error: common.error })}
      disabled={common.disabled}
      day={field.value ?? null}
      onChange={(day) => {
        field.onChange(day);
        field.onBlur();
      }}
    />
  );
}
