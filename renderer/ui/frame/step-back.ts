import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { isWriting } from './type-ahead.ts';

/**
 * Escape steps back one: out of the field one writes in, then out of what is open to its list. What
 * is typed is kept as a draft on the way. Open lists, menus and dialogs close themselves first.
 */
export function useStepBack(): void {
  const [location, go] = useLocation();
  useEffect(() => {
    // Looked at before anybody acts: a dialog that closes on this very key is gone afterwards.
    let wasOpen = false;
    const look = () => {
      wasOpen = somethingIsOpen();
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || wasOpen) return;
      const [room = '', ...deeper] = location.split('/').filter((part) => part !== '');
      if (isWriting(document.activeElement)) leaveField();
      else if (deeper.length > 0 && !unlisted.has(room)) go(`/${room}`);
      else if (deeper.length > 0) window.history.back();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', press);
    };
  }, [location, go]);
}

/** Rooms without a list of their own: back is where one came from. */
const unlisted: ReadonlySet<string> = new Set(['conflicts', 'history', 'export', 'report', 'diagram']);

function somethingIsOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], [aria-expanded="true"][aria-haspopup]') !== null;
}

function leaveField(): void {
  const field = document.activeElement;
  const pane = field?.closest<HTMLElement>('[data-pane]');
  if (pane === null || pane === undefined) {
    if (field instanceof HTMLElement) field.blur();
  } else {
    pane.focus();
  }
}
