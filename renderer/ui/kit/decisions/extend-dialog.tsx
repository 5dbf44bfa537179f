import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useMe } from '../../engine-client/engine-context.tsx';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { DayInput } from '../day-field.tsx';
import { useDecide, withItem } from './decide.ts';
import { DecisionDialog } from './decision-dialog.tsx';

/** Kinds whose records are out of lists and search once their review is overdue. */
export type ReviewedKind = 'subject' | 'protection';

export interface ExtendDialogProps<Kind extends ReviewedKind> {
  readonly view: RecordView<Kind>;
  readonly onClose: () => void;
}

/** The review is put off to a later day, with the reason. */
export function ExtendDialog<Kind extends ReviewedKind>({ view, onClose }: ExtendDialogProps<Kind>) {
  const say = useWords('kit');
  const me = useMe();
  const { busy, decide } = useDecide<ReviewedKind>(view);
  const [until, setUntil] = useState<Day | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const dayProblem = until === null ? say('review.needDay') : until <= today() ? say('review.needLaterDay') : null;
  const extend = async () => {
    setTried(true);
    if (until === null || dayProblem !== null || reason.trim() === '') return;
    const before: RecordValue<ReviewedKind>['extensions'] = view.value.extensions;
    const extensions = withItem(before, { until, reason: reason.trim(), by: me?.name ?? '', on: today() });
    if (await decide({ reviewBy: until, extensions })) onClose();
  };
  return (
    <DecisionDialog title={say('review.title')} act={say('review.act')} busy={busy} onDecide={() => void extend()} onClose={onClose}>
      <DayInput label={say('review.until')} day={until} onChange={setUntil} {...(tried && dayProblem !== null ? { error: dayProblem } : {})} />
      <TextInput label={say('review.reason')} description={say('review.reasonHelp')} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried && reason.trim() === '' ? say('review.needReason') : null} />
    </DecisionDialog>
  );
}
