import { Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import { standingHold, type LegalHold } from '../../../../core/persons/legal-hold.ts';
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

/** Puts on legal hold, or lifts the hold that stood when it was opened; either asks its ground. */
export function HoldDialog<Kind extends ReviewedKind>({ view, onClose }: HoldDialogProps<Kind>) {
  const [standing] = useState(() => standingHold(view.value, today()));
  return standing === null ? <PutDialog view={view} onClose={onClose} /> : <LiftDialog view={view} standing={standing} onClose={onClose} />;
}

/** A legal hold: nothing goes while it stands. */
function PutDialog<Kind extends ReviewedKind>({ view, onClose }: HoldDialogProps<Kind>) {
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
      <GroundInput help={say('hold.groundHelp')} ground={ground} tried={tried} onChange={setGround} />
      <DayInput label={say('hold.end')} help={say('hold.endHelp')} day={until} onChange={setUntil} {...(tried && isPast ? { error: say('hold.needLaterDay') } : {})} />
    </DecisionDialog>
  );
}

/** The hold stays with its record, with who lifted it, when and on which ground. */
function LiftDialog<Kind extends ReviewedKind>({ view, standing, onClose }: HoldDialogProps<Kind> & { readonly standing: LegalHold }) {
  const say = useWords('kit');
  const me = useMe();
  const inWords = useHoldInWords();
  const { busy, decide } = useDecide<ReviewedKind>(view);
  const [ground, setGround] = useState('');
  const [tried, setTried] = useState(false);
  const lift = async () => {
    setTried(true);
    if (ground.trim() === '') return;
    if (await decide({ hold: { ...standing, lifted: { ground: ground.trim(), on: today(), by: me?.name ?? '' } } })) onClose();
  };
  return (
    <DecisionDialog title={say('hold.liftTitle')} act={say('hold.liftAct')} busy={busy} onDecide={() => void lift()} onClose={onClose}>
      <p>{say('hold.liftAbout', { hold: inWords(standing), ground: standing.ground })}</p>
      <GroundInput help={say('hold.liftGroundHelp')} ground={ground} tried={tried} onChange={setGround} />
    </DecisionDialog>
  );
}

function GroundInput({ help, ground, tried, onChange }: { readonly help: string; readonly ground: string; readonly tried: boolean; readonly onChange: (ground: string) => void }) {
  const say = useWords('kit');
  return <TextInput label={say('hold.ground')} description={help} maxLength={300} value={ground} onChange={(event) => onChange(event.currentTarget.value)} error={tried && ground.trim() === '' ? say('hold.needGround') : null} data-autofocus />;
}

/** Putting on hold, or lifting the hold that stands. One that has run out or was lifted is put anew. */
export function HoldItem<Kind extends ReviewedKind>({ view, onHold }: { readonly view: RecordView<Kind>; readonly onHold: () => void }) {
  const say = useWords('kit');
  return <Menu.Item onClick={onHold}>{say(standingHold(view.value, today()) === null ? 'hold.put' : 'hold.lift')}</Menu.Item>;
}

/** Whose hold it is, on which ground, until when, and what does not happen meanwhile. */
export function HoldNotice({ value }: { readonly value: object }) {
  const say = useWords('kit');
  const inWords = useHoldInWords();
  const hold = standingHold(value, today());
  return hold === null ? null : <Notice>{say('hold.notice', { hold: inWords(hold), ground: hold.ground })}</Notice>;
}
