import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { VerifiedMinutes } from '../../../engine/api.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Notice } from '../../kit/notice.tsx';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { dayInWords, dayOf } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { readMinutesFile } from '../../pdf/open-pdf.ts';
import { listed } from '../../words/language.ts';

/** Says of a PDF that it is given whether it is authentic and unaltered. */
export function CheckPage() {
  const say = useWords('export');
  const engine = useEngine();
  const [verified, setVerified] = useState<VerifiedMinutes | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const check = async () => {
    const file = await bridge().call('file:open', { purpose: 'minutes' });
    if (file === null) return;
    setVerified(null);
    if ('failure' in file) return setFailure({ code: file.failure });
    const minutes = await readMinutesFile(file.bytes);
    if (minutes === null) return setFailure({ code: 'not-a-record' });
    const answer = await engine.minutes.verify(minutes.record, minutes.pages);
    setFailure(answer.ok ? null : answer.failure);
    setVerified(answer.ok ? answer.value : null);
  };
  return (
    <OnePane label={say('check.title')}>
      <PageHead title={say('check.title')} facts={say('check.about')} acts={<Button variant="filled" onClick={() => void check()}>{say('check.act')}</Button>} />
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {verified === null ? null : <Verdict verified={verified} />}
    </OnePane>
  );
}

function Verdict({ verified }: { verified: VerifiedMinutes }) {
  const say = useWords('export');
  const names = listed(verified.approvedBy);
  return (
    <Notice>
      {say(verified.pages === 'same' ? 'check.authentic' : 'check.record-authentic', {
        title: verified.title,
        name: verified.signedBy,
        day: dayInWords(dayOf(verified.at)),
      })}{' '}
      {names === '' ? '' : say('check.approved-by', { names })}
    </Notice>
  );
}
