import { useSyncExternalStore } from 'react';

/** A small value that parts of the interface far from one another share. */
export interface OutsideStore<Value> {
  get(): Value;
  set(value: Value): void;
  change(change: (value: Value) => Value): void;
  use(): Value;
}

export function outsideStore<Value>(first: Value): OutsideStore<Value> {
  let now = first;
  const listeners = new Set<() => void>();
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const set = (value: Value) => {
    if (Object.is(value, now)) return;
    now = value;
    listeners.forEach((one) => one());
  };
  return {
    get: () => now,
    set,
    change: (change) => set(change(now)),
    use: () => useSyncExternalStore(listen, () => now),
  };
}
