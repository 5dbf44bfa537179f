import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DeviceRow } from '../../../engine/api.ts';
import { useEngine, useEngineQuery, useMe } from '../../engine-client/engine-context.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Fingerprint } from '../../kit/fingerprint.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { dayInWords, dayOf } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { LostLaptop } from './lost-laptop.tsx';
import classes from './settings.module.css';

/** Every laptop that signs in the person's name, as the organisation certified it. */
export function Devices() {
  const say = useWords('laptop');
  const standing = useMe()?.standing;
  const rows = useEngineQuery(['pouch', 'devices'], (engine) => engine.devices.list()).data ?? [];
  return (
    <Section title={say('devices.title')}>
      <div className={classes['body']}>
        <p className={classes['prose']}>{say('devices.about')}</p>
        {rows.filter((row) => row.isNew).map((row) => <NewDevice key={row.device} row={row} />)}
        <ul className={classes['laptops']} aria-label={say('devices.title')}>
          {rows.map((row) => (
            <Laptop key={row.device} row={row} alone={standing === 'alone'} />
          ))}
        </ul>
        {standing === 'alone' ? (
          <p className={classes['quiet']}>{say('devices.alone')}</p>
        ) : (
          <Button component={Link} href={paths.settingsPart('second-laptop')}>
            {say('devices.pair')}
          </Button>
        )}
        <div className={classes['disclosures']}>
          <Disclosure reading title={say('devices.lost')} now={say('devices.lost-now')}>
            <LostLaptop rows={rows} />
          </Disclosure>
        </div>
      </div>
    </Section>
  );
}

function Laptop({ row, alone }: { row: DeviceRow; alone: boolean }) {
  const say = useWords('laptop');
  const from = row.from === null ? (alone ? null : say('devices.not-yet')) : say('devices.since', { day: dayInWords(dayOf(row.from)) });
  const until = row.until === null ? null : say('devices.until', { day: dayInWords(dayOf(row.until)) });
  return (
    <li className={classes['laptop']}>
      <strong>{say(row.current ? 'devices.this' : 'devices.other')}</strong>
      <span className={classes['quiet']}>{joined(from, until)}</span>
      <Fingerprint text={row.fingerprint} />
    </li>
  );
}

/** Nobody adds a laptop in a person's name without their being asked. */
function NewDevice({ row }: { row: DeviceRow }) {
  const say = useWords('laptop');
  const engine = useEngine();
  const client = useQueryClient();
  const [strange, setStrange] = useState(false);
  const acknowledge = async () => {
    const kept = await engine.devices.acknowledge([row.device]);
    if (!kept.ok) tellFailure(kept.failure);
    await client.invalidateQueries({ queryKey: ['pouch', 'devices'] });
  };
  return (
    <Notice
      act={
        <div className={classes['acts']}>
          <Button onClick={() => void acknowledge()}>{say(strange ? 'devices.understood' : 'devices.mine')}</Button>
          {strange ? null : <Button onClick={() => setStrange(true)}>{say('devices.not-mine')}</Button>}
        </div>
      }
    >
      {say(strange ? 'devices.not-mine-words' : 'devices.new', { fingerprint: row.fingerprint })}
    </Notice>
  );
}
