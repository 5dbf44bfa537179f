import { presentElectron } from './bootstrap/electron.mjs';

/** How to start the Electron that the set-up found. */
export interface ElectronLaunch {
  readonly executable: string;
  /** The folder that holds it, as `ELECTRON_OVERRIDE_DIST_PATH` wants it. */
  readonly folder: string;
  readonly version: string;
  readonly official: boolean;
  /** Arguments for Electron itself, before the app's. */
  readonly args: readonly string[];
}

/**
 * Throws when no Electron is here yet: the set-up (`npm start`, `npm test`) fetches it.
 */
export function electronLaunch(): ElectronLaunch {
  const electron = presentElectron();
  if (electron === undefined) {
    throw new Error('There is no Electron on this machine yet. Run "npm start" once.');
  }
  return { ...electron, args: chromiumArguments() };
}

/** Chromium refuses its sandbox to root, so there, and only there, it is switched off. */
function chromiumArguments(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
