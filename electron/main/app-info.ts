import { app } from 'electron';
import type { Answer } from '../preload/bridge.ts';

/** The major version that releases are made with (package.json); an older one stands in for development. */
const releasedWith = 45;

export function appInfo(): Answer<'app:info'> {
  const electron = process.versions['electron'] ?? '';
  return {
    version: app.getVersion(),
    electron,
    chromium: process.versions['chrome'] ?? '',
    platform: process.platform,
    official: Number.parseInt(electron, 10) >= releasedWith,
  };
}
