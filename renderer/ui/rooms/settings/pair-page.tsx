import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PairingOffer } from '../../../engine/api.ts';
import { useEngine, useMe } from '../../engine-client/engine-context.tsx';
import { AskPassphrase } from '../../gate/ask-passphrase.tsx';
import { useSecondsUntil } from '../../gate/waiting.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Fingerprint } from '../../kit/fingerprint.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { timeInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { useSaveFile } from './save-file.ts';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';

/** The first laptop's end of the pairing: a file for the stick, a code for the voice. */
export function PairPage() {
  const say = useWords('laptop');
  const engine = useEngine();
  const [offer, setOffer] = useState<PairingOffer | null>(null);
  return (
    <TaskPage title={say('pair.title')} about={say('pair.about')}>
      {offer === null ? (
        <AskPassphrase act={say('pair.ask')} ask={(passphrase) => engine.devices.pair(passphrase)} onDone={setOffer} />
      ) : (
        <Offer key={offer.code} offer={offer} onAgain={() => setOffer(null)} />
      )}
    </TaskPage>
  );
}

function Offer({ offer, onAgain }: { offer: PairingOffer; onAgain: () => void }) {
  const say = useWords('laptop');
  const me = useMe();
  const { name, failure, save } = useSaveFile();
  const seconds = useSecondsUntil(offer.until);
  if (seconds <= 0) return <Notice act={<Button onClick={onAgain}>{say('pair.again')}</Button>}>{say('pair.expired')}</Notice>;
  return (
    <>
      <ol className={classes['steps']}>
        <li>
          {say('pair.step-1')}
          <div className={classes['acts']}>
            <Button variant="filled" onClick={() => void save({ purpose: 'pairing', suggestedName: say('pair.file-name'), bytes: new Uint8Array(offer.file) })}>
              {say('pair.save')}
            </Button>
            <span role="status">{name === null ? '' : say('pair.saved', { name })}</span>
          </div>
          {failure === null ? null : <ErrorSentence failure={failure} />}
        </li>
        <li>{say('pair.step-2')}</li>
        <li>
          {say('pair.step-3')}
          <p className={classes['code']} aria-label={say('pair.code')} role="group" data-testid="pairing-code">
            {offer.code}
          </p>
          <p className={classes['quiet']}>{say('pair.until', { time: timeInWords(offer.until) })}</p>
        </li>
        <li>
          {say('pair.step-4')}
          <div className={classes['sheet']}>{me === undefined ? null : <Fingerprint text={me.fingerprint} large />}</div>
        </li>
      </ol>
      <div className={classes['acts']}>
        <Button component={Link} href={paths.settings}>
          {say('pair.done')}
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          {say('pair.again')}
        </Button>
      </div>
    </>
  );
}
