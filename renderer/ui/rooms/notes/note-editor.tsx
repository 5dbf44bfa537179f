import { useLayoutEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { AttachmentsSection } from '../../attachments/attachments-section.tsx';
import { useCommand } from '../../kit/commands.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useGoToMistake } from '../../kit/first-mistake.ts';
import { useForgetUntouched } from '../../kit/forget-untouched.ts';
import type { OpenedRecord } from '../../kit/record-page/opened-record.ts';
import { RecordNotices } from '../../kit/record-page/record-notices.tsx';
import { DetailPage } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useTouchedForm } from '../../kit/touched-form.ts';
import { useWhere } from '../../kit/where.ts';
import { emptyText, isBlank } from '../../rich-text/rich-text-content.ts';
import { RichTextInput, type RichTextHandle } from '../../rich-text/rich-text-editor.tsx';
import { SafeguardsSection } from '../../safeguards/safeguards-section.tsx';
import { useWords } from '../../words/words.ts';
import { NoteHead } from './note-head.tsx';
import { noteForm, noteValue, type NoteForm } from './note-form.ts';
import { NoteParticulars } from './note-particulars.tsx';
import { useSaveNote } from './save-note.ts';
import { TitleField } from './title-field.tsx';

export interface NoteEditorProps {
  readonly note: OpenedRecord<'note'>;
  readonly onReload: () => void;
}

/** A page to write on. The draft exists from the first keystroke; everything but the words can wait. */
export function NoteEditor({ note, onReload }: NoteEditorProps) {
  const say = useWords('notes');
  const form = useForm<NoteForm>({ defaultValues: noteForm(note.value), mode: 'onBlur' });
  const body = useRef<RichTextHandle>(null);
  const lastBody = useRef(note.value['body'] ?? emptyText);
  // The editor goes before the draft is kept for the last time.
  useLayoutEffect(() => () => void (lastBody.current = body.current?.read() ?? lastBody.current), []);
  const readBody = () => body.current?.read() ?? (lastBody.current as typeof emptyText);
  const saving = useSaveNote(note, () => noteValue(form.getValues(), readBody()));
  const { touch } = saving.keeper;
  const [inCase, jwg, language, safeguards] = form.watch(['case', 'jwg', 'language', 'safeguards']);
  useWhere({ case: inCase, jwg, level: saving.level });
  useShownMarking(saving.level);
  useCommand('done', () => void saving.save());
  const touched = useTouchedForm(form, touch);
  useForgetUntouched(note.draft, () => note.record === null && !touched.current && isBlank(lastBody.current) && form.getValues('title').trim() === '' && form.getValues('attachments').length === 0);
  useGoToMistake(saving.problems, saving.problems.size > 0);
  const changed = () => {
    touched.current = true;
    touch();
  };
  return (
    <DetailPage>
      <NoteHead note={note} form={form} saving={saving} onReload={onReload} />
      {saving.failure === null ? null : <ErrorSentence failure={saving.failure} />}
      <RecordNotices kind="note" record={saving.record} />
      <TitleField form={form} onEnter={() => body.current?.focusAtEnd()} />
      <NoteParticulars form={form} level={saving.level} onLevel={saving.setLevel} atLeast={note.atLeast} />
      <SafeguardsSection
        value={safeguards}
        jwg={jwg}
        problems={saving.problems}
        onChange={(next) => form.setValue('safeguards', next, { shouldDirty: true })}
      />
      <RichTextInput
        ref={body}
        initial={note.value['body']}
        label={say('body')}
        placeholder={say('bodyPlaceholder')}
        language={language}
        autoFocus={note.drafted || note.record === null}
        onChange={changed}
      />
      <AttachmentsSection kind="note" record={saving.record} level={saving.level} safeguards={safeguards} value={form.watch('attachments')} change={(next) => form.setValue('attachments', next(form.getValues('attachments')), { shouldDirty: true })} />
    </DetailPage>
  );
}
