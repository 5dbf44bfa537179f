import { Fragment } from 'react';
import { Link, useLocation } from 'wouter';
import type { Command } from '../../../electron/preload/bridge.ts';
import { useEngineQuery, useMe } from '../engine-client/engine-context.tsx';
import { useCommand } from '../kit/commands.ts';
import { numberInWords } from '../words/numbers.ts';
import { useWords } from '../words/words.ts';
import { rooms, type Room } from './rooms.ts';
import { catchTyping } from './type-ahead.ts';
import classes from './navigation.module.css';

type Counted = 'today' | 'actions' | 'pouch';
const isCounted = (name: string): name is Counted => ['today', 'actions', 'pouch'].includes(name);

/** The rooms, with what waits in them. */
export function Navigation() {
  const say = useWords('frame');
  const counts = useCounts();
  const shown = rooms.filter((one) => one.command !== null && one.quiet !== true);
  return (
    <nav className={classes['navigation']} aria-label={say('navigation')} data-pane tabIndex={-1}>
      {rooms.map((room) => (room.command === null ? null : <GoCommand key={room.path} command={room.command} path={room.path} />))}
      <ul>
        {shown.map((room) => (
          <Fragment key={room.path}>
            {room.name === 'pouch' ? <li className={classes['rule']} aria-hidden /> : null}
            <RoomLink room={room} count={isCounted(room.name) ? counts[room.name] : 0} />
          </Fragment>
        ))}
      </ul>
    </nav>
  );
}

/** Answers the command that goes to a room, whether the navigation shows it or not. */
function GoCommand({ command, path }: { command: Command; path: string }) {
  const [, go] = useLocation();
  useCommand(command, () => {
    // The room one goes to in order to write in its field.
    if (command === 'find-everywhere') catchTyping();
    go(path);
  });
  return null;
}

function useCounts(): Record<Counted, number> {
  const today = useEngineQuery(['today'], (engine) => engine.notebook.today()).data;
  const alone = useMe()?.standing === 'alone';
  const actions = useEngineQuery(['records', 'action', 'open'], (engine) => engine.lists.count('action', 'status', ['open'])).data;
  return {
    today: (today?.actions.length ?? 0) + (today?.conflicts.length ?? 0),
    actions: actions ?? 0,
    pouch: alone || !today?.pouch ? 0 : today.pouch.goes + today.pouch.stays + today.pouch.unsorted,
  };
}

function RoomLink({ room, count }: { room: Room; count: number }) {
  const say = useWords('frame');
  const [location] = useLocation();
  const here = location === room.path || location.startsWith(`${room.path}/`);
  return (
    <li>
      <Link href={room.path} className={classes['link'] ?? ''} data-here={here || undefined} aria-current={here ? 'page' : undefined}>
        <span>{say(`rooms.${room.name}`)}</span>
        {count === 0 || !isCounted(room.name) ? null : (
          <>
            <span className={classes['count']} aria-hidden>
              {numberInWords(count)}
            </span>
            <span className="only-heard">{say(`count.${room.name}`, { count })}</span>
          </>
        )}
      </Link>
    </li>
  );
}
