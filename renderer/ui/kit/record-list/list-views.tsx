import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListView } from '../../../engine/api.ts';
import { useSettings } from '../../engine-client/engine-context.tsx';
import { useKeepSettings } from '../../engine-client/keep-settings.ts';
import { useKeepTyped } from '../keep-typed.ts';
import { outsideStore, type OutsideStore } from '../outside-store.ts';

type Views = ReadonlyMap<string, ListView>;

const ViewsContext = createContext<OutsideStore<Views> | null>(null);

/** Remembers how each list is looked at while the notebook is open; what is remembered goes with the lock. */
export function ListViewsProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => outsideStore<Views>(new Map()));
  return <ViewsContext value={store}>{children}</ViewsContext>;
}

/** A pause after which a view is kept in the sealed settings. */
const pause = 1500;

/**
 * How a list is looked at: as it was last, also before the lock. `within`: the list of a page, which
 * is remembered while the notebook is open and not beyond.
 */
export function useListView(kind: RecordKind, within: string | undefined, first: ListView): readonly [ListView, (change: Partial<ListView>) => void] {
  const store = useContext(ViewsContext);
  if (store === null) throw new Error('No ListViewsProvider above');
  const name = within ?? kind;
  const kept = useSettings()?.lists[name];
  const view = store.use().get(name) ?? (within === undefined ? kept : undefined) ?? first;
  const keep = useKeepView(within === undefined ? name : null);
  const change = useCallback(
    (some: Partial<ListView>) => {
      const next = { ...(store.get().get(name) ?? view), ...some };
      store.change((views) => new Map(views).set(name, next));
      keep(next);
    },
    [store, name, view, keep],
  );
  return [view, change];
}

/** Keeps a view at the next pause; when the list goes or the notebook locks before that, at once. */
function useKeepView(name: string | null): (view: ListView) => void {
  const keepSettings = useKeepSettings();
  const lists = useSettings()?.lists;
  const latest = useRef(lists);
  const waiting = useRef<{ readonly timer: number; readonly view: ListView } | null>(null);
  useEffect(() => {
    latest.current = lists;
  });
  const keepNow = useCallback(async () => {
    if (waiting.current === null || name === null) return;
    const { timer, view } = waiting.current;
    window.clearTimeout(timer);
    waiting.current = null;
    // Words that were typed to narrow the list are of the moment; they are not kept.
    await keepSettings({ lists: { ...latest.current, [name]: { ...view, words: '' } } });
  }, [keepSettings, name]);
  useKeepTyped(keepNow);
  useEffect(() => () => void keepNow(), [keepNow]);
  return useCallback(
    (view) => {
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
      waiting.current = { view, timer: window.setTimeout(() => void keepNow(), pause) };
    },
    [keepNow],
  );
}
