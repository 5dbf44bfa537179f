import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../engine-client/engine-context.tsx';
import { useDecide } from '../../kit/decisions/decide.ts';
import { DecisionDialog } from '../../kit/decisions/decision-dialog.tsx';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import type { DecisionProps } from './subject-acts.tsx';

/** A legal hold: nothing goes while it stands. */
export function HoldDialog({ view, onClose }: DecisionProps) {
  const say = useWords('subjects');
  const me = useMe();
  const { busy, decide } = useDecide(view);
  const [ground, setGround] = useState('');
  const [tried, setTried] = useState(false);
  const hold = async () => {
    setTried(true);
    if (ground.trim() === '') return;
    if (await decide({ hold: { ground: ground.trim(), on: today(), by: me?.name ?? '' } })) onClose();
  };
  return (
    <DecisionDialog title={say('hold.title')} act={say('hold.act')} busy={busy} onDecide={() => void hold()} onClose={onClose}>
      <p>{say('hold.about')}</p>
      <TextInput label={say('hold.ground')} description={say('hold.groundHelp')} maxLength={300} value={ground} onChange={(event) => setGround(event.currentTarget.value)} error={tried && ground.trim() === '' ? say('need.ground') : null} data-autofocus />
    </DecisionDialog>
  );
}
