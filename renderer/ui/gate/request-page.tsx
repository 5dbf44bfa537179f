import { Button } from '@mantine/core';
import { useState } from 'react';
import type { JoinRequest } from '../../engine/api.ts';
import type { Failure } from '../../../core/result.ts';
import { bridge } from '../engine-client/bridge.ts';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { Fingerprint } from '../kit/fingerprint.tsx';
import { useWords } from '../words/words.ts';
import { GateActs, GatePage, GateWords } from './gate-page.tsx';
import classes from './kit-page.module.css';

/** The fingerprint to compare and the request file to hand over. */
export function RequestPage({ request, onDone, second }: { request: JoinRequest; onDone: () => void; second?: boolean }) {
  const say = useWords('gate');
  const laptop = useWords('laptop');
  return (
    <GatePage title={say('request.title')}>
      <GateWords>{say('request.about')}</GateWords>
      {second === true ? <GateWords>{laptop('second.compare')}</GateWords> : null}
      <RequestToHandOver request={request} />
      <GateActs>
        <Button variant="filled" onClick={onDone}>
          {say('request.enter')}
        </Button>
      </GateActs>
    </GatePage>
  );
}

/** Also in Settings, until the secretariat has answered. */
export function RequestToHandOver({ request }: { request: JoinRequest }) {
  const say = useWords('gate');
  const [saved, setSaved] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    const answer = await bridge().call('file:save', { purpose: 'join-request', suggestedName: request.suggestedName, bytes: new Uint8Array(request.file) });
    if (answer === null) return;
    if ('failure' in answer) return setFailure({ code: answer.failure });
    setFailure(null);
    setSaved(say('request.saved', { name: answer.name }));
  };
  return (
    <>
      <p className={classes['label']}>{say('request.fingerprint')}</p>
      <div className={classes['large']}>
        <Fingerprint text={request.fingerprint} large />
      </div>
      <GateWords>
        {say('request.compare')} {say('request.meanwhile')}
      </GateWords>
      <div className={classes['ways']}>
        <Button onClick={() => void save()}>{say('request.save')}</Button>
        <span className={classes['done']} role="status">
          {saved}
        </span>
      </div>
      {failure === null ? null : <ErrorSentence failure={failure} />}
    </>
  );
}
