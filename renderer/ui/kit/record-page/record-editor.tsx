import { Button, Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import { natureOf } from '../../../../core/records/field-nature.ts';
import type { RecordKind, RecordValue } from '../../../../core/records/kinds.ts';
import { AttachmentsSection } from '../../attachments/attachments-section.tsx';
import type { Attachments, ChangeOfList } from '../../attachments/attachment-list.ts';
import { safeguardsForm } from '../../safeguards/safeguards-form.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { ErrorSentence } from '../error-sentence.tsx';
import { LowerItem } from '../lower-item.tsx';
import { MarkingBadge } from '../marking-badge.tsx';
import { paths } from '../paths.ts';
import { RecordFormProvider } from '../record-fields/form-context.tsx';
import { DetailPage, PageHead } from '../room-layout.tsx';
import { SavedState } from '../saved-state.tsx';
import { CommonFields } from './belonging-fields.tsx';
import { useFollowRecord } from './follow-record.ts';
import type { OpenedRecord } from './opened-record.ts';
import { PlainFields } from './plain-fields.tsx';
import { BinItem } from './bin-item.tsx';
import { useBinRecord } from './record-acts.ts';
import { useRecordEditing, type RecordEditing } from './record-editing.ts';
import { titleOfForm, type AnyForm } from './record-form.ts';
import { RecordNotices } from './record-notices.tsx';
import type { RecordPageParts } from './record-page.tsx';
import classes from './record-page.module.css';

export interface RecordEditorProps<Kind extends RecordKind> {
  readonly opened: OpenedRecord<Kind>;
  readonly parts: RecordPageParts<Kind>;
  /** The record has a page to be read: after a save it is shown again. */
  readonly reads: boolean;
  readonly onReload: () => void;
  /** The record was changed elsewhere while nobody wrote here. */
  readonly onRefresh: () => void;
}

/** A record being written: head, notices, the room's fields, the common ones, and what is linked to it. */
export function RecordEditor<Kind extends RecordKind>({ opened, parts, reads, onReload, onRefresh }: RecordEditorProps<Kind>) {
  const { kind } = opened;
  const say = useWords('kit');
  const words = useKindWords(kind);
  const editing = useRecordEditing(opened, { onReload, reads });
  useFollowRecord(editing, onRefresh);
  const form = editing.form as unknown as AnyForm;
  const value = form.watch() as RecordValue<Kind>;
  const title = parts.titleOf?.(value) ?? titleOfForm(kind, value);
  const { Fields, HeadFacts, EditActs, Below, without } = parts;
  return (
    <DetailPage>
      <PageHead
        title={title === '' ? (editing.record === null ? words.make : words.untitled) : title}
        facts={
          <>
            <MarkingBadge level={editing.level} /> {editing.amending ? say('record.amending') : HeadFacts === undefined ? null : <HeadFacts value={value} />} <SavedState saving={editing.keeper.saving} />
          </>
        }
        acts={
          <>
            <MoreActs editing={editing} />
            {EditActs === undefined ? null : <EditActs editing={editing} />}
            <Button variant="filled" loading={editing.busy} onClick={() => void editing.save()}>{say(editing.amending ? 'record.saveAmendment' : 'record.save')}</Button>
          </>
        }
      />
      {editing.failure === null ? null : <ErrorSentence failure={editing.failure} />}
      <RecordNotices kind={kind} record={editing.record} />
      <RecordFormProvider kind={kind} form={form} level={editing.level}>
        <div className={classes['form']}>
          {Fields === undefined ? <PlainFields kind={kind} isNew={editing.record === null} /> : <Fields editing={editing} />}
          <CommonFields editing={editing} {...(without === undefined ? {} : { without })} />
        </div>
      </RecordFormProvider>
      <Files editing={editing} />
      {editing.record === null || Below === undefined ? null : <Below record={editing.record} value={value} />}
    </DetailPage>
  );
}

/** The files of a kind that may have some. */
function Files<Kind extends RecordKind>({ editing }: { editing: RecordEditing<Kind> }) {
  const { kind, record, level } = editing;
  const form = editing.form as unknown as AnyForm;
  const [files, safeguards] = form.watch(['attachments', 'safeguards']) as [Attachments | undefined, unknown];
  if (natureOf(kind, 'attachments') === null) return null;
  const change = (next: ChangeOfList) => form.setValue('attachments', next(form.getValues('attachments') as Attachments), { shouldDirty: true });
  return <AttachmentsSection kind={kind} record={record} level={level} safeguards={safeguardsForm(safeguards)} value={files ?? []} change={change} />;
}

function MoreActs<Kind extends RecordKind>({ editing }: { editing: RecordEditing<Kind> }) {
  const say = useWords('kit');
  const [, go] = useLocation();
  const { kind, record } = editing;
  const bin = useBinRecord(kind);
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle">{say('more')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {record === null ? null : <Menu.Item onClick={() => go(paths.history(record, kind))}>{say('record.history')}</Menu.Item>}
        {record === null ? null : <LowerItem kind={kind} record={record} level={editing.level} />}
        <Menu.Item onClick={() => void editing.discard()}>{say(record === null ? 'record.discard' : 'record.discardChanges')}</Menu.Item>
        {record === null ? null : <BinItem value={editing.form.getValues()} onBin={() => void bin(record)} />}
      </Menu.Dropdown>
    </Menu>
  );
}
