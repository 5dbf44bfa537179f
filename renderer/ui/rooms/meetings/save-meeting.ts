import { useCallback, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { ChangeHash, MarkingId, RecordId } from '../../../../core/ids.ts';
import { highest } from '../../../../core/markings/scheme.ts';
import { kinds } from '../../../../core/records/kinds.ts';
import type { Failure } from '../../../../core/result.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useDraftKeeper, type DraftKeeper } from '../../kit/draft-keeper.ts';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { rememberBirth } from '../../kit/page-identity.ts';
import { paths } from '../../kit/paths.ts';
import { withoutBlankRows, type MeetingForm } from './meeting-form.ts';
import type { OpenMeeting } from './open-meeting.ts';
import { settleActions } from './settle-actions.ts';

export interface SavedMeeting {
  readonly record: RecordId;
  readonly heads: readonly ChangeHash[];
}

export interface MeetingSaving {
  readonly keeper: DraftKeeper;
  readonly level: MarkingId;
  readonly setLevel: (level: MarkingId) => void;
  readonly failure: Failure | null;
  readonly busy: boolean;
  /** Saves what is on the page; `null` when it could not. */
  readonly save: () => Promise<SavedMeeting | null>;
  /** Whether they were. */
  readonly circulate: () => Promise<boolean>;
  /** Saves an amendment to approved minutes and goes back to reading them. */
  readonly correct: () => Promise<void>;
  /** Signs what is saved and locks it. */
  readonly approve: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

export interface SaveOptions {
  readonly meeting: OpenMeeting;
  readonly form: UseFormReturn<MeetingForm>;
  readonly correcting: boolean;
  readonly onReload: () => void;
}

/** The draft, the save, circulation and approval of one meeting. */
export function useSaveMeeting({ meeting, form, correcting, onReload }: SaveOptions): MeetingSaving {
  const engine = useEngine();
  const [, go] = useLocation();
  const [level, chooseLevel] = useState(meeting.level);
  const [saved, setSaved] = useState<SavedMeeting | null>(meeting.view === null ? null : { record: meeting.view.record, heads: meeting.heads });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const levelWithParts = useLevelWithParts();
  const keeper = useDraftKeeper({
    draft: meeting.draft,
    kind: 'meeting',
    record: saved?.record ?? null,
    heads: saved?.heads ?? [],
    level,
    read: () => form.getValues(),
  });

  const refuse = useCallback(
    (why: Failure) => {
      setFailure(why);
      keeper.failed(why);
      return null;
    },
    [keeper],
  );

  const save = async (): Promise<SavedMeeting | null> => {
    const mark = keeper.mark();
    const { typing, ...value } = form.getValues();
    const checked = kinds.meeting.schema.safeParse(withoutBlankRows(value));
    if (!checked.success) {
      if (value.title.trim() === '') form.setError('title', { type: 'required' });
      return refuse({ code: 'not-valid' });
    }
    setBusy(true);
    const raised = levelWithParts(level, value.agenda);
    const request = { kind: 'meeting', value: checked.data, level: raised, draft: meeting.draft, ...saved } as const;
    const answer = await (correcting ? engine.notebook.amend(request) : engine.notebook.save(request));
    setBusy(false);
    if (!answer.ok) return refuse(answer.failure);
    const next = { record: answer.value.record, heads: answer.value.heads };
    setSaved(next);
    chooseLevel(raised);
    setFailure(null);
    keeper.settle(answer.value.at, mark);
    // A line still being typed is not part of the minutes yet: it goes on as a draft.
    if (typing.text.trim() !== '') keeper.touch();
    if (!correcting) {
      const undone = await settleActions(engine, checked.data, next.record, raised);
      if (undone !== null) setFailure(undone);
    }
    if (saved === null) {
      rememberBirth(next.record, meeting.draft);
      go(paths.meeting(next.record), { replace: true });
    }
    return next;
  };

  const circulate = async () => {
    const before = form.getValues('stage');
    form.setValue('stage', 'circulated');
    const now = await save();
    if (now === null) form.setValue('stage', before);
    return now !== null;
  };
  const correct = async () => {
    if ((await save()) !== null) onReload();
  };
  const approve = async () => {
    const now = await save();
    if (now === null) return;
    const answer = await engine.notebook.approve(now.record, now.heads);
    if (answer.ok) onReload();
    else refuse(answer.failure);
  };
  const discard = async () => {
    keeper.settle(null);
    const gone = await engine.drafts.discard(meeting.draft);
    if (!gone.ok) return void refuse(gone.failure);
    if (saved === null) go(paths.meetings);
    else onReload();
  };
  const setLevel = (next: MarkingId) => {
    chooseLevel(next);
    keeper.touch();
  };
  return { keeper, level, setLevel, failure, busy, save, circulate, correct, approve, discard };
}

/** The record is marked as high as its highest part. */
function useLevelWithParts() {
  const markingOf = useMarkingOf();
  return useCallback(
    (level: MarkingId, agenda: MeetingForm['agenda']) => highest(markingOf(level), ...agenda.flatMap((item) => (item.level === null ? [] : [markingOf(item.level)]))).id,
    [markingOf],
  );
}
