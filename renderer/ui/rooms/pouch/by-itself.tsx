import { Button, Switch } from '@mantine/core';
import { Link } from 'wouter';
import type { PouchPreview } from '../../../engine/api.ts';
import { sizeInWords } from '../../attachments/file-words.ts';
import { useEngine, useSettings } from '../../engine-client/engine-context.tsx';
import { useKeepSettings } from '../../engine-client/keep-settings.ts';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { instantInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

type Standing = PouchPreview['standing'];

/** Whether it goes without being asked, whether that is paused, what is left of the data for it, and whether files come along. */
export function ByItself({ paused, budget }: Pick<Standing, 'paused' | 'budget'>) {
  const say = useWords('pouch');
  const engine = useEngine();
  const settings = useSettings();
  const keep = useKeepSettings();
  if (settings === undefined) return null;
  const isPausedByPerson = paused !== null && paused.why !== 'budget';
  const change = async () => {
    const answer = await (isPausedByPerson ? engine.pouch.goOn() : engine.pouch.pause());
    if (!answer.ok) tellFailure(answer.failure);
  };
  return (
    <>
      <div className={classes['switches']}>
        <Switch label={say('itself.deliver')} checked={settings.deliversByItself} onChange={(event) => void keep({ deliversByItself: event.currentTarget.checked })} />
        {settings.deliversByItself ? (
          <Button size="compact-sm" onClick={() => void change()}>
            {say(isPausedByPerson ? 'itself.continue' : 'itself.pause')}
          </Button>
        ) : null}
        <Switch label={say('itself.records-only')} checked={settings.recordsOnly} onChange={(event) => void keep({ recordsOnly: event.currentTarget.checked })} />
      </div>
      {paused === null ? null : <Why paused={paused} />}
      {budget === null ? null : <Budget budget={budget} />}
    </>
  );
}

function Why({ paused }: { paused: NonNullable<Standing['paused']> }) {
  const say = useWords('pouch');
  if (paused.why !== 'budget') return <Notice>{say(`itself.paused-${paused.why}`, { time: instantInWords(paused.since) })}</Notice>;
  return (
    <Notice
      act={
        <Button component={Link} href={paths.settings}>
          {say('budget.change')}
        </Button>
      }
    >
      {say('itself.paused-budget')}
    </Notice>
  );
}

function Budget({ budget }: { budget: NonNullable<Standing['budget']> }) {
  const say = useWords('pouch');
  const { per, used, limit } = budget;
  return (
    <p className={classes['budget']} data-testid="data-budget">
      {say(`budget.used-${per}`, { used: sizeInWords(used), limit: sizeInWords(limit), left: sizeInWords(Math.max(0, limit - used)) })}
    </p>
  );
}
