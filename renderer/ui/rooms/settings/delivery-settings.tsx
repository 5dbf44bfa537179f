import { Switch } from '@mantine/core';
import { useMe, useSettings } from '../../engine-client/engine-context.tsx';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import { useChangeSettings } from './change-settings.ts';
import { DataBudgetSettings } from './data-budget.tsx';
import classes from './settings.module.css';

/** How the pouch delivers; whoever works alone has none. */
export function DeliverySettings() {
  const say = useWords('pouch');
  const standing = useMe()?.standing;
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined || standing === undefined || standing === 'alone') return null;
  return (
    <Section title={say('title')}>
      <div className={classes['body']}>
        <Switch label={say('itself.deliver')} description={say('itself.about')} checked={settings.deliversByItself} onChange={(event) => void change({ deliversByItself: event.currentTarget.checked })} />
        <Switch label={say('itself.records-only')} description={say('itself.records-only-about')} checked={settings.recordsOnly} onChange={(event) => void change({ recordsOnly: event.currentTarget.checked })} />
        <DataBudgetSettings budget={settings.dataBudget} />
      </div>
    </Section>
  );
}
