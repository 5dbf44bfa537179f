import { ActionIcon, Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import type { ItemKey, MarkingId } from '../../../../core/ids.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { agendaTimes } from '../../../../core/meetings/agenda-times.ts';
import { isAbove } from '../../../../core/markings/scheme.ts';
import { offerUndo } from '../../kit/undo.ts';
import { labelled } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { inOrder, withItemAt, withItemBack, withItemChanged, withItemMoved, withoutItem } from '../../kit/keyed-items.ts';
import type { AgendaItem, MeetingForm } from './meeting-form.ts';
import { PlannedTime, TooLong } from './planned-time.tsx';
import classes from './meetings.module.css';

const newItem = { title: '', minutes: null, parked: false, outcome: null, level: null };

export interface AgendaTableProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly attempted: boolean;
  /** Goes to where an agenda is read from a file; absent where nothing can be added. */
  readonly onFromFile?: () => void;
}

/** The agenda: what, for how long, and from when by the plan. Enter in the last title adds the next. */
export function AgendaTable({ form, attempted, onFromFile }: AgendaTableProps) {
  const say = useWords('meetings');
  const agenda = inOrder(form.watch('agenda'));
  const [start, end] = form.watch(['start', 'end']);
  const times = agendaTimes({ start, end }, agenda);
  const put = (items: readonly AgendaItem[]) => form.setValue('agenda', [...items], { shouldDirty: true });
  return (
    <section aria-label={say('agenda.title')}>
      <h2 className={classes['sectionHead']}>
        {say('agenda.title')}
        <span className={classes['aside']}><PlannedTime times={times} /></span>
      </h2>
      <TooLong times={times} end={end} />
      {agenda.length === 0 ? <p className={classes['quiet']}>{say('agenda.empty')}</p> : null}
      <ol className={classes['table']}>
        {agenda.map((item, at) => (
          <AgendaRow
            key={item.key}
            item={item}
            time={times.begins[at] ?? null}
            last={at === agenda.length - 1}
            first={at === 0}
            wrong={attempted && item.title.trim() === '' && form.getValues('lines').some((line) => line.item === item.key)}
            onChange={(change) => put(withItemChanged(agenda, item.key, change))}
            onMove={(by) => put(withItemMoved(agenda, item.key, by))}
            onNext={() => put(withItemAt(agenda, newItem, at + 1))}
            onRemove={() => removeItem(form, item.key, say('agenda.removed'))}
          />
        ))}
      </ol>
      <div className={classes['rowOfActs']}>
        <Button onClick={() => put(withItemAt(agenda, newItem))}>{say('agenda.add')}</Button>
        {onFromFile === undefined ? null : <Button variant="subtle" onClick={onFromFile}>{say('agenda.fromFile')}</Button>}
      </div>
    </section>
  );
}

/** An item goes with its lines; both come back together. */
function removeItem(form: UseFormReturn<MeetingForm>, key: ItemKey, message: string): void {
  const [agenda, lines] = form.getValues(['agenda', 'lines']);
  const gone = { items: agenda.filter((item) => item.key === key), lines: lines.filter((line) => line.item === key) };
  form.setValue('agenda', withoutItem(agenda, key), { shouldDirty: true });
  form.setValue('lines', lines.filter((line) => line.item !== key), { shouldDirty: true });
  offerUndo(message, () => {
    form.setValue('agenda', withItemBack(form.getValues('agenda'), ...gone.items), { shouldDirty: true });
    form.setValue('lines', withItemBack(form.getValues('lines'), ...gone.lines), { shouldDirty: true });
  });
}

interface AgendaRowProps {
  readonly item: AgendaItem;
  readonly time: string | null;
  readonly first: boolean;
  readonly last: boolean;
  /** It has lines and no title. */
  readonly wrong: boolean;
  readonly onChange: (change: Partial<AgendaItem>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onNext: () => void;
  readonly onRemove: () => void;
}

function AgendaRow({ item, time, first, last, wrong, onChange, onMove, onNext, onRemove }: AgendaRowProps) {
  const say = useWords('meetings');
  const named = item.title.trim() === '' ? say('agenda.thisItem') : item.title;
  return (
    <li className={classes['agendaRow']}>
      <span className={classes['time']}>{time ?? ''}</span>
      <TextInput
        aria-label={say('agenda.item')}
        value={item.title}
        error={wrong}
        autoFocus={item.title === ''}
        maxLength={300}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || item.title.trim() === '') return;
          event.preventDefault();
          onNext();
        }}
      />
      <NumberInput
        aria-label={say('agenda.minutes')}
        placeholder={say('agenda.minutesShort')}
        value={item.minutes ?? ''}
        min={0}
        max={1440}
        step={5}
        hideControls
        onChange={(value) => onChange({ minutes: typeof value === 'number' ? Math.round(value) : null })}
      />
      <PartLevel level={item.level} onChange={(level) => onChange({ level })} />
      <Checkbox label={say('agenda.parked')} title={say('agenda.parkedLong')} checked={item.parked} onChange={(event) => onChange({ parked: event.currentTarget.checked })} />
      <span className={classes['rowActs']}>
        <ActionIcon variant="subtle" aria-label={labelled(say('agenda.up'), named)} disabled={first} onClick={() => onMove(-1)}>
          ↑
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={labelled(say('agenda.down'), named)} disabled={last} onClick={() => onMove(1)}>
          ↓
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={say('agenda.remove', { title: named })} onClick={onRemove}>
          ×
        </ActionIcon>
      </span>
    </li>
  );
}

/** The level of one part; the meeting is marked as high as its highest. */
function PartLevel({ level, onChange }: { level: MarkingId | null; onChange: (level: MarkingId | null) => void }) {
  const say = useWords('meetings');
  const surroundings = useSurroundings();
  const offered = surroundings?.markings.filter((one) => !isAbove(one, surroundings.ceiling)) ?? [];
  return (
    <Select
      aria-label={say('agenda.level')}
      placeholder={say('agenda.asMeeting')}
      data={offered.map((one) => ({ value: one.id, label: one.short }))}
      value={level}
      onChange={(value) => onChange(value)}
      clearable
    />
  );
}
