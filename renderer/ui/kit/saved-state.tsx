import { useEffect, useId } from 'react';
import type { Instant } from '../../../core/ids.ts';
import type { Failure } from '../../../core/result.ts';
import { timeInWords } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import { outsideStore } from './outside-store.ts';
import classes from './saved-state.module.css';

/** Whether what was written is safe. */
export type Saving =
  | { readonly state: 'nothing' }
  | { readonly state: 'typing' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Instant; readonly as: 'record' | 'draft' }
  | { readonly state: 'not-saved'; readonly failure: Failure };

const savings = outsideStore<ReadonlyMap<string, Saving>>(new Map());
const lastSaved = outsideStore<Extract<Saving, { state: 'saved' }> | null>(null);

/** Tells the status line about this editor. The last time saved stays shown after it has gone. */
export function useReportSaving(saving: Saving): void {
  const id = useId();
  useEffect(() => {
    savings.change((map) => new Map(map).set(id, saving));
    if (saving.state === 'saved') lastSaved.set(saving);
  }, [id, saving]);
  useEffect(
    () => () => {
      savings.change((map) => {
        const next = new Map(map);
        next.delete(id);
        return next;
      });
    },
    [id],
  );
}

/** For a save that happens without an editor of its own (a checkbox in a list). */
export function reportSaved(at: Instant): void {
  lastSaved.set({ state: 'saved', at, as: 'record' });
}

/** What the status line says: the worst first. */
export function useOverallSaving(): Saving {
  const all = [...savings.use().values()];
  const last = lastSaved.use();
  const of = (state: Saving['state']) => all.find((one) => one.state === state);
  return of('not-saved') ?? of('typing') ?? of('saving') ?? last ?? { state: 'nothing' };
}

/** "Saved 14:02", "Draft kept 14:02", "Saving", "Not saved". */
export function SavedState({ saving }: { saving: Saving }) {
  const say = useWords('kit');
  if (saving.state === 'nothing') return null;
  return (
    <span className={classes['state']} data-state={saving.state} data-testid="saved-state">
      {saving.state === 'saved'
        ? say(saving.as === 'draft' ? 'saved.draft' : 'saved.record', { time: timeInWords(saving.at) })
        : say(`saved.${saving.state}`)}
    </span>
  );
}
