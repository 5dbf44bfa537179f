import i18next from 'i18next';
import { isTold, sayInStatusLine, takeOffStatusLine } from './told.ts';

interface Offer {
  readonly id: string;
  readonly message: string;
  readonly at: number;
  readonly undo: () => void;
}

/** What can be taken back, the latest last. */
let offers: readonly Offer[] = [];
let count = 0;

const most = 20;
/** After so long nobody means it any more with Ctrl+Z, in milliseconds. */
const longest = 10 * 60_000;

function takeBack(offer: Offer): void {
  offers = offers.filter((one) => one !== offer);
  const shown = isTold(offer.id);
  takeOffStatusLine(offer.id);
  offer.undo();
  // Somebody who cannot see what they take back is told.
  if (!shown) tell(i18next.t('undone', { ns: 'kit', what: offer.message }));
}

function nextId(): string {
  count += 1;
  return `told-${String(count)}`;
}

/**
 * Says what was done in the status line, where it covers nothing, and offers to take it back: at a press
 * while it stands there, and by Ctrl+Z, one act after the other, for ten minutes. The message holds
 * nothing of what was written: it outlives the page whose marking the strip shows.
 */
export function offerUndo(message: string, undo: () => void): void {
  const offer: Offer = { id: nextId(), message, at: performance.now(), undo };
  offers = [...offers, offer].slice(-most);
  sayInStatusLine({ id: offer.id, message, undo: () => takeBack(offer) });
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
  for (const { id } of offers) takeOffStatusLine(id);
  offers = [];
}

/** A short word that something was done elsewhere on the screen. */
export function tell(message: string): void {
  sayInStatusLine({ id: nextId(), message, undo: null });
}
