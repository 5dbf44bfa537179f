import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { FormProvider, useForm, type UseFormReturn } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { InvitationDialog } from '../../invitations/invitation-dialog.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useForgetUntouched } from '../../kit/forget-untouched.ts';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { DetailPage } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useTouchedForm } from '../../kit/touched-form.ts';
import { useWhere } from '../../kit/where.ts';
import { useWords } from '../../words/words.ts';
import { LiveMinutes } from './live-minutes.tsx';
import { MeetingHead } from './meeting-head.tsx';
import { meetingForm, type MeetingForm } from './meeting-form.ts';
import type { OpenMeeting } from './open-meeting.ts';
import { Preparation } from './preparation.tsx';
import { Projector } from './projector.tsx';
import { ReadMinutes } from './read-minutes.tsx';
import { useSaveMeeting, type MeetingSaving } from './save-meeting.ts';
import classes from './meetings.module.css';

type Part = 'preparation' | 'minutes' | 'reading';

export interface MeetingEditorProps {
  readonly meeting: OpenMeeting;
  /** The minutes were approved while this draft was open: it can be read and discarded only. */
  readonly overtaken: boolean;
  readonly onReload: () => void;
}

/** Preparing a meeting, taking its minutes, and reading them as they stand. */
export function MeetingEditor({ meeting, overtaken, onReload }: MeetingEditorProps) {
  const say = useWords('meetings');
  const form = useForm<MeetingForm>({ defaultValues: meetingForm(meeting.value), mode: 'onBlur' });
  const [projecting, setProjecting] = useState(false);
  const saving = useSaveMeeting({ meeting, form, onReload });
  const [part, setPart] = usePart(form, saving);
  const fromFile = useFromFile(saving);
  const invitation = useInvitation(saving);
  useSurroundingsOf({ meeting, form, saving });
  const take = () => {
    if (form.getValues('stage') === 'preparing') form.setValue('stage', 'draft');
    setPart('minutes');
  };
  // What is being typed goes to the wall and comes back with it: one place to type at a time.
  if (projecting) return <Projector form={form} level={saving.level} onEnd={() => setProjecting(false)} />;
  return (
    <FormProvider {...form}>
      <DetailPage>
        <MeetingHead form={form} saving={saving} overtaken={overtaken} view={meeting.view} onTake={take} onProject={() => setProjecting(true)} onInvite={() => void invitation.begin()} />
        {overtaken ? <Notice>{say('overtaken')}</Notice> : null}
        {saving.failure === null ? null : <ErrorSentence failure={saving.failure} />}
        {saving.missing === null ? null : <ErrorSentence failure={saving.missing} />}
        <Parts part={part} onPart={setPart} meeting={meeting} form={form} saving={saving} {...(overtaken ? {} : { onFromFile: () => void fromFile(), onInvite: () => void invitation.begin() })} />
        {invitation.meeting === null ? null : <InvitationDialog meetings={[invitation.meeting]} level={saving.level} onEnd={invitation.end} />}
      </DetailPage>
    </FormProvider>
  );
}

/** Which part is open: minutes once they are taken, and what has to be filled in when it was not. */
function usePart(form: UseFormReturn<MeetingForm>, saving: MeetingSaving) {
  const [part, setPart] = useState<Part>(form.getValues('stage') === 'preparing' ? 'preparation' : 'minutes');
  const invalid = isInvalid(saving);
  const [wasInvalid, setWasInvalid] = useState(invalid);
  // Once when it is refused, not as long as it is: one may look at the other parts meanwhile.
  if (invalid !== wasInvalid) {
    setWasInvalid(invalid);
    if (invalid) setPart('preparation');
  }
  return [part, setPart] as const;
}

function isInvalid({ failure }: MeetingSaving): boolean {
  return failure?.code === 'not-valid';
}

interface OfEditor {
  readonly meeting: OpenMeeting;
  readonly form: UseFormReturn<MeetingForm>;
  readonly saving: MeetingSaving;
}

/** What the frame shows of the page, and the draft that nobody has touched. */
function useSurroundingsOf({ meeting, form, saving }: OfEditor): void {
  useWhere({ case: form.watch('case'), jwg: form.watch('jwg'), level: saving.level });
  const { touch } = saving.keeper;
  const touched = useTouchedForm(form, touch);
  useShownMarking(saving.level);
  useForgetUntouched(meeting.draft, () => meeting.view === null && !touched.current && form.getValues('title').trim() === '');
}

interface PartsProps extends OfEditor {
  readonly part: Part;
  readonly onPart: (part: Part) => void;
  readonly onFromFile?: () => void;
  readonly onInvite?: () => void;
}

function Parts({ part, onPart, meeting, form, saving, ...acts }: PartsProps) {
  const say = useWords('meetings');
  return (
    <Tabs value={part} onChange={(value) => onPart(value as Part)} keepMounted={false}>
      <Tabs.List aria-label={say('parts.label')} className={classes['parts'] ?? ''}>
        {(['preparation', 'minutes', 'reading'] as const).map((one) => (
          <Tabs.Tab key={one} value={one}>
            {say(`parts.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="preparation">
        <Preparation form={form} record={saving.record} attempted={isInvalid(saving)} level={saving.level} onLevel={saving.setLevel} atLeast={meeting.view?.level} {...acts} />
      </Tabs.Panel>
      <Tabs.Panel value="minutes">
        <LiveMinutes form={form} record={meeting.view?.record ?? null} level={saving.level} onPrepare={() => onPart('preparation')} />
      </Tabs.Panel>
      <Tabs.Panel value="reading">
        <ReadMinutes value={form.getValues()} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** Items are added to a record: what is on the page is saved first. */
function useFromFile({ save }: Pick<MeetingSaving, 'save'>): () => Promise<void> {
  const [, go] = useLocation();
  return async () => {
    const saved = await save();
    if (saved !== null) go(paths.importAgenda(saved.record));
  };
}

/** An invitation says what is saved: what is on the page is saved first. */
function useInvitation({ save }: Pick<MeetingSaving, 'save'>) {
  const [meeting, setMeeting] = useState<RecordId | null>(null);
  const begin = async () => {
    const saved = await save();
    if (saved !== null) setMeeting(saved.record);
  };
  return { meeting, begin, end: () => setMeeting(null) };
}
