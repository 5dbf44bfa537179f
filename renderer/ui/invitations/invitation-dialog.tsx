import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MarkingId, RecordId } from '../../../core/ids.ts';
import type { Failure } from '../../../core/result.ts';
import type { CalendarExport, InvitationChoices, InvitationProposal } from '../../engine/api.ts';
import { LeaveReasons } from '../attachments/leave-reasons.tsx';
import { useEngine, useSettings } from '../engine-client/engine-context.tsx';
import { useKeepSettings } from '../engine-client/keep-settings.ts';
import type { Engine } from '../engine-client/start-engine.ts';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { handOut, type HandedOut } from '../kit/hand-out.ts';
import { MarkingBadge } from '../kit/marking-badge.tsx';
import { useAskBeforeLeaving } from '../kit/persons-named.ts';
import { tell } from '../kit/undo.ts';
import { useWords } from '../words/words.ts';
import { InvitationFields } from './invitation-fields.tsx';
import classes from './invitations.module.css';

export interface InvitationDialogProps {
  /** Saved, and each with a day. */
  readonly meetings: readonly RecordId[];
  /** The highest of theirs. */
  readonly level: MarkingId;
  readonly onEnd: () => void;
}

/** One meeting or several as a calendar file: what would be in it, whether that may leave, and the one press that saves it. */
export function InvitationDialog(props: InvitationDialogProps) {
  const say = useWords('invitations');
  const common = useWords('kit');
  const { meetings, onEnd } = props;
  const engine = useEngine();
  const settings = useSettings();
  const proposed = useQuery({ queryKey: ['invitation', ...meetings], queryFn: () => engine.invitations.propose(meetings), gcTime: 0, staleTime: 0 }).data;
  const title = meetings.length === 1 ? say('title') : say('titleSeveral', { count: meetings.length });
  return (
    <Modal opened onClose={onEnd} title={title} size="lg" closeButtonProps={{ 'aria-label': common('close') }} attributes={{ header: { role: 'presentation' } }}>
      {proposed === undefined || settings === undefined ? null : proposed.ok ? (
        <Invitation {...props} proposal={proposed.value} replyTo={settings.replyTo} />
      ) : (
        <div className={classes['invitation']}>
          <ErrorSentence failure={proposed.failure} />
          <div className={classes['acts']}>
            <Button onClick={onEnd}>{common('close')}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function Invitation({ meetings, level, onEnd, proposal, replyTo }: InvitationDialogProps & { readonly proposal: InvitationProposal; readonly replyTo: string }) {
  const say = useWords('invitations');
  const common = useWords('kit');
  const engine = useEngine();
  const [choices, setChoices] = useState<InvitationChoices>({ subject: proposal.subject, place: proposal.unmarked, agenda: proposal.unmarked && proposal.hasAgenda, replyTo, cancelled: false });
  const [h3Confirmed, confirm] = useState(false);
  const reasons = useQuery({ queryKey: ['invitation-refusals', h3Confirmed, ...meetings], queryFn: () => engine.invitations.refusals(meetings, h3Confirmed), gcTime: 0, staleTime: 0 }).data;
  const { save, busy, failure } = useSave(meetings, choices, h3Confirmed, onEnd);
  const untitled = choices.subject.trim() === '';
  return (
    <form
      className={classes['invitation']}
      onSubmit={(event) => {
        event.preventDefault();
        if (reasons?.length === 0 && !untitled && !busy) void save();
      }}
    >
      <div>
        <MarkingBadge level={level} />
        <p className={classes['quiet']}>{say(proposal.unmarked ? 'notProtected' : 'marked')}</p>
      </div>
      <InvitationFields proposal={proposal} choices={choices} onChange={(change) => setChoices((now) => ({ ...now, ...change }))} />
      <LeaveReasons reasons={reasons ?? []} h3Confirmed={h3Confirmed} onConfirm={confirm} />
      {failure === null ? null : <ErrorSentence failure={failure} />}
      <div className={classes['acts']}>
        <Button onClick={onEnd}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy} disabled={reasons === undefined || reasons.length > 0 || untitled}>
          {say('save')}
        </Button>
      </div>
    </form>
  );
}

/** A meeting with people on its list is given to them; without anybody it is for one's own calendar. */
function handOutInvitation(engine: Engine, meetings: readonly RecordId[], { file, suggestedName, recipients }: CalendarExport): Promise<HandedOut> {
  const purpose = recipients.length === 0 ? 'own-use' : 'circulation';
  return handOut(engine, { as: 'ics', records: meetings, purpose, recipients }, { purpose: 'calendar', suggestedName, bytes: file });
}

/** Makes the file, saves it where the person says, and remembers where answers go. */
function useSave(meetings: readonly RecordId[], choices: InvitationChoices, h3Confirmed: boolean, onEnd: () => void) {
  const say = useWords('invitations');
  const engine = useEngine();
  const settings = useSettings();
  const keep = useKeepSettings();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const mayLeave = useAskBeforeLeaving();
  const save = async () => {
    if (!(await mayLeave(meetings))) return;
    setBusy(true);
    const made = await engine.invitations.prepare(meetings, choices, h3Confirmed);
    const out = made.ok ? await handOutInvitation(engine, meetings, made.value) : null;
    setBusy(false);
    if (!made.ok) return setFailure(made.failure);
    if (out?.done === 'failed') return setFailure(out.failure);
    if (out?.done !== 'saved') return;
    if (choices.replyTo.trim() !== settings?.replyTo) await keep({ replyTo: choices.replyTo.trim() });
    tell(say('saved', { name: out.name }));
    onEnd();
  };
  return { save, busy, failure };
}
