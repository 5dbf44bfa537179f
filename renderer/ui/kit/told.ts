import { useSyncExternalStore } from 'react';

/** What was just done, as the status line says it for a while. */
export interface Told {
  readonly id: string;
  readonly message: string;
  /** Takes it back; `null` where there is nothing to take back. */
  readonly undo: (() => void) | null;
}

let told: Told | null = null;
const listeners = new Set<() => void>();

function set(next: Told | null): void {
  told = next;
  for (const listener of listeners) listener();
}

/** Says it in the status line, in the place of what was said there before. */
export function sayInStatusLine(next: Told): void {
  set(next);
}

/** Takes it off again, unless something else is said there by now. */
export function takeOffStatusLine(id: string): void {
  if (told?.id === id) set(null);
}

export function useTold(): Told | null {
  return useSyncExternalStore(subscribe, () => told);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isTold(id: string): boolean {
  return told?.id === id;
}
