import type { Bridge } from '../../../electron/preload/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly rapporteur: Bridge;
  }
}

/** The one way to the main process. */
export function bridge(): Bridge {
  return window.rapporteur;
}
