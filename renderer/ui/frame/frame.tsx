import { Suspense } from 'react';
import { Link, Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useLevelsOnScreen } from '../kit/shown-marking.ts';
import { MarkingStrip } from '../kit/marking-badge.tsx';
import { useCommand } from '../kit/commands.ts';
import { paths } from '../kit/paths.ts';
import { useWords } from '../words/words.ts';
import { rooms, type Room } from './rooms.ts';
import classes from './frame.module.css';

/** What is always there: marking strip, navigation, the room, status line. */
export function Frame() {
  return (
    <Router hook={useHashLocation}>
      <FrameInside />
    </Router>
  );
}

function FrameInside() {
  const say = useWords('frame');
  return (
    <div className={classes['frame']}>
      <MarkingStrip levels={useLevelsOnScreen()} empty={say('nothing-marked')} />
      <nav className={classes['navigation']} aria-label={say('navigation')} data-pane>
        {rooms.filter((one) => one.command !== null).map((one) => <RoomLink key={one.path} room={one} />)}
      </nav>
      <main className={classes['room']}>
        <Suspense fallback={null}>
          <Switch>
            {rooms.map((one) => (
              <Route key={one.path} path={`${one.path}/*?`} component={one.page} />
            ))}
            <Route>
              <Redirect to={paths.today} replace />
            </Route>
          </Switch>
        </Suspense>
      </main>
    </div>
  );
}

function RoomLink({ room }: { room: Room }) {
  const say = useWords('frame');
  const [location, go] = useLocation();
  useCommand(room.command ?? 'go-today', () => go(room.path), { enabled: room.command !== null });
  const here = location === room.path || location.startsWith(`${room.path}/`);
  return (
    <Link href={room.path} className={classes['link']} data-here={here || undefined} aria-current={here ? 'page' : undefined}>
      {say(`rooms.${room.name}`)}
    </Link>
  );
}
