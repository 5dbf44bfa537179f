import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ItemKey, MarkingId, RecordId } from '../../../../core/ids.ts';
import { useWords } from '../../words/words.ts';
import { inOrder } from '../../kit/keyed-items.ts';
import { AgendaRail } from './agenda-rail.tsx';
import { AttendanceTaking } from './attendance-taking.tsx';
import { CarriedOverList } from './carried-over-list.tsx';
import { LineEntry } from './line-entry.tsx';
import type { MeetingForm } from './meeting-form.ts';
import { ItemOutcome } from './item-outcome.tsx';
import { ItemTime } from './item-time.tsx';
import { TakenLines } from './taken-lines.tsx';
import classes from './live-minutes.module.css';

export interface LiveMinutesProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly record: RecordId | null;
  readonly level: MarkingId;
  readonly onPrepare: () => void;
}

/** Minutes while people talk: the agenda on the left, the open item in the middle, all by keyboard. */
export function LiveMinutes({ form, record, level, onPrepare }: LiveMinutesProps) {
  const say = useWords('meetings');
  const agenda = inOrder(form.watch('agenda'));
  const [open, setOpen] = useState<ItemKey | null>(form.getValues('typing').item ?? agenda[0]?.key ?? null);
  const entry = useRef<HTMLTextAreaElement>(null);
  const item = agenda.find((one) => one.key === open) ?? agenda[0];
  useEffect(() => entry.current?.focus(), [item?.key]);
  if (item === undefined) {
    return (
      <div className={classes['none']}>
        <p>{say('live.noAgenda')}</p>
        <Button variant="filled" onClick={onPrepare}>{say('agenda.add')}</Button>
      </div>
    );
  }
  const step = (by: -1 | 1) => {
    const next = agenda[agenda.findIndex((one) => one.key === item.key) + by];
    if (next !== undefined) setOpen(next.key);
  };
  return (
    <div
      className={classes['minutes']}
      onKeyDown={(event) => {
        const by = event.ctrlKey || event.metaKey ? ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key as 'ArrowDown' | 'ArrowUp'] : undefined;
        if (by === undefined) return;
        event.preventDefault();
        step(by);
      }}
    >
      <AttendanceTaking form={form} onDone={() => entry.current?.focus()} />
      <div className={classes['live']}>
        <AgendaRail form={form} agenda={agenda} open={item.key} onOpen={setOpen} />
        <section className={classes['item']} aria-label={say('live.open')}>
          <h2 className={classes['itemTitle']}>{item.title}</h2>
          <div className={classes['itemHead']}>
            <ItemTime form={form} agenda={agenda} item={item} />
            <ItemOutcome form={form} item={item} />
          </div>
          {item.key === agenda[0]?.key ? <CarriedOverList form={form} record={record} level={level} /> : null}
          <TakenLines form={form} item={item} onLeave={() => entry.current?.focus()} />
          <LineEntry key={item.key} ref={entry} form={form} item={item} />
          <p className={classes['hint']}>{say('live.hint')}</p>
        </section>
      </div>
    </div>
  );
}
