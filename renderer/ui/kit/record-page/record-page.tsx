import { useState, type ComponentType } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordKind, RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { EmptyState } from '../empty-state.tsx';
import type { PageAddress } from '../page-identity.ts';
import { NewRecordButton } from '../record-room/new-record-button.tsx';
import { DetailPage } from '../room-layout.tsx';
import { useShownMarking } from '../shown-marking.ts';
import { useOpenedRecord } from './opened-record.ts';
import type { RecordEditing } from './record-editing.ts';
import { RecordEditor } from './record-editor.tsx';
import { ReadRecord } from './read-record.tsx';

/** What a room says of its kind's page; everything else is the same for all. */
export interface RecordPageParts<Kind extends RecordKind> {
  /** The fields of the form; all of the kind's where nothing is said. Put common ones into `without`. */
  readonly Fields?: ComponentType<{ readonly editing: RecordEditing<Kind> }>;
  /** Common fields that the room's own form has already. */
  readonly without?: readonly ('case' | 'jwg' | 'level' | 'safeguards')[];
  /** The line beneath the title: what tells it from others. */
  readonly HeadFacts?: ComponentType<{ readonly value: RecordValue<Kind> }>;
  /** Buttons of the form beside Save (a status that is set at a press). */
  readonly EditActs?: ComponentType<{ readonly editing: RecordEditing<Kind> }>;
  /** Buttons of the page that is read. */
  readonly ReadActs?: ComponentType<{ readonly view: RecordView<Kind> }>;
  /** A saved record is read first, and written after a press on Edit. Off: its page is always the form. */
  readonly readFirst?: boolean;
  /** The page that is read; all that the record says where nothing is said. */
  readonly Reading?: ComponentType<{ readonly view: RecordView<Kind>; readonly value: RecordValue<Kind> }>;
  /** Beneath both, once it is saved: what is linked to it. */
  readonly Below?: ComponentType<{ readonly record: RecordId; readonly value: RecordValue<Kind> }>;
  /** What it is called while it is written, where the kind's naming fields do not say it. */
  readonly titleOf?: (value: RecordValue<Kind>) => string;
}

export interface RecordPageProps<Kind extends RecordKind> extends RecordPageParts<Kind> {
  readonly kind: Kind;
  readonly address: PageAddress;
}

/** One record of any kind: opened, read or written, locked or amended, with its draft, its history and its bin. */
export function RecordPage<Kind extends RecordKind>({ kind, address, ...parts }: RecordPageProps<Kind>) {
  const words = useKindWords(kind);
  const { opened, reload } = useOpenedRecord(kind, address);
  const [writing, setWriting] = useState(false);
  const [round, setRound] = useState(0);
  useShownMarking(opened?.level);
  const refresh = () => {
    void reload().then(() => setRound((now) => now + 1));
  };
  const again = () => {
    setWriting(false);
    refresh();
  };
  if (opened === undefined) return null;
  if (opened === null) return <DetailPage><EmptyState act={<NewRecordButton kind={kind} prominent />}>{words.gone}</EmptyState></DetailPage>;
  const { record, standing, drafted } = opened;
  const reads = parts.readFirst === true || standing !== 'open';
  const write = () => setWriting(true);
  if (record !== null && reads && !writing) return <ReadRecord kind={kind} record={record} drafted={drafted} onWrite={write} parts={parts} />;
  return <RecordEditor key={`${opened.draft} ${String(round)}`} opened={opened} parts={parts} reads={reads} onReload={again} onRefresh={refresh} />;
}
