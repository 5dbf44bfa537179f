import { useEffect, useId } from 'react';
import type { MarkingId } from '../../../core/ids.ts';
import { outsideStore } from './outside-store.ts';

const shown = outsideStore<ReadonlyMap<string, readonly MarkingId[]>>(new Map());

/**
 * Tells the marking strip what this part of the screen shows: one level, or all levels of a list.
 * Taken back when the part goes. `null` or nothing: it shows no record.
 */
export function useShownMarking(levels: MarkingId | readonly MarkingId[] | null | undefined): void {
  const id = useId();
  const list = levels === null || levels === undefined ? [] : typeof levels === 'string' ? [levels] : [...new Set(levels)];
  const key = list.join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    const levelsShown = key.split(' ') as MarkingId[];
    shown.change((map) => new Map(map).set(id, levelsShown));
    return () => {
      shown.change((map) => {
        const next = new Map(map);
        next.delete(id);
        return next;
      });
    };
  }, [id, key]);
}

/** Every level on the screen now, for the strip. */
export function useLevelsOnScreen(): readonly MarkingId[] {
  return [...new Set([...shown.use().values()].flat())];
}
