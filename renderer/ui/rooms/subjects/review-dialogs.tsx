import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import { useMe } from '../../engine-client/engine-context.tsx';
import { DayInput } from '../../kit/day-field.tsx';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { useDecide, withItem } from './decide.ts';
import type { DecisionProps } from './subject-acts.tsx';

/** The review is put off to a later day, with the reason. */
export function ExtendDialog({ view, onClose }: DecisionProps) {
  const say = useWords('subjects');
  const me = useMe();
  const { busy, decide } = useDecide(view);
  const [until, setUntil] = useState<Day | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const dayProblem = until === null ? say('need.day') : until <= today() ? say('need.laterDay') : null;
  const extend = async () => {
    setTried(true);
    if (until === null || dayProblem !== null || reason.trim() === '') return;
    const extensions = withItem(view.value.extensions, { until, reason: reason.trim(), by: me?.name ?? '', on: today() });
    if (await decide({ reviewBy: until, extensions })) onClose();
  };
  return (
    <DecisionDialog title={say('extend.title')} act={say('extend.act')} busy={busy} onDecide={() => void extend()} onClose={onClose}>
      <DayInput label={say('extend.until')} day={until} onChange={setUntil} {...(tried && dayProblem !== null ? { error: dayProblem } : {})} />
      <TextInput label={say('extend.reason')} description={say('extend.reasonHelp')} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried && reason.trim() === '' ? say('need.reason') : null} />
    </DecisionDialog>
  );
}

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
