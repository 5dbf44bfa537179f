import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useSettings } from '../../engine-client/engine-context.tsx';
import { Section } from '../../kit/section.tsx';
import { textSizes, type Appearance, type TextSize } from '../../theme/appearance.ts';
import { useWords } from '../../words/words.ts';
import { useChangeSettings } from './change-settings.ts';
import classes from './settings.module.css';

const appearances: readonly Appearance[] = ['system', 'light', 'dark', 'contrast'];

export function AppearanceSettings() {
  const say = useWords('settings');
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Section title={say('appearance.title')}>
      <div className={classes['body']}>
        <Choice
          label={say('appearance.theme')}
          choices={appearances.map((one) => ({ value: one, label: say(`appearance.${one}`) }))}
          value={settings.appearance}
          onChange={(value) => void change({ appearance: value as Appearance })}
        />
        <Choice
          label={say('appearance.size')}
          choices={textSizes.map((size) => ({ value: String(size), label: say('appearance.percent', { size }) }))}
          value={String(settings.textSize)}
          onChange={(value) => void change({ textSize: Number(value) as TextSize })}
        />
        <p className={classes['sample']}>{say('appearance.sample')}</p>
      </div>
    </Section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly choices: { value: string; label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, choices, value, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <p className={classes['label']} id={id}>
        {label}
      </p>
      <SegmentedControl aria-labelledby={id} data={choices} value={value} onChange={onChange} transitionDuration={0} withItemsBorders={false} />
    </div>
  );
}
