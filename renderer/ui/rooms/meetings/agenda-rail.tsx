import type { UseFormReturn } from 'react-hook-form';
import type { ItemKey } from '../../../../core/ids.ts';
import { useWords } from '../../words/words.ts';
import { agendaTimes } from '../../../../core/meetings/agenda-times.ts';
import { outcomesOf } from '../../../../core/meetings/item-outcome.ts';
import { joined } from '../../words/joined.ts';
import type { AgendaItem, MeetingForm } from './meeting-form.ts';
import { PlannedTime, TooLong } from './planned-time.tsx';
import classes from './live-minutes.module.css';

export interface AgendaRailProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly agenda: readonly AgendaItem[];
  readonly open: ItemKey;
  readonly onOpen: (key: ItemKey) => void;
}

/** The agenda with its planned times, and how much has been noted under each item. */
export function AgendaRail({ form, agenda, open, onOpen }: AgendaRailProps) {
  const say = useWords('meetings');
  const [start, end] = form.watch(['start', 'end']);
  const times = agendaTimes({ start, end }, agenda);
  const lines = form.watch('lines');
  return (
    <nav className={classes['rail']} aria-label={say('live.agenda')}>
      <ol>
        {agenda.map((item, at) => {
          const count = lines.filter((line) => line.item === item.key).length;
          return (
            <li key={item.key}>
              <button type="button" className={classes['railItem']} aria-current={item.key === open ? 'step' : undefined} onClick={() => onOpen(item.key)}>
                <span className={classes['railTime']}>{times.begins[at] ?? `${String(at + 1)}.`}</span>
                <span className={classes['railTitle']}>{item.title}</span>
                {count === 0 && item.outcome === null ? null : (
                  <span className={classes['railCount']}>{joined(count === 0 ? '' : say('live.count', { count }), outcomesOf(item, lines).map((one) => say(`outcome.${one}`)).join(', '))}</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      <p className={classes['railEnd']}><PlannedTime times={times} /></p>
      <TooLong times={times} end={end} />
    </nav>
  );
}
