import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { largestFile } from '../../../core/files/file-limits.ts';
import type { MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Attachment, Safeguards } from '../../../core/records/parts.ts';
import { Section } from '../kit/section.tsx';
import { offerUndo, tell } from '../kit/undo.ts';
import { useWords } from '../words/words.ts';
import { inOrder, withBack, withChanged, without, withTaken, type Attachments, type ChangeOfList } from './attachment-list.ts';
import { AttachmentRow } from './attachment-row.tsx';
import { droppedFiles, holdsFiles, mostFiles, type Dropped } from './dropped-files.ts';
import { TakingRow } from './taking-row.tsx';
import { useTaking } from './use-taking.ts';
import { useWhereabouts } from './use-whereabouts.ts';
import classes from './attachments.module.css';

export interface AttachmentsSectionProps {
  readonly kind: RecordKind;
  /** `null` until the record is saved. */
  readonly record: RecordId | null;
  readonly level: MarkingId;
  readonly safeguards: Safeguards;
  readonly value: Attachments;
  /** Absent: files are read, saved out and opened, and nothing is changed. */
  readonly change?: (next: ChangeOfList) => void;
  readonly title?: ReactNode;
}

/**
 * The files of a record, on any page: `<AttachmentsSection kind="note" record={…} level={…}
 * safeguards={…} value={form.watch('attachments')} change={(next) => form.setValue('attachments',
 * next(form.getValues('attachments')), { shouldDirty: true })} />`.
 */
export function AttachmentsSection(props: AttachmentsSectionProps) {
  const { value, change } = props;
  const say = useWords('attachments');
  const shown = inOrder(value);
  const whereabouts = useWhereabouts(shown);
  if (change === undefined && shown.length === 0) return null;
  const rows = shown.map((one) => (
    <AttachmentRow key={one.key} {...props} attachment={one} where={whereabouts.of(one)} onCame={whereabouts.look} {...(change === undefined ? {} : { onChange: (to: Partial<Attachment>) => change(withChanged(one.key, to)), onRemove: () => remove(one) })} />
  ));
  const remove = (one: Attachment) => {
    change?.(without(one.key));
    offerUndo(say('removed'), () => change?.(withBack(one)));
  };
  if (change === undefined) return <Section title={props.title ?? say('title')} count={shown.length}><ul className={classes['list']}>{rows}</ul></Section>;
  return <Changeable {...props} change={change} rows={rows} count={shown.length} />;
}

interface ChangeableProps extends AttachmentsSectionProps {
  readonly change: (next: ChangeOfList) => void;
  readonly rows: ReactNode;
  readonly count: number;
}

function Changeable({ level, change, rows, count, title }: ChangeableProps) {
  const say = useWords('attachments');
  const taking = useTaking(level, (about, taken) => change(withTaken(about, taken)));
  const take = (came: readonly Dropped[]) => {
    if (came.length > mostFiles) tell(say('tooMany', { limit: mostFiles }));
    taking.take(came.slice(0, mostFiles));
  };
  usePastedFiles(take);
  return (
    <DropTarget take={take}>
      <Section title={title ?? say('title')} count={count} acts={<ChooseFiles take={take} />}>
        <ul className={classes['list']}>
          {rows}
          {taking.list.map((one) => (
            <TakingRow key={one.id} taking={one} onDismiss={() => taking.dismiss(one.id)} />
          ))}
        </ul>
        <p className={classes['quiet']}>{say(count === 0 ? 'empty' : 'hint', { limit: largestFile / 1024 / 1024 })}</p>
      </Section>
    </DropTarget>
  );
}

interface TakesFiles {
  readonly take: (files: readonly Dropped[]) => void;
}

function DropTarget({ take, children }: TakesFiles & { children: ReactNode }) {
  const say = useWords('attachments');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    setOver(false);
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then((came) => {
      if (came.unreadable > 0) tell(say('unreadable', { count: came.unreadable }));
      take(came.files);
    });
  };
  const drag = (event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={classes['target']} data-over={over || undefined} data-testid="attachments" onDragEnter={drag} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
    </div>
  );
}

function ChooseFiles({ take }: TakesFiles) {
  const say = useWords('attachments');
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (input: HTMLInputElement) => {
    take([...(input.files ?? [])].map((file) => ({ file, name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath.split('/').slice(1).join('/') })));
    // The same file can be chosen again.
    input.value = '';
  };
  return (
    <span className={classes['acts']}>
      <Button size="compact-sm" variant="subtle" onClick={() => folder.current?.click()}>{say('addFolder')}</Button>
      <Button size="compact-sm" onClick={() => files.current?.click()}>{say('add')}</Button>
      <input ref={files} type="file" multiple hidden aria-hidden tabIndex={-1} data-testid="attach-files" onChange={(event) => chosen(event.currentTarget)} />
      <input ref={folder} type="file" multiple hidden aria-hidden tabIndex={-1} data-testid="attach-folder" {...{ webkitdirectory: '' }} onChange={(event) => chosen(event.currentTarget)} />
    </span>
  );
}

/** A picture or files pasted anywhere on the page; pasted text is nobody's business here. */
function usePastedFiles(take: (files: readonly Dropped[]) => void): void {
  const latest = useRef(take);
  useEffect(() => void (latest.current = take));
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length === 0) return;
      event.preventDefault();
      latest.current(pasted.map((file) => ({ file, name: file.name })));
    };
    window.addEventListener('paste', paste, { capture: true });
    return () => window.removeEventListener('paste', paste, { capture: true });
  }, []);
}
