import { Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import { standingHold } from '../../../../core/persons/legal-hold.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useMe } from '../../engine-client/engine-context.tsx';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { DayInput } from '../day-field.tsx';
import { Notice } from '../notice.tsx';
import { useHoldInWords } from '../hold-words.ts';
import { useDecide } from './decide.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import type { ReviewedKind } from './extend-dialog.tsx';

export interface HoldDialogProps<Kind extends ReviewedKind> {
  readonly view: RecordView<Kind>;
  readonly onClose: () => void;
}

/** A legal hold: nothing goes while it stands. */
export function HoldDialog<Kind extends ReviewedKind>({ view, onClose }: HoldDialogProps<Kind>) {
  const say = useWords('kit');
  const me = useMe();
  const { busy, decide } = useDecide<ReviewedKind>(view);
  const [ground, setGround] = useState('');
  const [until, setUntil] = useState<Day | null>(null);
  const [tried, setTried] = useState(false);
  const isPast = until !== null && until < today();
  const hold = async () => {
    setTried(true);
    if (ground.trim() === '' || isPast) return;
    if (await decide({ hold: { ground: ground.trim(), on: today(), by: me?.name ?? '', until } })) onClose();
  };
  return (
    <DecisionDialog title={say('hold.title')} act={say('hold.act')} busy={busy} onDecide={() => void hold()} onClose={onClose}>
      <p>{say('hold.about')}</p>
      <TextInput label={say('hold.ground')} description={say('hold.groundHelp')} maxLength={300} value={ground} onChange={(event) => setGround(event.currentTarget.value)} error={tried && ground.trim() === '' ? say('hold.needGround') : null} data-autofocus />
      <DayInput label={say('hold.end')} help={say('hold.endHelp')} day={until} onChange={setUntil} {...(tried && isPast ? { error: say('hold.needLaterDay') } : {})} />
    </DecisionDialog>
  );
}

/** Putting on hold, or lifting the hold that stands. One that has run out is put anew. */
export function HoldItem<Kind extends ReviewedKind>({ view, onHold }: { readonly view: RecordView<Kind>; readonly onHold: () => void }) {
  const say = useWords('kit');
  const { decide } = useDecide<ReviewedKind>(view);
  if (standingHold(view.value, today()) === null) return <Menu.Item onClick={onHold}>{say('hold.put')}</Menu.Item>;
  return <Menu.Item onClick={() => void decide({ hold: null })}>{say('hold.lift')}</Menu.Item>;
}

/** Whose hold it is, on which ground, until when, and what does not happen meanwhile. */
export function HoldNotice({ value }: { readonly value: object }) {
  const say = useWords('kit');
  const inWords = useHoldInWords();
  const hold = standingHold(value, today());
  return hold === null ? null : <Notice>{say('hold.notice', { hold: inWords(hold), ground: hold.ground })}</Notice>;
}
