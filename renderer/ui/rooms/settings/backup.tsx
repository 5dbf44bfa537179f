import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { nearDayInWords, dayOf } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

export function BackupSection() {
  const say = useWords('laptop');
  const standing = useEngineQuery(['today', 'backup'], (engine) => engine.devices.backupStanding()).data;
  return (
    <Section title={say('backup.title')}>
      <div className={classes['body']}>
        <p className={classes['prose']}>{say('backup.about')}</p>
        {standing === undefined ? null : (
          <p>
            {standing.last === null ? say('backup.never') : say('backup.last', { day: nearDayInWords(dayOf(standing.last)) })} {standing.due ? say('backup.due') : ''}
          </p>
        )}
        <div className={classes['acts']}>
          <Button component={Link} href={paths.settingsPart('backup')}>
            {say('backup.make')}
          </Button>
          <Button component={Link} href={paths.settingsPart('restore')}>
            {say('backup.bring')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
