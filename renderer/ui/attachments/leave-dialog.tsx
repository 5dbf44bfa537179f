import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportPurpose, ExportReason } from '../../../core/clearance/export.ts';
import type { Failure } from '../../../core/result.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { MarkingBadge } from '../kit/marking-badge.tsx';
import { tell } from '../kit/undo.ts';
import { today } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import type { AttachmentRowProps } from './attachment-row.tsx';
import { LeaveReasons } from './leave-reasons.tsx';
import { letOut } from './let-out.ts';
import classes from './attachments.module.css';

const purposes = ['own-use', 'circulation', 'judicial-proceedings'] as const satisfies readonly ExportPurpose[];

/** Before a file leaves: what it is marked, what for, whether that may be, and what leaving means. */
export function LeaveDialog(props: AttachmentRowProps & { readonly how: 'save' | 'open'; readonly onEnd: () => void }) {
  const { attachment, how, level, record, onEnd, onChange } = props;
  const say = useWords('attachments');
  const common = useWords('kit');
  const engine = useEngine();
  const [purpose, setPurpose] = useState<ExportPurpose>('own-use');
  const [h3Confirmed, confirm] = useState(false);
  const [to, setTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reasons = useRefusals(props, purpose, h3Confirmed);
  const given = purpose !== 'own-use' && how === 'save';
  const act = async () => {
    setBusy(true);
    const recipients = given && to.trim() !== '' ? [{ name: to.trim(), country: '' as const, institution: '' }] : [];
    const left = await letOut(engine, attachment, { how, departure: { records: record === null ? [] : [record], purpose, recipients } });
    setBusy(false);
    if (left.done === 'failed') return setFailure(left.failure);
    if (left.done === 'not') return;
    if (given && to.trim() !== '') onChange?.({ handOvers: [...attachment.handOvers, { to: to.trim(), on: today(), why: say(`purpose.${purpose}`) }] });
    tell(say(left.done));
    onEnd();
  };
  return (
    <Modal opened onClose={onEnd} title={say(how === 'save' ? 'saveTitle' : 'openTitle')} closeButtonProps={{ 'aria-label': common('close') }} attributes={{ header: { role: 'presentation' } }}>
      <div className={classes['leave']}>
        <p className={classes['leaving']}>
          <MarkingBadge level={level} /> {attachment.name}
        </p>
        <p>{say(how === 'save' ? 'saveWarning' : 'openWarning')}</p>
        {how === 'open' ? null : <PurposeChoice purpose={purpose} onChange={setPurpose} />}
        {given && onChange !== undefined ? <TextInput label={say('givenTo')} description={say('givenToHelp')} value={to} maxLength={300} onChange={(event) => setTo(event.currentTarget.value)} /> : null}
        <LeaveReasons reasons={reasons ?? []} h3Confirmed={h3Confirmed} onConfirm={confirm} />
        {failure === null ? null : <ErrorSentence failure={failure} />}
        <div className={classes['dialogActs']}>
          <Button onClick={onEnd}>{common('cancel')}</Button>
          <Button variant="filled" loading={busy} disabled={reasons === undefined || reasons.length > 0} onClick={() => void act()} data-autofocus>
            {say(how === 'save' ? 'saveAct' : 'openAct')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function useRefusals({ kind, record, safeguards }: AttachmentRowProps, purpose: ExportPurpose, h3Confirmed: boolean): readonly ExportReason[] | undefined {
  const engine = useEngine();
  return useQuery({
    queryKey: ['leave', kind, record, purpose, h3Confirmed, JSON.stringify(safeguards)],
    queryFn: () => engine.files.refusals({ kind, record, safeguards, purpose, h3Confirmed }),
    gcTime: 0,
    staleTime: 0,
  }).data;
}

function PurposeChoice({ purpose, onChange }: { purpose: ExportPurpose; onChange: (purpose: ExportPurpose) => void }) {
  const say = useWords('attachments');
  return (
    <Radio.Group label={say('purposeLabel')} value={purpose} onChange={(next) => onChange(purposes.find((one) => one === next) ?? 'own-use')}>
      <div className={classes['purposes']}>
        {purposes.map((one) => (
          <Radio key={one} value={one} label={say(`purpose.${one}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
