import { bridge } from '../engine-client/bridge.ts';
import type { RunningEngine } from '../engine-client/start-engine.ts';

const mark = 'rapporteur.erased';

/** How what is gone went: by the person's own decision, all of it by order, or a part of it by order. */
export type Erased = 'own' | 'order' | 'part';

/** After everything was erased: the worker ends, what the page itself remembers goes too, and a first start follows. */
export async function startAfterErasure(running: RunningEngine, how: Erased = 'own'): Promise<void> {
  document.documentElement.dataset['locked'] = '';
  running.end();
  localStorage.clear();
  sessionStorage.clear();
  sessionStorage.setItem(mark, how);
  await bridge().call('window:phase', 'locked');
  window.location.reload();
}

/** A part went by order, and the notebook is locked: it is said where it is unlocked. */
export function notePartErased(): void {
  sessionStorage.setItem(mark, 'part' satisfies Erased);
}

/** What this start follows, so that it is said; until the window closes. */
export function whatWasErased(): Erased | null {
  const how = sessionStorage.getItem(mark);
  return how === 'own' || how === 'order' || how === 'part' ? how : null;
}
