import { useEffect, useRef } from 'react';
import { useCopyMarked } from '../kit/copy-marked.ts';
import { useHighestOf } from '../kit/marking-band.ts';
import { useLevelsOnScreen } from '../kit/shown-marking.ts';
import { isWriting } from './type-ahead.ts';

/**
 * What is copied from a page that shows marked records goes through the main process, as text only,
 * which takes it off the clipboard again. Fields and editors copy as the system does.
 */
export function useMarkedCopy(): void {
  const highest = useHighestOf(useLevelsOnScreen());
  const marked = highest !== null && highest.rank > 0;
  const copying = useCopyMarked();
  const copyMarked = useRef(copying);
  useEffect(() => {
    copyMarked.current = copying;
  });
  useEffect(() => {
    if (!marked) return undefined;
    const copy = (event: ClipboardEvent) => {
      const text = document.getSelection()?.toString() ?? '';
      if (text === '' || isWriting(event.target)) return;
      event.preventDefault();
      void copyMarked.current(text);
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, [marked]);
}
