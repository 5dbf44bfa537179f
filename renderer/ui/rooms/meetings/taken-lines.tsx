import { ActionIcon, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ItemKey } from '../../../../core/ids.ts';
import { readLine } from '../../../../core/meetings/line-command.ts';
import { offerUndo } from '../../kit/undo.ts';
import { dayInWords } from '../../words/dates.ts';
import { labelled } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { inOrder, withItemBack, withItemChanged, withItemMoved, withoutItem } from '../../kit/keyed-items.ts';
import { numbersOf } from '../../../../core/meetings/line-numbers.ts';
import { meetingNow } from './line-entry.tsx';
import type { AgendaItem, MeetingForm, MinutesLine } from './meeting-form.ts';
import classes from './live-minutes.module.css';

export interface TakenLinesProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly item: AgendaItem;
  /** Down from the last line, or Escape: back to where the next line is typed. */
  readonly onLeave: () => void;
}

/** The lines of one item, with their numbers, and what can be done with them. What is removed is offered back. */
function useLinesOf({ form, item }: Pick<TakenLinesProps, 'form' | 'item'>) {
  const say = useWords('meetings');
  const all = form.watch('lines');
  const lines = inOrder(all.filter((line) => line.item === item.key));
  const numbers = numbersOf({ agenda: form.getValues('agenda'), lines: all });
  const put = (next: readonly MinutesLine[]) => form.setValue('lines', [...all.filter((line) => line.item !== item.key), ...next], { shouldDirty: true });
  const remove = (line: MinutesLine) => {
    put(withoutItem(lines, line.key));
    offerUndo(say('live.removed'), () => form.setValue('lines', withItemBack(form.getValues('lines'), line), { shouldDirty: true }));
  };
  const change = (line: MinutesLine, to: Partial<MinutesLine>) => put(withItemChanged(lines, line.key, to));
  const move = (line: MinutesLine, by: -1 | 1) => put(withItemMoved(lines, line.key, by));
  return { lines, numbers, remove, change, move };
}

/** The lines of the open item. Arrows walk them, Enter edits, Delete removes, Alt+arrows move. */
export function TakenLines({ form, item, onLeave }: TakenLinesProps) {
  const say = useWords('meetings');
  const { lines, numbers, ...acts } = useLinesOf({ form, item });
  const [editing, setEditing] = useState<ItemKey | null>(null);
  const remove = (line: MinutesLine) => {
    acts.remove(line);
    onLeave();
  };
  const edited = (line: MinutesLine, change: Partial<MinutesLine> | null) => {
    if (change !== null) acts.change(line, change);
    setEditing(null);
    onLeave();
  };
  const press = (event: KeyboardEvent<HTMLElement>, line: MinutesLine) => {
    const act = keyAct(event);
    if (act === null) return;
    event.preventDefault();
    if (act === 'edit') setEditing(line.key);
    else if (act === 'remove') remove(line);
    else if (act === 'leave') onLeave();
    else if (act === 'move-up' || act === 'move-down') acts.move(line, act === 'move-up' ? -1 : 1);
    else walk(event.currentTarget, act, onLeave);
  };
  return (
    <ol className={classes['lines']} aria-label={say('live.lines', { item: item.title })}>
      {lines.length === 0 ? <li className={classes['noLines']}>{say('live.noLines')}</li> : null}
      {lines.map((line) =>
        editing === line.key ? (
          <EditedLine key={line.key} line={line} form={form} onDone={(change) => edited(line, change)} />
        ) : (
          <TakenLine key={line.key} line={line} number={numbers.get(line.key)} onPress={(event) => press(event, line)} onEdit={() => setEditing(line.key)} onRemove={() => remove(line)} />
        ),
      )}
    </ol>
  );
}

interface TakenLineProps {
  readonly line: MinutesLine;
  readonly number: number | undefined;
  readonly onPress: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function TakenLine({ line, number, onPress, onEdit, onRemove }: TakenLineProps) {
  const say = useWords('meetings');
  return (
    <li className={classes['line']} data-type={line.type}>
      <div tabIndex={0} role="group" data-taken-line aria-label={labelOf(line, number, say)} className={classes['lineBody']} onKeyDown={onPress} onDoubleClick={onEdit}>
        <LineText line={line} number={number} />
      </div>
      <ActionIcon variant="subtle" className={classes['lineAct'] ?? ''} aria-label={say('live.edit')} onClick={onEdit}>
        ✎
      </ActionIcon>
      <ActionIcon variant="subtle" className={classes['lineAct'] ?? ''} aria-label={say('live.remove')} onClick={onRemove}>
        ×
      </ActionIcon>
    </li>
  );
}

type Say = ReturnType<typeof useWords<'meetings'>>;

function labelOf(line: MinutesLine, number: number | undefined, say: Say): string {
  return line.type === 'discussion' ? line.text : labelled(say(`live.${line.type}`, { number }), line.text);
}

/** A line as it stands: a decision and an action say what they are and carry their number. */
export function LineText({ line, number, text = line.text }: { line: MinutesLine; number: number | undefined; text?: ReactNode }) {
  const say = useWords('meetings');
  if (line.type === 'discussion') return <p className={classes['text']}>{text}</p>;
  const facts = line.type === 'decision' ? [] : [line.owner, line.due === null ? '' : say('live.due', { day: dayInWords(line.due) })].filter((one) => one !== '');
  return (
    <p className={classes['text']}>
      <span className={classes['kind']}>{say(`live.${line.type}`, { number })}</span> {text}
      {facts.length === 0 ? null : <span className={classes['facts']}>{facts.join(', ')}</span>}
    </p>
  );
}

type KeyAct = 'edit' | 'remove' | 'leave' | 'up' | 'down' | 'move-up' | 'move-down';

function keyAct(event: KeyboardEvent): KeyAct | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return event.key === 'ArrowUp' ? 'move-up' : event.key === 'ArrowDown' ? 'move-down' : null;
  const acts: Record<string, KeyAct> = { Enter: 'edit', F2: 'edit', Delete: 'remove', Escape: 'leave', ArrowUp: 'up', ArrowDown: 'down' };
  return acts[event.key] ?? null;
}

function walk(from: HTMLElement, way: 'up' | 'down', onLeave: () => void): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-taken-line]')];
  const next = lines[lines.indexOf(from) + (way === 'up' ? -1 : 1)];
  if (next !== undefined) next.focus();
  else if (way === 'down') onLeave();
}

/** A line is edited as it would be typed, commands included. */
function EditedLine({ line, form, onDone }: { line: MinutesLine; form: UseFormReturn<MeetingForm>; onDone: (change: Partial<MinutesLine> | null) => void }) {
  const say = useWords('meetings');
  const [text, setText] = useState(asTyped(line));
  const done = () => {
    if (text.trim() === '') return onDone(null);
    const taken = readLine(text, meetingNow(form));
    return onDone({ type: taken.type, text: taken.text, owner: taken.type === 'action' ? taken.owner : '', due: taken.type === 'action' ? taken.due : null });
  };
  return (
    <li className={classes['line']}>
      <Textarea
        className={classes['edited'] ?? ''}
        aria-label={say('live.edit')}
        autosize
        minRows={1}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onDone(null);
          }
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          done();
        }}
      />
    </li>
  );
}

function asTyped(line: MinutesLine): string {
  if (line.type === 'discussion') return line.text;
  if (line.type === 'decision') return `/d ${line.text}`;
  const due = line.due === null ? '' : `, ${line.due}`;
  return `/a ${line.owner === '' ? '' : `${line.owner}: `}${line.text}${due}`;
}
