import type { UseFormReturn } from 'react-hook-form';
import type { ItemKey } from '../../../../core/ids.ts';
import { useWords } from '../../words/words.ts';
import { beginnings, type AgendaItem, type MeetingForm } from './meeting-form.ts';
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
  const times = beginnings(form.watch('start'), agenda);
  const lines = form.watch('lines');
  return (
    <nav className={classes['rail']} aria-label={say('live.agenda')}>
      <ol>
        {agenda.map((item, at) => {
          const count = lines.filter((line) => line.item === item.key).length;
          return (
            <li key={item.key}>
              <button type="button" className={classes['railItem']} aria-current={item.key === open ? 'step' : undefined} onClick={() => onOpen(item.key)}>
                <span className={classes['railTime']}>{times[at] ?? `${String(at + 1)}.`}</span>
                <span className={classes['railTitle']}>{item.title}</span>
                {count === 0 ? null : <span className={classes['railCount']}>{say('live.count', { count })}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
