import { Switch } from '@mantine/core';
import { useSettings } from '../../engine-client/engine-context.tsx';
import { useKeepSettings } from '../../engine-client/keep-settings.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** Whether it goes without being asked, and whether files come along. */
export function ByItself() {
  const say = useWords('pouch');
  const settings = useSettings();
  const keep = useKeepSettings();
  if (settings === undefined) return null;
  return (
    <div className={classes['switches']}>
      <Switch label={say('itself.deliver')} checked={settings.deliversByItself} onChange={(event) => void keep({ deliversByItself: event.currentTarget.checked })} />
      <Switch label={say('itself.records-only')} checked={settings.recordsOnly} onChange={(event) => void keep({ recordsOnly: event.currentTarget.checked })} />
    </div>
  );
}
