import { useEffect, useRef } from 'react';

const keepers = new Set<() => Promise<void>>();

/**
 * Keeps what is typed before the screen goes: called when the app locks or closes. Resolves when
 * the draft is durable.
 */
export function useKeepTyped(keep: () => Promise<void>): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    const keeper = () => latest.current();
    keepers.add(keeper);
    return () => {
      keepers.delete(keeper);
    };
  }, []);
}

/** Asks every editor to keep what is typed; one that cannot does not stop the others. */
export async function keepAllTyped(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()));
}
