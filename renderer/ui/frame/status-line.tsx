import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Settings } from '../../engine/api.ts';
import { useEngineQuery, useMe, useSettings } from '../engine-client/engine-context.tsx';
import { lastActivity, noteActivity, useWatchActivity } from '../gate/activity.ts';
import { useLock } from '../gate/lock.ts';
import { channelInWords } from '../kit/channel-words.ts';
import { useCommand } from '../kit/commands.ts';
import { sayingInWords, usePouchSayings } from '../kit/pouch-words.ts';
import { paths } from '../kit/paths.ts';
import { SavedState, useOverallSaving } from '../kit/saved-state.tsx';
import { useWhyOpen } from '../kit/stays-open.ts';
import { joined } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import { ToldLine } from './told-line.tsx';
import classes from './status-line.module.css';

/** Three answers at all times: is what I wrote safe, where am I, when does it lock. */
export function StatusLine() {
  const say = useWords('frame');
  const saving = useOverallSaving();
  return (
    <footer className={classes['line']} aria-label={say('status.label')}>
      <span className={classes['left']}>
        <span className={classes['saved']} role="status">
          {saving.state === 'nothing' ? say('status.nothing-written') : <SavedState saving={saving} />}
        </span>
        <ToldLine />
      </span>
      <Channel />
      <LockClock />
    </footer>
  );
}

function Channel() {
  const say = useWords('frame');
  const kit = useWords('kit');
  const me = useMe();
  const channel = useEngineQuery(['pouch', 'channel'], (engine) => engine.pouch.channel()).data;
  const state = useWords('pouchState');
  const sayings = usePouchSayings(useEngineQuery(['today'], (engine) => engine.notebook.today()).data?.pouch);
  if (me === undefined) return <span />;
  if (me.standing === 'alone') return <span>{say('status.alone')}</span>;
  const parts = [
    me.standing === 'requested' ? say('status.requested') : null,
    channel === undefined ? null : channelInWords(channel, kit),
    ...sayings.map((one) => sayingInWords(one, state)),
  ];
  return (
    <Link href={paths.pouch} className={classes['channel'] ?? ''} data-testid="channel">
      {joined(...parts)}
    </Link>
  );
}

function LockClock() {
  const say = useWords('frame');
  const lock = useLock();
  useCommand('lock', lock);
  const settings = useSettings();
  return (
    <span className={classes['lock']}>
      {settings === undefined ? null : <TimeLeft settings={settings} onOver={lock} />}
      <button type="button" className={classes['lockButton']} onClick={lock}>
        {say('status.lock')}
      </button>
    </span>
  );
}

function TimeLeft({ settings, onOver }: { settings: Settings; onOver: () => void }) {
  const say = useWords('frame');
  useWatchActivity();
  const whyOpen = useWhyOpen();
  const [left, setLeft] = useState(settings.lockAfterMinutes * 60);
  useEffect(() => {
    const look = () => {
      if (whyOpen !== null) noteActivity();
      const seconds = Math.ceil((lastActivity() + settings.lockAfterMinutes * 60_000 - Date.now()) / 1000);
      setLeft(seconds);
      if (seconds <= 0) onOver();
    };
    look();
    const timer = window.setInterval(look, 1000);
    return () => window.clearInterval(timer);
  }, [settings.lockAfterMinutes, whyOpen, onOver]);
  if (whyOpen !== null) return <span>{say(`status.stays-open.${whyOpen}`)}</span>;
  const minutes = Math.ceil(left / 60);
  return (
    <span data-testid="locks-in">
      {left > 60 ? say('status.locks-minutes', { count: minutes }) : say('status.locks-seconds', { count: Math.max(0, left) })}
    </span>
  );
}
