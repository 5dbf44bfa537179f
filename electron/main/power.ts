import { powerMonitor } from 'electron';
import type { Events } from '../preload/bridge.ts';

/** Locks when the machine sleeps or its screen locks. */
export function lockWithTheMachine(lock: (why: Events['lock-now']) => void): void {
  powerMonitor.on('suspend', () => lock('suspend'));
  powerMonitor.on('lock-screen', () => lock('screen-lock'));
}
