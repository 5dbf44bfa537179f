import { useCallback, useEffect, useRef } from 'react';
import type { DraftId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { NamedPerson } from '../../engine/api.ts';
import { useEngine, useEngineQuery } from '../engine-client/engine-context.tsx';
import { useWords } from '../words/words.ts';
import { useConfirm } from './confirm-dialog.tsx';
import { outsideStore } from './outside-store.ts';
import { useShownMarking } from './shown-marking.ts';
import { tell } from './undo.ts';

/** So long a save waits for a text that nobody has looked at yet, in milliseconds; it is told afterwards then. */
const patience = 2500;

/** A form may stand within the page of another. */
const draftsOnScreen = outsideStore<readonly DraftId[]>([]);

/** Tells the frame which draft is being written, so that it warns of names in it. */
export function useWarnOfNames(draft: DraftId): void {
  useEffect(() => {
    draftsOnScreen.change((now) => [...now, draft]);
    return () => draftsOnScreen.change((now) => now.filter((one) => one !== draft));
  }, [draft]);
}

/** The drafts on the screen, for the frame. */
export function useDraftsOnScreen(): readonly DraftId[] {
  return draftsOnScreen.use();
}

/** "This text may name a person under protection (code name HERON)…": never the name. */
export function useNamedInWords(): (persons: readonly NamedPerson[]) => string {
  const say = useWords('kit');
  return (persons) => say('named.text', { count: persons.length, names: persons.map((one) => one.codeName).join(', ') });
}

/**
 * Asks before a text is saved that may name somebody under protection; `false` when the person goes
 * back to it. Who has said of this page that it is to be saved all the same is not asked again, but for
 * another person. A save never waits long: what is found later is told.
 */
export function useAskBeforeNaming(kind: RecordKind): (value: Readonly<Record<string, unknown>>) => Promise<boolean> {
  const engine = useEngine();
  const say = useWords('kit');
  const inWords = useNamedInWords();
  const confirm = useConfirm();
  const accepted = useRef<ReadonlySet<RecordId>>(new Set());
  return async (value) => {
    const checking = engine.protection.check(kind, value);
    const named = await Promise.race([checking, new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))]);
    if (named === null) {
      // The message outlives the page: it says no code name.
      void checking.then((later) => (later.every((one) => accepted.current.has(one.record)) ? undefined : tell(say('named.later'))));
      return true;
    }
    const fresh = named.filter((one) => !accepted.current.has(one.record));
    if (fresh.length === 0) return true;
    const yes = await confirm({ title: say('named.title'), body: inWords(fresh), confirm: say('named.save'), back: say('named.back') });
    if (yes) accepted.current = new Set([...accepted.current, ...fresh.map((one) => one.record)]);
    return yes;
  };
}

/** Whom a saved record may name, in words, with the marking of what is said; empty for nobody. */
export function useNamedInRecord(record: RecordId): string {
  const inWords = useNamedInWords();
  const persons = useEngineQuery(['records', 'any', 'names', record], (engine) => engine.protection.checkRecords([record])).data?.persons ?? [];
  useShownMarking(persons.map((one) => one.level));
  return persons.length === 0 ? '' : inWords(persons);
}

/** Asks before records leave the laptop in which somebody under protection may be named; `false` when the person stops. */
export function useAskBeforeLeaving(): (records: readonly RecordId[]) => Promise<boolean> {
  const engine = useEngine();
  const say = useWords('kit');
  const inWords = useNamedInWords();
  const confirm = useConfirm();
  return useCallback(
    async (records) => {
      const { persons, checked } = await engine.protection.checkRecords(records);
      if (persons.length === 0 && checked === records.length) return true;
      const body = [persons.length === 0 ? '' : inWords(persons), checked === records.length ? '' : say('named.partly', { checked, total: records.length })].filter((one) => one !== '').join(' ');
      return confirm({ title: say('named.title'), body, confirm: say('named.export'), back: say('cancel') });
    },
    [engine, say, inWords, confirm],
  );
}
