import { useMe, useSurroundings } from '../../engine-client/engine-context.tsx';
import { CountryName } from '../../kit/country-field.tsx';
import { Facts } from '../../kit/facts.tsx';
import { Fingerprint } from '../../kit/fingerprint.tsx';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

export function Device() {
  const say = useWords('settings');
  const me = useMe();
  const ceiling = useSurroundings()?.ceiling;
  if (me === undefined) return null;
  return (
    <Section title={say('device.title')}>
      <div className={classes['body']}>
        {me.sample ? <p>{say('device.sample')}</p> : null}
        <Facts
          facts={[
            [say('device.name'), me.name],
            [say('device.institution'), me.institution],
            [say('device.country'), me.country === '' ? '' : <CountryName key="country" code={me.country} />],
            [say('device.fingerprint'), <Fingerprint key="fingerprint" text={me.fingerprint} />],
            [say('device.ceiling'), ceiling?.full ?? ''],
          ]}
        />
      </div>
    </Section>
  );
}
