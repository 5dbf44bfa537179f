import { Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useFollowDelivery } from '../engine-client/delivery.ts';
import { useLeaveWhenErased, useLockAndCloseBySystem } from '../gate/lock.ts';
import { useFoundOnPage } from '../kit/found-words.ts';
import { MarkingStrip } from '../kit/marking-badge.tsx';
import { ListViewsProvider } from '../kit/record-list/list-views.tsx';
import { paths } from '../kit/paths.ts';
import { forgetUndo } from '../kit/undo.ts';
import { useLevelsOnScreen } from '../kit/shown-marking.ts';
import { useApplySettings } from '../theme/apply-settings.ts';
import { useWords } from '../words/words.ts';
import { useFrameCommands, useKeyboard } from './frame-commands.ts';
import { useMarkedCopy } from './marked-copy.ts';
import { Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { PersonsNamedBand } from './persons-named-band.tsx';
import { RoomBoundary } from './room-boundary.tsx';
import { loadRoomsAhead, rooms } from './rooms.ts';
import { SampleBand } from './sample-band.tsx';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';
import { useStepBack } from './step-back.ts';
import { StatusLine } from './status-line.tsx';
import classes from './frame.module.css';

/** What is always there: marking strip, navigation, the room, status line. */
export function Frame() {
  return (
    // oxlint-disable-next-line react/hooks -- wouter takes the hook itself and calls it as one
    <Router hook={useHashLocation}>
      <ListViewsProvider>
        <FrameInside />
      </ListViewsProvider>
    </Router>
  );
}

function FrameInside() {
  const say = useWords('frame');
  const [sheet, setSheet] = useState(false);
  useEffect(loadRoomsAhead, []);
  useEffect(() => forgetUndo, []);
  useApplySettings();
  useLockAndCloseBySystem();
  useLeaveWhenErased();
  useFollowDelivery();
  useMarkedCopy();
  useFoundOnPage();
  useKeyboard();
  useStepBack();
  useFrameCommands({ onShortcuts: () => setSheet(true) });
  return (
    <div className={classes['frame']}>
      <header className={classes['strip']}>
        <SampleBand />
        <MarkingStrip levels={useLevelsOnScreen()} empty={say('nothing-marked')} />
      </header>
      <Navigation />
      <main className={classes['room']}>
        <RoomName />
        <Rooms />
      </main>
      <PersonsNamedBand />
      <StatusLine />
      <Palette />
      <ShortcutsSheet opened={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}

function useRoom() {
  const [location] = useLocation();
  return rooms.find((one) => location === one.path || location.startsWith(`${one.path}/`));
}

/** Every room begins with its name for those who hear the page; those who see it have the navigation. */
function RoomName() {
  const say = useWords('frame');
  const room = useRoom();
  return room === undefined ? null : <h1 className="only-heard">{say(`rooms.${room.name}`)}</h1>;
}

function Rooms() {
  const room = useRoom();
  return (
    <RoomBoundary key={room?.name ?? 'none'}>
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
    </RoomBoundary>
  );
}
