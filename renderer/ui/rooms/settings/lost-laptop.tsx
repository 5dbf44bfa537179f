import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { DeviceRow } from '../../../engine/api.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useMe } from '../../engine-client/engine-context.tsx';
import { dayInWords, timeInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

/** What to do, in words, and the report with everything in it that the secretariat asks. */
export function LostLaptop({ rows }: { rows: readonly DeviceRow[] }) {
  const say = useWords('laptop');
  const me = useMe();
  const others = rows.filter((row) => !row.current && row.until === null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const lost = others.find((row) => row.device === chosen) ?? others[0];
  const copy = async () => {
    if (me === undefined || lost === undefined) return;
    const text = say('devices.report', { name: me.name, fingerprint: lost.fingerprint, mine: me.fingerprint, at: nowInWords() });
    await bridge().call('clipboard:write', { text, marked: false });
    setCopied(true);
  };
  return (
    <div className={classes['body']}>
      <ol className={classes['steps']}>
        {([1, 2, 3, 4] as const).map((step) => (
          <li key={step}>{say(`devices.lost-${step}`)}</li>
        ))}
      </ol>
      {others.length > 1 ? (
        <Select
          label={say('devices.which')}
          data={others.map((row) => ({ value: row.device, label: row.fingerprint }))}
          value={lost?.device ?? null}
          onChange={setChosen}
          allowDeselect={false}
        />
      ) : null}
      {lost === undefined ? (
        <p className={classes['quiet']}>{say('devices.lost-none')}</p>
      ) : (
        <>
          <Button onClick={() => void copy()}>{say('devices.lost-copy')}</Button>
          <p role="status">{copied ? say('devices.lost-copied') : ''}</p>
        </>
      )}
    </div>
  );
}

function nowInWords(): string {
  return `${dayInWords(today())}, ${timeInWords(Date.now())}`;
}
