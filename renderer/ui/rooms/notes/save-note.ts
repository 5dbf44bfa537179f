import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { ChangeHash, MarkingId, RecordId } from '../../../../core/ids.ts';
import { kinds, type RecordValue } from '../../../../core/records/kinds.ts';
import type { Failure } from '../../../../core/result.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useDraftKeeper, type DraftKeeper } from '../../kit/draft-keeper.ts';
import { rememberBirth } from '../../kit/page-identity.ts';
import { paths } from '../../kit/paths.ts';
import { tell } from '../../kit/undo-toast.tsx';
import { isBlank } from '../../rich-text/rich-text-content.ts';
import { safeguardsProblems, type Problems } from '../../safeguards/safeguards-form.ts';
import { useWords } from '../../words/words.ts';
import type { OpenNote } from './open-note.ts';

export interface SavedNote {
  readonly record: RecordId;
  readonly heads: readonly ChangeHash[];
}

export interface NoteSaving {
  readonly keeper: DraftKeeper;
  readonly level: MarkingId;
  readonly setLevel: (level: MarkingId) => void;
  readonly failure: Failure | null;
  /** What is missing in the safeguards, once somebody has tried to save. */
  readonly problems: Problems;
  readonly record: RecordId | null;
  readonly busy: boolean;
  /** Saves what is on the page; `null` when it could not. */
  readonly save: () => Promise<SavedNote | null>;
  /** Saves, signs and locks. */
  readonly finalise: () => Promise<boolean>;
}

const noProblems: Problems = new Set();

/** The draft, the save and the finalisation of one note. */
export function useSaveNote(note: OpenNote, read: () => RecordValue<'note'>): NoteSaving {
  const say = useWords('notes');
  const engine = useEngine();
  const [, go] = useLocation();
  const amending = note.standing !== 'open';
  const [level, chooseLevel] = useState(note.level);
  const [saved, setSaved] = useState<SavedNote | null>(note.record === null ? null : { record: note.record, heads: note.heads });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [problems, setProblems] = useState(noProblems);
  const [busy, setBusy] = useState(false);
  const keeper = useDraftKeeper({ draft: note.draft, kind: 'note', record: saved?.record ?? null, heads: saved?.heads ?? [], level, read });
  const { failed, mark, settle, touch } = keeper;

  const refuse = useCallback(
    (why: Failure) => {
      setFailure(why);
      failed(why);
      return null;
    },
    [failed],
  );

  const save = async (): Promise<SavedNote | null> => {
    const now = mark();
    const value = read();
    if (saved === null && value.title.trim() === '' && isBlank(value.body)) {
      tell(say('nothingYet'));
      return null;
    }
    const checked = kinds.note.schema.safeParse(value);
    const missing = safeguardsProblems(value.safeguards);
    setProblems(missing);
    if (!checked.success || missing.size > 0) return refuse({ code: 'not-valid' });
    setBusy(true);
    const request = { kind: 'note', value: checked.data, level, draft: note.draft, ...saved } as const;
    const answer = await (amending ? engine.notebook.amend(request) : engine.notebook.save(request));
    setBusy(false);
    if (!answer.ok) return refuse(answer.failure);
    const next = { record: answer.value.record, heads: answer.value.heads };
    setSaved(next);
    setFailure(null);
    settle(answer.value.at, now);
    if (saved === null) {
      rememberBirth(next.record, note.draft);
      go(paths.note(next.record), { replace: true });
    }
    return next;
  };

  const finalise = async (): Promise<boolean> => {
    const now = await save();
    if (now === null) return false;
    const answer = await engine.notebook.finalise(now.record, now.heads);
    if (!answer.ok) refuse(answer.failure);
    return answer.ok;
  };

  const setLevel = (next: MarkingId) => {
    chooseLevel(next);
    touch();
  };
  return { keeper, level, setLevel, failure, problems, record: saved?.record ?? null, busy, save, finalise };
}
