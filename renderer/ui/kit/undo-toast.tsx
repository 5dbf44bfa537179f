import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import classes from './undo-toast.module.css';

interface Offer {
  readonly id: string;
  readonly message: string;
  readonly at: number;
  readonly undo: () => void;
  /** The message is on the screen. */
  shown: boolean;
}

/** What can be taken back, the latest last. */
let offers: readonly Offer[] = [];
let count = 0;

const most = 20;
/** After so long nobody means it any more with Ctrl+Z, in milliseconds. */
const longest = 10 * 60_000;

function takeBack(offer: Offer): void {
  offers = offers.filter((one) => one !== offer);
  notifications.hide(offer.id);
  offer.undo();
  // Somebody who cannot see what they take back is told.
  if (!offer.shown) tell(i18next.t('undone', { ns: 'kit', what: offer.message }));
}

/**
 * Says what was done and offers to take it back: at a press for ten seconds, and by Ctrl+Z, one act
 * after the other, for ten minutes. The message holds nothing of what was written: it outlives the
 * page whose marking the strip shows. It is a status and no alert: nothing went wrong.
 */
export function offerUndo(message: string, undo: () => void): void {
  count += 1;
  const offer: Offer = { id: `undo-${String(count)}`, message, at: performance.now(), undo, shown: true };
  offers = [...offers, offer].slice(-most);
  notifications.show({
    id: offer.id,
    role: 'status',
    autoClose: 10_000,
    withCloseButton: false,
    withBorder: true,
    message: (
      <span className={classes['toast']}>
        <span>{message}</span>
        <Button size="compact-xs" variant="subtle" onClick={() => takeBack(offer)}>
          {i18next.t('undo', { ns: 'kit' })}
        </Button>
      </span>
    ),
    onClose: () => {
      offer.shown = false;
    },
  });
}

/** Takes back the last thing done; `false` when there is none. */
export function undoLast(): boolean {
  const last = offers.at(-1);
  if (last === undefined || performance.now() - last.at > longest) return false;
  takeBack(last);
  return true;
}

/** At lock: nothing of before can be taken back by whoever comes. */
export function forgetUndo(): void {
  for (const { id } of offers) notifications.hide(id);
  offers = [];
}

/** A short word that something was done elsewhere on the screen. */
export function tell(message: string): void {
  notifications.show({ message, role: 'status', autoClose: 4000, withBorder: true, withCloseButton: false });
}
