import { useCallback, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { MarkingId } from '../../../../core/ids.ts';
import { highest } from '../../../../core/markings/scheme.ts';
import { attendanceMissing, type AttendanceMissing } from '../../../../core/meetings/attendance.ts';
import { kinds } from '../../../../core/records/kinds.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { paths } from '../../kit/paths.ts';
import { useRecordSaving, type RecordSaving, type SavedRecord } from '../../kit/record-saving.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { withoutBlankRows, type MeetingForm } from './meeting-form.ts';
import type { OpenMeeting } from './open-meeting.ts';
import { settleActions } from './settle-actions.ts';

export interface MeetingSaving extends Omit<RecordSaving<'meeting'>, 'write' | 'refuse'> {
  /** Saves what is on the page; `null` when it could not. */
  readonly save: () => Promise<SavedRecord | null>;
  /** Whether they were. */
  readonly circulate: () => Promise<boolean>;
  /** What the attendance lacks for the approval that was asked for. */
  readonly missing: AttendanceMissing | null;
  /** Whether the minutes can be approved as they stand; where not, `missing` says why. */
  readonly mayApprove: () => boolean;
  /** Signs what is saved and locks it. */
  readonly approve: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

export interface SaveOptions {
  readonly meeting: OpenMeeting;
  readonly form: UseFormReturn<MeetingForm>;
  readonly onReload: () => void;
}

/** The draft, the save, circulation and approval of one meeting. */
export function useSaveMeeting({ meeting, form, onReload }: SaveOptions): MeetingSaving {
  const engine = useEngine();
  const opened = { ...meeting, record: meeting.view?.record ?? null };
  const { write, refuse, ...saving } = useRecordSaving({ kind: 'meeting', opened, read: () => form.getValues(), amending: false });
  const level = useLevelWithParts()(saving.level, form.watch('agenda'));
  const discard = useDiscardMeeting(meeting, saving, onReload);
  const [asked, setAsked] = useState(false);
  const missing = asked ? attendanceMissing(form.watch('attendance')) : null;

  const save = async (): Promise<SavedRecord | null> => {
    const { typing, ...value } = form.getValues();
    const checked = kinds.meeting.schema.safeParse(withoutBlankRows(value));
    if (!checked.success) {
      if (value.title.trim() === '') form.setError('title', { type: 'required' });
      return refuse({ code: 'not-valid' });
    }
    const saved = await write(checked.data, level);
    if (saved === null) return null;
    // A line still being typed is not part of the minutes yet: it goes on as a draft.
    if (typing.text.trim() !== '') saving.keeper.touch();
    const undone = await settleActions(engine, checked.data, saved.record, level);
    if (undone !== null) refuse(undone);
    return saved;
  };

  const circulate = async () => {
    const before = form.getValues('stage');
    form.setValue('stage', 'circulated');
    const saved = await save();
    if (saved === null) form.setValue('stage', before);
    return saved !== null;
  };
  const mayApprove = () => {
    setAsked(true);
    return attendanceMissing(form.getValues('attendance')) === null;
  };
  const approve = async () => {
    const saved = await save();
    if (saved === null) return;
    const answer = await engine.notebook.approve(saved.record, saved.heads);
    if (answer.ok) onReload();
    else refuse(answer.failure);
  };
  return { ...saving, level, save, circulate, missing, mayApprove, approve, discard };
}

/** Gives up what was typed since the last save. */
function useDiscardMeeting(meeting: OpenMeeting, saving: Pick<RecordSaving<'meeting'>, 'keeper' | 'record'>, onReload: () => void): () => Promise<void> {
  const engine = useEngine();
  const [, go] = useLocation();
  return async () => {
    saving.keeper.settle(null);
    const gone = await engine.drafts.discard(meeting.draft);
    if (!gone.ok) return tellFailure(gone.failure);
    if (saving.record === null) go(paths.meetings);
    else onReload();
  };
}

/** The record is marked as high as its highest part. */
function useLevelWithParts() {
  const markingOf = useMarkingOf();
  return useCallback(
    (level: MarkingId, agenda: MeetingForm['agenda']) => highest(markingOf(level), ...agenda.flatMap((item) => (item.level === null ? [] : [markingOf(item.level)]))).id,
    [markingOf],
  );
}
