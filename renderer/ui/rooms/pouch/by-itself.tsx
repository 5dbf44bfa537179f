import { Button, Switch } from '@mantine/core';
import type { PouchPreview } from '../../../engine/api.ts';
import { useEngine, useSettings } from '../../engine-client/engine-context.tsx';
import { useKeepSettings } from '../../engine-client/keep-settings.ts';
import { Notice } from '../../kit/notice.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { instantInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** Whether it goes without being asked, whether that is paused, and whether files come along. */
export function ByItself({ paused }: { paused: PouchPreview['standing']['paused'] }) {
  const say = useWords('pouch');
  const engine = useEngine();
  const settings = useSettings();
  const keep = useKeepSettings();
  if (settings === undefined) return null;
  const change = async (to: 'pause' | 'goOn') => {
    const answer = await engine.pouch[to]();
    if (!answer.ok) tellFailure(answer.failure);
  };
  return (
    <>
      <div className={classes['switches']}>
        <Switch label={say('itself.deliver')} checked={settings.deliversByItself} onChange={(event) => void keep({ deliversByItself: event.currentTarget.checked })} />
        {settings.deliversByItself ? (
          <Button size="compact-sm" onClick={() => void change(paused === null ? 'pause' : 'goOn')}>
            {say(paused === null ? 'itself.pause' : 'itself.continue')}
          </Button>
        ) : null}
        <Switch label={say('itself.records-only')} checked={settings.recordsOnly} onChange={(event) => void keep({ recordsOnly: event.currentTarget.checked })} />
      </div>
      {paused === null ? null : <Notice>{say(`itself.paused-${paused.why}`, { time: instantInWords(paused.since) })}</Notice>}
    </>
  );
}
