import { Select } from '@mantine/core';
import { useSettings } from '../../engine-client/engine-context.tsx';
import { Section } from '../../kit/section.tsx';
import { languageNow, languages } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { useChangeSettings } from './change-settings.ts';
import classes from './settings.module.css';

/** The language of the interface; it changes at once. Each language is named in itself. */
export function LanguageSettings() {
  const say = useWords('settings');
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Section title={say('language.title')}>
      <div className={classes['body']}>
        <div className={classes['form']}>
          <Select
            label={say('language.label')}
            data={languages.map((one) => ({ value: one, label: say(`language.${one}`) }))}
            value={settings.language ?? languageNow()}
            onChange={(value) => value !== null && void change({ language: value })}
          />
        </div>
        <p className={classes['quiet']}>{say('language.about')}</p>
      </div>
    </Section>
  );
}
