import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListView } from '../../../engine/api.ts';
import { useSettings } from '../../engine-client/engine-context.tsx';
import { useKeepSettings } from '../../engine-client/keep-settings.ts';
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

function useKeepView(name: string | null): (view: ListView) => void {
  const keepSettings = useKeepSettings();
  const lists = useSettings()?.lists;
  const latest = useRef(lists);
  const timer = useRef(0);
  useEffect(() => {
    latest.current = lists;
  });
  return useCallback(
    (view) => {
      window.clearTimeout(timer.current);
      if (name === null) return;
      // Words that were typed to narrow the list are of the moment; they are not kept.
      timer.current = window.setTimeout(() => void keepSettings({ lists: { ...latest.current, [name]: { ...view, words: '' } } }), pause);
    },
    [keepSettings, name],
  );
}
