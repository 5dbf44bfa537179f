import { kinds, type RecordValue } from '../../../../core/records/kinds.ts';
import type { RichTextNode } from '../../../../core/records/parts.ts';
import { safeguardsForm } from '../../safeguards/safeguards-form.ts';

/** What the form of a note holds. The body lives in its editor and is read when it is needed. */
export type NoteForm = Omit<RecordValue<'note'>, 'body'>;

const blank = kinds.note.schema.parse({});

/** A form's values from a saved note or from a draft, which may hold anything or nothing of it. */
export function noteForm(value: Readonly<Record<string, unknown>>): NoteForm {
  const { body: _body, ...rest } = { ...blank, ...(value as Partial<RecordValue<'note'>>) };
  return { ...rest, safeguards: safeguardsForm(value['safeguards']) };
}

/** The whole value, as it is kept and saved. */
export function noteValue(form: NoteForm, body: RichTextNode): RecordValue<'note'> {
  return { ...form, body };
}
