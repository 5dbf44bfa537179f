import { Button } from '@mantine/core';
import { Link, Route, Switch } from 'wouter';
import type { PouchPreview } from '../../../engine/api.ts';
import { useDelivery, usePouchPreview } from '../../engine-client/delivery.ts';
import { useMe } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { ArrivalsGate } from './arrivals.tsx';
import { ByHand } from './by-hand.tsx';
import { ByItself } from './by-itself.tsx';
import { Channel } from './channel.tsx';
import { Goes, Stays } from './columns.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { LastDelivery, Waiting } from './last-delivery.tsx';
import classes from './pouch.module.css';
import { ReleasesPage } from './releases-page.tsx';
import { StandingLine } from './standing-line.tsx';
import { Troubles } from './troubles.tsx';

/** The pouch, and beneath it who stands behind what leaves. */
export function PouchRoom() {
  return (
    <Switch>
      <Route path={paths.releases}>
        <ReleasesPage />
      </Route>
      <Route>
        <PouchPage />
      </Route>
    </Switch>
  );
}

/** What goes and what stays, before anything moves; then the moving; then what came of it. */
function PouchPage() {
  const say = useWords('pouch');
  const standing = useMe()?.standing;
  if (standing === undefined) return null;
  return (
    <OnePane label={say('title')} wide>
      {standing === 'alone' ? <AlonePouch /> : <Pouch requested={standing === 'requested'} />}
    </OnePane>
  );
}

function AlonePouch() {
  const say = useWords('pouch');
  return (
    <>
      <PageHead title={say('title')} />
      <EmptyState
        act={
          <Button variant="filled" component={Link} href={paths.settings}>
            {say('join')}
          </Button>
        }
      >
        {say('alone')}
      </EmptyState>
    </>
  );
}

function Pouch({ requested }: { requested: boolean }) {
  const say = useWords('pouch');
  const preview = usePouchPreview();
  const { running, failure, deliver, cancel } = useDelivery();
  useShownMarking(preview === undefined ? [] : [...preview.goes, ...preview.stays].map((one) => one.level));
  useCommand('deliver', () => void deliver());
  return (
    <>
      <PageHead
        title={say('title')}
        acts={
          running ? (
            <Button onClick={() => void cancel()}>{say('cancel')}</Button>
          ) : (
            <Button variant="filled" onClick={() => void deliver()}>
              {say(requested ? 'ask' : 'deliver')}
            </Button>
          )
        }
      />
      <ByItself paused={preview?.standing.paused ?? null} budget={preview?.standing.budget ?? null} />
      {requested ? <Requested /> : null}
      {failure === null || running ? null : (
        <div className={classes['failure']}>
          <ErrorSentence failure={failure} />
        </div>
      )}
      {running ? <DeliveryLine /> : null}
      {preview === undefined ? null : <Contents preview={preview} running={running} />}
    </>
  );
}

/** What it is on, what came of the last exchange, what goes and what stays, and the ways from here. */
function Contents({ preview, running }: { preview: PouchPreview; running: boolean }) {
  const say = useWords('pouch');
  const registers = useWords('registers');
  return (
    <>
      <Channel channel={preview.channel} />
      <StandingLine standing={preview.standing} />
      {running ? null : <LastDelivery report={preview.lastDelivery} />}
      <div className={classes['columns']}>
        <Goes rows={preview.goes} />
        <Stays rows={preview.stays} lowered={preview.channel.loweredTo !== null} />
      </div>
      <ArrivalsGate />
      <Waiting waiting={preview.waiting} />
      <ByHand />
      <Troubles />
      <nav className={classes['more']} aria-label={say('more')}>
        <Link href={paths.releases}>{say('release.title')}</Link>
        <Link href={paths.transfers}>{registers('transfers.title')}</Link>
      </nav>
    </>
  );
}

function Requested() {
  const say = useWords('pouch');
  return (
    <Notice
      act={
        <Button component={Link} href={paths.settings}>
          {say('request')}
        </Button>
      }
    >
      {say('requested')}
    </Notice>
  );
}
