import { Textarea } from '@mantine/core';
import { useState, type KeyboardEvent, type Ref } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { readLine, type TakenLine } from '../../../../core/meetings/line-command.ts';
import { undoLast } from '../../kit/undo.ts';
import { dayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { withItemAt } from '../../kit/keyed-items.ts';
import type { AgendaItem, MeetingForm, MinutesLine } from './meeting-form.ts';
import classes from './live-minutes.module.css';

export interface LineEntryProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly form: UseFormReturn<MeetingForm>;
  readonly item: AgendaItem;
}

/** Where the next line is typed. What it will become shows beneath while it is typed. */
export function LineEntry({ ref, form, item }: LineEntryProps) {
  const say = useWords('meetings');
  const typing = form.getValues('typing');
  const [text, setText] = useState(typing.item === item.key ? typing.text : '');
  const becomes = readLine(text, meetingNow(form));
  const type = (next: string) => {
    setText(next);
    form.setValue('typing', { item: item.key, text: next });
  };
  const take = () => {
    if (text.trim() === '') return;
    form.setValue('lines', withTakenLine(form.getValues('lines'), item, becomes), { shouldDirty: true });
    type('');
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      take();
    }
    // There is nothing to undo in an empty line: the keys take back what was done to the lines.
    if (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && text === '' && undoLast()) event.preventDefault();
    if (event.key === 'ArrowUp' && text === '' && !event.ctrlKey && !event.metaKey) {
      const lines = document.querySelectorAll<HTMLElement>('[data-taken-line]');
      event.preventDefault();
      lines[lines.length - 1]?.focus();
    }
  };
  return (
    <div className={classes['entry']}>
      <Textarea
        ref={ref}
        aria-label={say('live.entry')}
        placeholder={say('live.placeholder')}
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        maxLength={20_000}
        lang={form.getValues('language')}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Becomes line={becomes} />
    </div>
  );
}

/** Names and days are read against who is on the attendance list and the day of the meeting. */
export function meetingNow(form: UseFormReturn<MeetingForm>) {
  return { day: form.getValues('day') ?? today(), attendees: form.getValues('attendance') };
}

export function withTakenLine(lines: readonly MinutesLine[], item: AgendaItem, line: TakenLine): MinutesLine[] {
  const { type, text } = line;
  const who = line.type === 'action' ? { owner: line.owner, due: line.due } : { owner: '', due: null };
  const others = lines.filter((one) => one.item !== item.key);
  return [...others, ...withItemAt<MinutesLine>(lines.filter((one) => one.item === item.key), { item: item.key, type, text, ...who, action: null })];
}

/** What the typed line will be: the eyes need not leave the people to know. */
function Becomes({ line }: { line: TakenLine }) {
  const say = useWords('meetings');
  if (line.type === 'discussion' || line.text === '') return <p className={classes['becomes']} aria-live="polite" />;
  if (line.type === 'decision') {
    return <p className={classes['becomes']} aria-live="polite">{say('live.becomesDecision', { text: line.text })}</p>;
  }
  const parts = [
    say('live.becomesAction', { text: line.text }),
    line.owner === '' ? say('live.noOwner') : say('live.owner', { owner: line.owner }),
    line.due === null ? null : say('live.due', { day: dayInWords(line.due) }),
  ];
  return <p className={classes['becomes']} aria-live="polite">{parts.filter((one) => one !== null).join(' · ')}</p>;
}
