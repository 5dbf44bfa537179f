import { useRef, useState } from 'react';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Attachment, Safeguards } from '../../../core/records/parts.ts';
import type { Failure } from '../../../core/result.ts';
import type { RecordView } from '../../engine/api.ts';
import { withAmendments } from '../changes/with-amendments.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import type { ChangeOfList } from './attachment-list.ts';
import { AttachmentsSection } from './attachments-section.tsx';

type WithFiles = { readonly attachments: readonly Attachment[]; readonly safeguards: Safeguards };
/** A record of a kind that has attachments. */
export type ViewWithFiles = { [Kind in RecordKind]: RecordView<Kind>['value'] extends WithFiles ? RecordView<Kind> : never }[RecordKind];

export interface RecordAttachmentsProps {
  readonly view: ViewWithFiles;
  readonly title?: string;
  /** A locked record takes files beside what was signed, as an amendment. */
  readonly amending?: boolean;
}

/**
 * The files of a record on a page where it is read: each change is saved at once, as a change of its
 * own. A locked record's files are read only, unless they may be annexed by amendment.
 */
export function RecordAttachments({ view, title, amending = false }: RecordAttachmentsProps) {
  const engine = useEngine();
  const [failure, setFailure] = useState<Failure | null>(null);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const { kind, record, standing } = view;
  const save = async (next: ChangeOfList): Promise<void> => {
    // What is there now, not what the page showed when it began: other files may have come in since.
    const now = await engine.notebook.open(kind, record);
    if (!now.ok) return setFailure(now.failure);
    const { value, level, heads } = now.value as ViewWithFiles;
    const locked = now.value.standing !== 'open';
    const answer = await engine.notebook[locked ? 'amend' : 'save']({ kind, record, level, heads, value: { ...value, attachments: next(locked ? withAmendments(now.value as ViewWithFiles & RecordView<'meeting'>).attachments : value.attachments) } });
    setFailure(answer.ok ? null : answer.failure);
  };
  const afterThat = async (before: Promise<void>, next: ChangeOfList): Promise<void> => {
    await before;
    try {
      await save(next);
    } catch {
      setFailure({ code: 'broken' });
    }
  };
  const change = (next: ChangeOfList) => {
    saving.current = afterThat(saving.current, next);
  };
  return (
    <>
      {failure === null ? null : <ErrorSentence failure={failure} />}
      <AttachmentsSection kind={kind} record={record} level={view.level} safeguards={view.value.safeguards} value={view.value.attachments} {...(title === undefined ? {} : { title })} {...(standing === 'open' || amending ? { change } : {})} />
    </>
  );
}
