import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { agendaTimes, minutesOfDay } from '../../../../core/meetings/agenda-times.ts';
import { lengthInWords } from '../../words/length.ts';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import type { AgendaItem, MeetingForm } from './meeting-form.ts';
import classes from './live-minutes.module.css';

export interface ItemTimeProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly agenda: readonly AgendaItem[];
  readonly item: AgendaItem;
}

/** From when to when the open item is planned, and, while the meeting goes on, how far it is beyond that. */
export function ItemTime({ form, agenda, item }: ItemTimeProps) {
  const say = useWords('meetings');
  const [day, start, end] = form.watch(['day', 'start', 'end']);
  const now = useMinuteOfDay();
  const at = agenda.findIndex((one) => one.key === item.key);
  const { begins, ends } = agendaTimes({ start, end }, agenda);
  const [from, to] = [begins[at] ?? null, begins[at + 1] ?? (at === agenda.length - 1 ? ends : null)];
  if (from === null || to === null || from === to) return null;
  const over = day === today() ? now - (minutesOfDay(to) ?? now) : 0;
  // An hour later the meeting is over, or its plan is: nobody needs to be told.
  const isOver = over > 0 && over <= 60;
  return <p className={classes['itemTime']}>{isOver ? say('live.itemOver', { start: from, end: to, length: lengthInWords(over) }) : say('live.itemTime', { start: from, end: to })}</p>;
}

/** Minutes since midnight by this laptop's clock, kept up to date. */
function useMinuteOfDay(): number {
  const [now, setNow] = useState(minuteNow);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(minuteNow()), 10_000);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}

function minuteNow(): number {
  const now = new Date();
  return now.getHours() * 60 + now.getMinutes();
}
