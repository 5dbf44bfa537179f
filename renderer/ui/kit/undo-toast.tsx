import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import classes from './undo-toast.module.css';

let last: { readonly id: string; readonly undo: () => void } | null = null;
let count = 0;

/**
 * Says what was done and offers to take it back, for ten seconds and by Ctrl+Z. The message holds
 * nothing of what was written: it outlives the page whose marking the strip shows.
 */
export function offerUndo(message: string, undo: () => void): void {
  count += 1;
  const id = `undo-${String(count)}`;
  const take = () => {
    if (last?.id === id) last = null;
    notifications.hide(id);
    undo();
  };
  last = { id, undo: take };
  notifications.show({
    id,
    autoClose: 10_000,
    withCloseButton: false,
    withBorder: true,
    message: (
      <span className={classes['toast']}>
        <span>{message}</span>
        <Button size="compact-xs" variant="subtle" onClick={take}>
          {i18next.t('undo', { ns: 'kit' })}
        </Button>
      </span>
    ),
    onClose: () => {
      if (last?.id === id) last = null;
    },
  });
}

/** Takes back the last thing offered; `false` when there is none. */
export function undoLast(): boolean {
  if (last === null) return false;
  last.undo();
  return true;
}

/** A short word that something was done elsewhere on the screen. */
export function tell(message: string): void {
  notifications.show({ message, autoClose: 4000, withBorder: true, withCloseButton: false });
}
