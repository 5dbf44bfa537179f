import { useEffect } from 'react';

/** After a save that was refused: the caret goes to the first field that is marked. */
export function useGoToMistake(mistakes: unknown, isThere: boolean): void {
  useEffect(() => {
    if (isThere) document.querySelector<HTMLElement>('[data-pane] [aria-invalid="true"]')?.focus();
  }, [mistakes, isThere]);
}
