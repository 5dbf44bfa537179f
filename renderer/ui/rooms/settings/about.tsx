import { useQuery } from '@tanstack/react-query';
import { bridge } from '../../engine-client/bridge.ts';
import { Facts } from '../../kit/facts.tsx';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

export function About() {
  const say = useWords('settings');
  const info = useQuery({ queryKey: ['app-info'], queryFn: () => bridge().call('app:info', undefined) }).data;
  if (info === undefined) return null;
  return (
    <Section title={say('about.title')}>
      <div className={classes['body']}>
        <Facts
          facts={[
            [say('about.version'), info.version],
            [say('about.electron'), say(info.official ? 'about.official' : 'about.unofficial', { version: info.electron })],
            [say('about.chromium'), info.chromium],
            [say('about.licence'), say('about.eupl')],
          ]}
        />
      </div>
    </Section>
  );
}
