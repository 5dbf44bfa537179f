import { Button } from '@mantine/core';
import { useRef, type ComponentType, type KeyboardEvent } from 'react';
import type { RecordId } from '../../../core/ids.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useCommand } from '../kit/commands.ts';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { Notice } from '../kit/notice.tsx';
import { CommonFields } from '../kit/record-page/belonging-fields.tsx';
import { useOpenedRecord, type OpenedRecord } from '../kit/record-page/opened-record.ts';
import { useRecordEditing } from '../kit/record-page/record-editing.ts';
import type { AnyForm } from '../kit/record-page/record-form.ts';
import { RecordFormProvider } from '../kit/record-fields/form-context.tsx';
import { FormFields } from '../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../kit/record-fields/record-field.tsx';
import { SavedState } from '../kit/saved-state.tsx';
import { tellFailure } from '../kit/tell-failure.tsx';
import { offerUndo } from '../kit/undo.ts';
import { useKindWords } from '../words/kind-words.ts';
import { useWords } from '../words/words.ts';
import type { Written } from './use-diagram-acts.ts';
import classes from './diagram.module.css';

export interface RecordPanelProps {
  readonly written: Written;
  /** Closed; `saved` is what was saved, `null` when nothing was. */
  readonly onClose: (saved: RecordId | null) => void;
}

const SubjectField = fieldFor('subject');
const RelationField = fieldFor('relation');

function SubjectFields() {
  return (
    <FormFields>
      <SubjectField name="schema" />
      <SubjectField name="name" autoFocus />
      <SubjectField name="aliases" />
      <SubjectField name="countries" />
      <SubjectField name="description" rows={2} />
    </FormFields>
  );
}

function RelationFields() {
  return (
    <FormFields>
      <RelationField name="from" />
      <RelationField name="to" />
      <RelationField name="label" autoFocus />
      <RelationField name="type" />
      <RelationField name="nature" />
      <RelationField name="since" />
      <RelationField name="until" />
      <RelationField name="source" />
      <RelationField name="description" rows={2} />
    </FormFields>
  );
}

const fieldsOf: Readonly<Record<Written['kind'], ComponentType>> = { subject: SubjectFields, relation: RelationFields };

/** The form of a subject or a relation beside the drawing: kept as a draft like every form, closed after a save. */
export function RecordPanel({ written, onClose }: RecordPanelProps) {
  const words = useKindWords(written.kind);
  const { opened } = useOpenedRecord(written.kind, written);
  if (opened === undefined) return null;
  if (opened === null) return <Notice act={<CloseButton onClose={() => onClose(null)} />}>{words.gone}</Notice>;
  return <PanelForm opened={opened} onClose={onClose} />;
}

function CloseButton({ onClose }: { onClose: () => void }) {
  return <Button onClick={onClose}>{useWords('kit')('close')}</Button>;
}

type Kind = Written['kind'];

function PanelForm({ opened, onClose }: { opened: OpenedRecord<Kind>; onClose: RecordPanelProps['onClose'] }) {
  const say = useWords('kit');
  const words = useKindWords(opened.kind);
  const { panel, press } = useStepOut(() => onClose(null));
  const editing = useRecordEditing<Kind>(opened, { onReload: () => undefined, stays: true });
  const offerBack = useOfferCreationBack(opened.kind);
  const save = async () => {
    const saved = await editing.save();
    if (saved === null) return;
    if (opened.record === null) offerBack(saved.record);
    onClose(saved.record);
  };
  useCommand('done', () => void save());
  const Fields = fieldsOf[opened.kind];
  const title = opened.record === null ? words.make : words.one;
  return (
    <section ref={panel} className={classes['panel']} aria-label={title} tabIndex={-1} onKeyDown={press}>
      <header className={classes['panelHead']}>
        <h2 className={classes['panelTitle']}>{title}</h2>
        <SavedState saving={editing.keeper.saving} />
        <span className={classes['panelActs']}>
          <Button onClick={() => onClose(null)}>{say('close')}</Button>
          <Button variant="filled" loading={editing.busy} onClick={() => void save()}>{say('record.save')}</Button>
        </span>
      </header>
      {editing.failure === null ? null : <ErrorSentence failure={editing.failure} />}
      <RecordFormProvider kind={opened.kind} form={editing.form as unknown as AnyForm} level={editing.level}>
        <Fields />
        <CommonFields editing={editing} without={['case', 'jwg']} />
      </RecordFormProvider>
    </section>
  );
}

/** Escape leaves a field first, then the form; what is typed stays a draft. */
function useStepOut(close: () => void) {
  const panel = useRef<HTMLElement>(null);
  const press = (event: KeyboardEvent) => {
    const field = event.target as HTMLElement;
    if (event.key !== 'Escape' || event.defaultPrevented || field.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    if (field.matches('input, textarea')) panel.current?.focus();
    else close();
  };
  return { panel, press };
}

/** After a first save: says so, and moves the record to the bin at a press. */
function useOfferCreationBack(kind: Kind): (record: RecordId) => void {
  const say = useWords('diagram');
  const engine = useEngine();
  return (record) => offerUndo(say(kind === 'subject' ? 'added' : 'drawn'), () => void engine.notebook.bin(record).then((back) => (back.ok ? undefined : tellFailure(back.failure))));
}
