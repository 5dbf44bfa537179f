import { useState } from 'react';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { kinds, type RecordValue } from '../../../../core/records/kinds.ts';
import { useRecordSaving, type RecordSaving, type SavedRecord } from '../../kit/record-saving.ts';
import { tell } from '../../kit/undo.ts';
import { isBlank } from '../../rich-text/rich-text-content.ts';
import { safeguardsProblems, type Problems } from '../../safeguards/safeguards-form.ts';
import { useWords } from '../../words/words.ts';
import type { OpenedRecord } from '../../kit/record-page/opened-record.ts';

export interface NoteSaving extends Omit<RecordSaving<'note'>, 'write' | 'refuse'> {
  /** What is missing in the safeguards, once somebody has tried to save. */
  readonly problems: Problems;
  /** Saves what is on the page; `null` when it could not. */
  readonly save: () => Promise<SavedRecord | null>;
  /** Saves, signs and locks. */
  readonly finalise: () => Promise<boolean>;
}

const noProblems: Problems = new Set();

/** The draft, the save and the finalisation of one note. */
export function useSaveNote(note: OpenedRecord<'note'>, read: () => RecordValue<'note'>): NoteSaving {
  const say = useWords('notes');
  const engine = useEngine();
  const [problems, setProblems] = useState(noProblems);
  const { write, refuse, ...saving } = useRecordSaving({ kind: 'note', opened: note, read: () => ({ ...read() }), amending: note.standing !== 'open' });

  const save = async (): Promise<SavedRecord | null> => {
    const value = read();
    if (saving.record === null && value.title.trim() === '' && isBlank(value.body) && value.attachments.length === 0) {
      tell(say('nothingYet'));
      return null;
    }
    const checked = kinds.note.schema.safeParse(value);
    const missing = safeguardsProblems(value.safeguards);
    setProblems(missing);
    if (!checked.success || missing.size > 0) return refuse({ code: 'not-valid' });
    return write(checked.data);
  };

  const finalise = async (): Promise<boolean> => {
    const now = await save();
    if (now === null) return false;
    const answer = await engine.notebook.finalise(now.record, now.heads);
    if (!answer.ok) refuse(answer.failure);
    return answer.ok;
  };
  return { ...saving, problems, save, finalise };
}
