import { bridge } from '../engine-client/bridge.ts';
import type { RunningEngine } from '../engine-client/start-engine.ts';

const mark = 'rapporteur.erased';

/** After everything was erased: the worker ends, what the page itself remembers goes too, and a first start follows. */
export async function startAfterErasure(running: RunningEngine): Promise<void> {
  document.documentElement.dataset['locked'] = '';
  running.end();
  localStorage.clear();
  sessionStorage.clear();
  sessionStorage.setItem(mark, '1');
  await bridge().call('window:phase', 'locked');
  window.location.reload();
}

/** Whether this first start follows an erasure, so that it is said; until the window closes. */
export function wasErased(): boolean {
  return sessionStorage.getItem(mark) === '1';
}
