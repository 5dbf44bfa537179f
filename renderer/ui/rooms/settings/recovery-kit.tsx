import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecoveryKit } from '../../../engine/api.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { AskPassphrase } from '../../gate/ask-passphrase.tsx';
import { KitToKeep } from '../../gate/kit-page.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, dayOf } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';

export function KitSection() {
  const say = useWords('laptop');
  const settings = useWords('settings');
  const kit = useEngineQuery(['vault', 'kit'], (engine) => engine.vault.kit()).data;
  return (
    <Section title={settings('kit.title')}>
      <div className={classes['body']}>
        <p className={classes['prose']}>{settings('kit.about')}</p>
        {kit === undefined ? null : (
          <p>
            {say('kit.made', { day: dayInWords(dayOf(kit.made)) })} {kit.confirmed ? '' : say('kit.unconfirmed')}
          </p>
        )}
        <Button component={Link} href={paths.settingsPart('recovery-kit')}>
          {say('kit.renew')}
        </Button>
      </div>
    </Section>
  );
}

/** A new kit in place of the old: shown, kept, and only then in force. */
export function RenewKitPage() {
  const say = useWords('laptop');
  const engine = useEngine();
  const client = useQueryClient();
  const [kit, setKit] = useState<RecoveryKit | null>(null);
  const [kept, setKept] = useState(false);
  const keep = () => {
    setKept(true);
    void client.invalidateQueries({ queryKey: ['vault', 'kit'] });
  };
  return (
    <TaskPage title={say('kit.renew-title')} about={say('kit.renew-about')}>
      {kept ? (
        <Notice
          act={
            <Button component={Link} href={paths.settings}>
              {say('back-to-settings')}
            </Button>
          }
        >
          {say('kit.renewed')}
        </Notice>
      ) : kit === null ? (
        <AskPassphrase act={say('kit.show')} ask={(passphrase) => engine.vault.newKit(passphrase)} onDone={setKit} />
      ) : (
        <div className={classes['kit']}>
          <KitToKeep kit={kit} onKept={keep} />
        </div>
      )}
    </TaskPage>
  );
}
