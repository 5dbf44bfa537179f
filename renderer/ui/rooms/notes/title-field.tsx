import { Textarea } from '@mantine/core';
import { useController, type UseFormReturn } from 'react-hook-form';
import { useWords } from '../../words/words.ts';
import type { NoteForm } from './note-form.ts';
import classes from './notes.module.css';

export interface TitleFieldProps {
  readonly form: UseFormReturn<NoteForm>;
  /** Enter: on to the text. */
  readonly onEnter: () => void;
}

/** The title as it will be read: one line of the record, as many on the screen as it takes. */
export function TitleField({ form, onEnter }: TitleFieldProps) {
  const say = useWords('notes');
  const { name, ref, value, onBlur, onChange } = useController({ control: form.control, name: 'title' }).field;
  return (
    <Textarea
      className={classes['title'] ?? ''}
      variant="unstyled"
      aria-label={say('fields.title')}
      placeholder={say('titlePlaceholder')}
      autosize
      minRows={1}
      maxLength={300}
      lang={form.getValues('language')}
      name={name}
      ref={ref}
      value={value}
      onBlur={onBlur}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
