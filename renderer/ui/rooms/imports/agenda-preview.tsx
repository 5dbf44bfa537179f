import { Checkbox } from '@mantine/core';
import type { ImportPreview } from '../../../engine/api.ts';
import { useWords } from '../../words/words.ts';
import { changeImport, importState } from './import-state.ts';
import classes from './imports.module.css';

/** The items as they were read, each to be taken or left, and how long they are together. */
export function AgendaPreview({ items }: { items: ImportPreview['agenda'] }) {
  const say = useWords('imports');
  const { without } = importState.use();
  if (items.length === 0) return null;
  const toggle = (at: number, taken: boolean) => changeImport({ without: taken ? without.filter((one) => one !== at) : [...without, at] });
  return (
    <>
      <ol className={classes['scroll']} aria-label={say('agendaItems')} tabIndex={0}>
        {items.map(({ title, minutes, start }, at) => (
          <li key={at} className={classes['agendaItem']}>
            <Checkbox label={title} checked={!without.includes(at)} onChange={(event) => toggle(at, event.currentTarget.checked)} />
            <span className={classes['facts']}>{[start, minutes === null ? null : say('plannedMinutes', { count: minutes })].filter((one) => one !== null).join(' · ')}</span>
          </li>
        ))}
      </ol>
      <Together items={items.filter((_, at) => !without.includes(at))} />
    </>
  );
}

function Together({ items }: { items: ImportPreview['agenda'] }) {
  const say = useWords('imports');
  const planned = items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const unplanned = items.filter(({ minutes }) => minutes === null).length;
  if (planned === 0) return null;
  const time = planned < 60 ? say('plannedShort', { minutes: planned }) : say('planned', { hours: Math.floor(planned / 60), minutes: planned % 60 });
  return <p className={classes['quiet']}>{[time, unplanned === 0 ? '' : say('unplanned', { count: unplanned })].join(' ').trim()}</p>;
}
