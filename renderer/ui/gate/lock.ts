import { useCallback, useEffect } from 'react';
import { bridge } from '../engine-client/bridge.ts';
import { useRunningEngine } from '../engine-client/engine-context.tsx';
import type { RunningEngine } from '../engine-client/start-engine.ts';
import { forgetSample } from '../engine-client/workspace.ts';
import { notePartErased, startAfterErasure } from './erased.ts';
import { keepAllTyped } from '../kit/keep-typed.ts';

/** After this long the lock no longer waits for a disk that does not answer. */
const patience = 3000;

const atMost = (work: Promise<unknown>) => Promise.race([work, new Promise((done) => window.setTimeout(done, patience))]);

let locking = false;

/**
 * Locks: the screen is empty before anything else happens, then what is typed is kept, then the
 * keys are forgotten and the worker ends, and a fresh page asks for the passphrase.
 */
export async function lock(running: RunningEngine): Promise<void> {
  if (locking) return;
  locking = true;
  document.documentElement.dataset['locked'] = '';
  await atMost(keepAllTyped());
  await atMost(running.engine.vault.lock());
  running.end();
  // Nobody knows the sample's passphrase: locking it is leaving it.
  forgetSample();
  await bridge().call('window:phase', 'locked');
  window.location.reload();
}

export function useLock(): () => void {
  const running = useRunningEngine();
  return useCallback(() => void lock(running), [running]);
}

/** What an order took: the screen is empty at once, and the next start says why. */
export function useLeaveWhenErased(): void {
  const running = useRunningEngine();
  useEffect(
    () =>
      running.listen((event) => {
        if (event.type !== 'erased') return;
        if (event.all) return void startAfterErasure(running, 'order');
        notePartErased();
        void lock(running);
      }),
    [running],
  );
}

/** Locks when the system sleeps or its screen locks; keeps what is typed when the window closes. */
export function useLockAndCloseBySystem(): void {
  const running = useRunningEngine();
  useEffect(() => bridge().on('lock-now', () => void lock(running)), [running]);
  useEffect(
    () =>
      bridge().on('closing', () => {
        void atMost(keepAllTyped().then(() => running.engine.vault.lock())).then(() => {
          running.end();
          return bridge().call('window:phase', 'locked');
        });
      }),
    [running],
  );
}
