import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

/** What left this notebook, for whoever has to account for it. */
export function RegistersSection() {
  const say = useWords('registers');
  return (
    <Section title={say('settings.title')}>
      <div className={classes['body']}>
        <p className={classes['prose']}>{say('settings.about')}</p>
        <div className={classes['acts']}>
          <Button component={Link} href={paths.transfers}>
            {say('transfers.title')}
          </Button>
          <Button component={Link} href={paths.consultations}>
            {say('log.title')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
