import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useLocation } from 'wouter';
import type { ChangeHash, DraftId, MarkingId, RecordId } from '../../../../core/ids.ts';
import { actionStatuses } from '../../../../core/records/action.ts';
import { kinds, type RecordValue } from '../../../../core/records/kinds.ts';
import { AttachmentsSection } from '../../attachments/attachments-section.tsx';
import { useEngine, useEngineQuery, useSurroundings } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { useCommand } from '../../kit/commands.ts';
import { DayField } from '../../kit/day-field.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Facts } from '../../kit/facts.tsx';
import { ParagraphField, SelectField, TextField } from '../../kit/fields.tsx';
import { useForgetUntouched } from '../../kit/forget-untouched.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { MarkingPicker } from '../../kit/marking-picker.tsx';
import { paths } from '../../kit/paths.ts';
import { recordOf, type PageAddress } from '../../kit/page-identity.ts';
import { useRecordSaving } from '../../kit/record-saving.ts';
import { DetailPage, PageHead } from '../../kit/room-layout.tsx';
import { SavedState } from '../../kit/saved-state.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useTouchedForm } from '../../kit/touched-form.ts';
import { offerUndo } from '../../kit/undo-toast.tsx';
import { useWhere } from '../../kit/where.ts';
import { nearDayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './actions.module.css';

type ActionForm = RecordValue<'action'>;

interface OpenAction {
  readonly draft: DraftId;
  readonly record: RecordId | null;
  readonly heads: readonly ChangeHash[];
  readonly level: MarkingId;
  readonly atLeast: MarkingId | null;
  readonly value: ActionForm;
}

const blank: ActionForm = { ...kinds.action.schema.parse({ text: '-' }), text: '' };

/** One action: what, who, by when, and what came of it. */
export function ActionPage({ address }: { address: PageAddress }) {
  const say = useWords('actions');
  const engine = useEngine();
  // The first save moves the page to the record's address; what is open stays what it is.
  const [first] = useState(address);
  const id = 'record' in first ? first.record : first.draft;
  const opened = useQuery({ queryKey: ['open-action', id], queryFn: () => openAction(engine, first), gcTime: 0, staleTime: Infinity });
  useShownMarking(opened.data?.level);
  if (opened.isPending) return null;
  if (opened.data === null || opened.data === undefined) return <DetailPage><EmptyState>{say('gone')}</EmptyState></DetailPage>;
  return <ActionEditor key={opened.data.draft} opened={opened.data} />;
}

async function openAction(engine: Engine, address: PageAddress): Promise<OpenAction | null> {
  const record = recordOf(address);
  if (record === null) return 'draft' in address ? openDraft(engine, address.draft) : null;
  const answer = await engine.notebook.open('action', record);
  if (!answer.ok) return null;
  const view = answer.value;
  const drafted = view.draft === null ? null : await openDraft(engine, view.draft);
  return drafted ?? { draft: await engine.drafts.newId(), record: view.record, heads: view.heads, level: view.level, atLeast: view.level, value: view.value };
}

async function openDraft(engine: Engine, id: DraftId): Promise<OpenAction | null> {
  const draft = await engine.drafts.open(id);
  if (draft === null || draft.kind !== 'action') return null;
  const opened = draft.record === null ? null : await engine.notebook.open('action', draft.record);
  return { ...draft, atLeast: opened?.ok === true ? opened.value.level : null, value: { ...blank, ...(draft.value as Partial<ActionForm>) } };
}

function useSaveAction(opened: OpenAction, read: () => ActionForm, onInvalid: () => void) {
  const { write, refuse: _refuse, ...saving } = useRecordSaving({ kind: 'action', opened, read: () => ({ ...read() }), amending: false });
  const save = async () => {
    const checked = kinds.action.schema.safeParse(read());
    if (checked.success) await write(checked.data);
    else onInvalid();
  };
  return { ...saving, save };
}

function ActionEditor({ opened }: { opened: OpenAction }) {
  const say = useWords('actions');
  const form = useForm<ActionForm>({ defaultValues: opened.value, mode: 'onBlur' });
  const saving = useSaveAction(opened, () => form.getValues(), () => form.setError('text', { type: 'required' }));
  const { touch } = saving.keeper;
  const touched = useTouchedForm(form, touch);
  useShownMarking(saving.level);
  const [text, status, inCase, jwg] = form.watch(['text', 'status', 'case', 'jwg']);
  useWhere({ case: inCase, jwg, level: saving.level });
  useCommand('done', () => void saving.save());
  useForgetUntouched(opened.draft, () => opened.record === null && !touched.current && text.trim() === '' && form.getValues('attachments').length === 0);
  const setStatus = (next: ActionForm['status']) => {
    form.setValue('status', next, { shouldDirty: true });
    void saving.save();
  };
  return (
    <DetailPage>
      <PageHead
        title={text.trim() === '' ? say('untitled') : text}
        facts={
          <>
            <MarkingBadge level={saving.level} /> {say(`status.${status}`)} <SavedState saving={saving.keeper.saving} />
          </>
        }
        acts={
          <>
            {saving.record === null ? null : <RecordActs record={saving.record} />}
            <Button onClick={() => void saving.save()}>{say('save')}</Button>
            {status === 'open' ? (
              <Button variant="filled" onClick={() => setStatus('done')}>{say('markDone')}</Button>
            ) : (
              <Button onClick={() => setStatus('open')}>{say('reopen')}</Button>
            )}
          </>
        }
      />
      {saving.failure === null ? null : <ErrorSentence failure={saving.failure} />}
      <Origin origin={opened.value.origin} />
      <ActionFields form={form} level={saving.level} onLevel={saving.setLevel} atLeast={opened.atLeast} />
      <AttachmentsSection kind="action" record={saving.record} level={saving.level} safeguards={form.watch('safeguards')} value={form.watch('attachments')} change={(next) => form.setValue('attachments', next(form.getValues('attachments')), { shouldDirty: true })} />
    </DetailPage>
  );
}

function ActionFields({ form, level, onLevel, atLeast }: { form: ReturnType<typeof useForm<ActionForm>>; level: MarkingId; onLevel: (level: MarkingId) => void; atLeast: MarkingId | null }) {
  const say = useWords('actions');
  const { control } = form;
  const fromMinutes = form.getValues('originLine') !== null;
  const groups = useSurroundings()?.jwgs ?? [];
  const cases = useEngineQuery(['records', 'case', 'list'], (engine) => engine.notebook.list('case')).data ?? [];
  return (
    <div className={classes['fields']}>
      {fromMinutes ? <FromMinutes value={form.getValues()} /> : <ParagraphField control={control} name="text" label={say('fields.text')} required autoFocus={form.getValues('text') === ''} />}
      <div className={classes['columns']}>
        {fromMinutes ? null : <TextField control={control} name="owner" label={say('fields.owner')} />}
        {fromMinutes ? null : <DayField control={control} name="due" label={say('fields.due')} />}
        <SelectField control={control} name="status" label={say('fields.status')} choices={actionStatuses.map((one) => ({ value: one, label: say(`status.${one}`) }))} />
      </div>
      <ParagraphField control={control} name="outcome" label={say('fields.outcome')} />
      <div className={classes['columns']}>
        <SelectField control={control} name="case" label={say('fields.case')} clearable choices={cases.map((one) => ({ value: one.record, label: one.title }))} />
        <SelectField control={control} name="jwg" label={say('fields.jwg')} clearable choices={groups.map((one) => ({ value: one.id, label: one.name }))} />
      </div>
      <MarkingPicker level={level} onChange={onLevel} {...(atLeast === null ? {} : { atLeast })} />
    </div>
  );
}

/** What the minutes say is read here and changed there. */
function FromMinutes({ value }: { value: ActionForm }) {
  const say = useWords('actions');
  return (
    <div>
      <Facts
        facts={[
          [say('fields.text'), value.text],
          [say('fields.owner'), value.owner === '' ? say('nobody') : value.owner],
          [say('fields.due'), value.due === null ? '' : nearDayInWords(value.due)],
        ]}
      />
      <p className={classes['quiet']}>{say('fromMeeting')}</p>
    </div>
  );
}

function RecordActs({ record }: { record: RecordId }) {
  const say = useWords('actions');
  const engine = useEngine();
  const [, go] = useLocation();
  const bin = async () => {
    const answer = await engine.notebook.bin(record);
    if (!answer.ok) return;
    go(paths.actions);
    offerUndo(say('binned'), () => void engine.notebook.restore(record));
  };
  return (
    <>
      <Button variant="subtle" onClick={() => go(paths.history(record, 'action'))}>{say('history')}</Button>
      <Button variant="subtle" onClick={() => void bin()}>{say('bin')}</Button>
    </>
  );
}

/** The meeting that an action came from, one click away. */
function Origin({ origin }: { origin: RecordId | null }) {
  const say = useWords('actions');
  const meetings = useEngineQuery(['records', 'meeting', 'list'], (engine) => engine.notebook.list('meeting'), { enabled: origin !== null }).data ?? [];
  const meeting = meetings.find((row) => row.record === origin);
  if (meeting === undefined) return null;
  return (
    <p className={classes['origin']}>
      <Link href={paths.meeting(meeting.record)}>{say('from', { title: meeting.title })}</Link>
    </p>
  );
}
