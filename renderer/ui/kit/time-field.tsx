import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useField, type FieldProps } from './fields.tsx';

/** `9`, `930`, `9:30`, `09.30`, `14h05` → `09:30`; `null` when it is no time of the day. */
export function timeFromWords(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h\s]?(\d{2})?)?$/.exec(text.trim().toLowerCase());
  const short = /^(\d)(\d{2})$/.exec(text.trim());
  const [hours, minutes] = short === null ? [match?.[1], match?.[2]] : [short[1], short[2]];
  if (hours === undefined) return null;
  const [hour, minute] = [Number(hours), Number(minutes ?? '0')];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A time of the day in 24 hours: `HH:MM` or `null`. */
export function TimeField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(props: FieldProps<Values, Name, Output>) {
  const { field, common } = useField(props);
  const value = typeof field.value === 'string' ? field.value : '';
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const settle = () => {
    const time = timeFromWords(typed);
    if (typed.trim() === '') field.onChange(null);
    else if (time === null) setTyped(value);
    else field.onChange(time);
    field.onBlur();
  };
  return (
    <TextInput {...common} inputMode="numeric" placeholder="14:00" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={settle} />
  );
}
