import { Button, Menu } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { Link, useLocation } from 'wouter';
import type { RecordView } from '../../../engine/api.ts';
import { useCommand } from '../../kit/commands.ts';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { useLogActivity } from '../../kit/log-activity.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { LowerItem } from '../../kit/lower-item.tsx';
import { paths } from '../../kit/paths.ts';
import { PageHead } from '../../kit/room-layout.tsx';
import { SavedState } from '../../kit/saved-state.tsx';
import { tell } from '../../kit/undo.ts';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { ApprovalAsk } from './approval-ask.tsx';
import type { MeetingForm } from './meeting-form.ts';
import type { MeetingSaving } from './save-meeting.ts';
import classes from './meetings.module.css';

export interface MeetingHeadProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly saving: MeetingSaving;
  readonly overtaken: boolean;
  readonly view: RecordView<'meeting'> | null;
  readonly onTake: () => void;
  readonly onProject: () => void;
  readonly onInvite: () => void;
}

/** Title, facts and the acts of a meeting that is being worked on. */
export function MeetingHead(props: MeetingHeadProps) {
  const { form, saving, view, overtaken } = props;
  const say = useWords('meetings');
  const [title, day, start, place, stage] = form.watch(['title', 'day', 'start', 'place', 'stage']);
  const when = [day === null ? null : dayInWords(day), start, place].filter((one) => one !== null && one !== '').join(' · ');
  return (
    <>
      <PageHead
        title={title.trim() === '' ? say('untitled') : title}
        facts={
          <span className={classes['facts']}>
            <MarkingBadge level={saving.level} />
            <span>{[say(overtaken ? 'stage.approved' : `stage.${stage}`), when].filter((one) => one !== '').join(' · ')}</span>
            <SavedState saving={saving.keeper.saving} />
          </span>
        }
        acts={<Acts {...props} stage={stage} />}
      />
      {view !== null && view.conflicts > 0 ? (
        <p role="status">
          {say('conflict')} <Link href={paths.conflict(view.record, 'meeting')}>{say('lookAtConflict')}</Link>
        </p>
      ) : null}
      {view?.incomplete === true ? <p role="status">{say('incomplete')}</p> : null}
    </>
  );
}

function Acts({ form, saving, overtaken, view, onTake, onProject, onInvite, stage }: MeetingHeadProps & { readonly stage: MeetingForm['stage'] }) {
  const say = useWords('meetings');
  const [, go] = useLocation();
  const exportMinutes = async () => {
    const saved = await saving.save();
    if (saved !== null) go(paths.exportMinutes(saved.record));
  };
  useCommand('done', () => void saving.save(), { enabled: !overtaken });
  useCommand('export', () => void exportMinutes(), { enabled: !overtaken });
  if (overtaken) return <Button variant="filled" onClick={() => void saving.discard()}>{say('acts.discard')}</Button>;
  const prominent = stage === 'preparing' ? 'take' : stage === 'draft' ? 'circulate' : 'approve';
  return (
    <>
      <MoreActs form={form} saving={saving} view={view} onProject={onProject} onInvite={onInvite} />
      {stage === 'preparing' ? null : <Button onClick={() => void exportMinutes()}>{say('acts.export')}</Button>}
      <Button loading={saving.busy} onClick={() => void saving.save()}>{say('acts.save')}</Button>
      <StageAct act={prominent} form={form} saving={saving} onTake={onTake} />
    </>
  );
}

/** The one thing to do next: take minutes, then circulate, then approve. */
function StageAct({ act, form, saving, onTake }: { act: 'take' | 'circulate' | 'approve'; form: UseFormReturn<MeetingForm>; saving: MeetingSaving; onTake: () => void }) {
  const say = useWords('meetings');
  const confirm = useConfirm();
  const approve = async () => {
    if (!saving.mayApprove()) return;
    const yes = await confirm({ title: say('approveAsk.title'), body: <ApprovalAsk attendance={form.getValues('attendance')} />, confirm: say('approveAsk.confirm') });
    if (yes) await saving.approve();
  };
  const circulate = async () => {
    if (await saving.circulate()) tell(say(form.getValues('jwg') === null ? 'circulatedAlone' : 'circulated'));
  };
  const run = { take: onTake, circulate: () => void circulate(), approve: () => void approve() }[act];
  return (
    <Button variant="filled" onClick={run} disabled={saving.busy}>
      {say(`acts.${act}`)}
    </Button>
  );
}

function MoreActs({ form, saving, view, onProject, onInvite }: Pick<MeetingHeadProps, 'form' | 'saving' | 'view' | 'onProject' | 'onInvite'>) {
  const say = useWords('meetings');
  const advisory = useWords('advisory');
  const invitations = useWords('invitations');
  const logActivity = useLogActivity();
  const kit = useWords('kit');
  const confirm = useConfirm();
  const [, go] = useLocation();
  const discard = async () => {
    const yes = await confirm({ title: say('discardAsk.title'), body: say('discardAsk.body'), confirm: say('discardAsk.confirm'), loss: true });
    if (yes) await saving.discard();
  };
  const log = async () => {
    const saved = await saving.save();
    if (saved !== null) await logActivity({ kind: 'meeting', record: saved.record, level: saving.level, value: form.getValues() });
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle">{kit('more')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void log()}>{advisory('log')}</Menu.Item>
        <Menu.Item onClick={onProject}>{say('acts.projector')}</Menu.Item>
        <Menu.Item onClick={onInvite}>{invitations('act')}</Menu.Item>
        {view === null ? null : <Menu.Item onClick={() => go(paths.history(view.record, 'meeting'))}>{say('acts.history')}</Menu.Item>}
        {view === null ? null : <LowerItem kind="meeting" record={view.record} level={view.level} />}
        <Menu.Item color="red" onClick={() => void discard()}>
          {say('acts.discard')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
