import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useField, type FieldProps } from './fields.tsx';
import { timeFromWords } from './time-words.ts';

/** A time of the day in 24 hours: `HH:MM` or `null`. */
export function TimeField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(props: FieldProps<Values, Name, Output>) {
  const { field, common } = useField(props);
  const value = typeof field.value === 'string' ? field.value : '';
  // What is being typed stands until the field is left; then it is a time, nothing, or what was before.
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    const time = typed === null ? null : timeFromWords(typed);
    if (typed?.trim() === '') field.onChange(null);
    else if (time !== null) field.onChange(time);
    setTyped(null);
    field.onBlur();
  };
  return (
    <TextInput {...common} inputMode="numeric" placeholder="14:00" value={typed ?? value} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={settle} />
  );
}
