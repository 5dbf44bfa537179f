import { Select } from '@mantine/core';
import type { MinutesLanguage } from '../../../engine/api.ts';
import { useSettings } from '../../engine-client/engine-context.tsx';
import { Section } from '../../kit/section.tsx';
import { languageNow } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { useChangeSettings } from './change-settings.ts';
import classes from './settings.module.css';

const languages: readonly MinutesLanguage[] = ['en', 'fr', 'sq', 'sr-Cyrl'];
const minutesChoices = [1, 2, 5, 8, 10, 15, 30];

export function MinutesSettings() {
  const say = useWords('settings');
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Section title={say('minutes.title')}>
      <div className={classes['body']}>
        <div className={classes['form']}>
          <Select
            label={say('minutes.language')}
            data={languages.map((one) => ({ value: one, label: say(`minutes.${one}`) }))}
            value={settings.minutesLanguage ?? languageNow()}
            onChange={(value) => value !== null && void change({ minutesLanguage: value })}
          />
        </div>
      </div>
    </Section>
  );
}

export function LockSettings() {
  const say = useWords('settings');
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  const choices = [...new Set([...minutesChoices, settings.lockAfterMinutes])].toSorted((one, other) => one - other);
  return (
    <Section title={say('lock.title')}>
      <div className={classes['body']}>
        <div className={classes['form']}>
          <Select
            label={say('lock.after')}
            data={choices.map((count) => ({ value: String(count), label: say('lock.minutes', { count }) }))}
            value={String(settings.lockAfterMinutes)}
            onChange={(value) => value !== null && void change({ lockAfterMinutes: Number(value) })}
          />
        </div>
        <p className={classes['quiet']}>{say('lock.also')}</p>
      </div>
    </Section>
  );
}
