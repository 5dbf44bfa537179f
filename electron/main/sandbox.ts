import { app } from 'electron';

/**
 * Chromium's sandbox holds. Without it Electron starts only for root, in a container where tests
 * run, because Chromium itself refuses to sandbox root; for anybody else a start without it is
 * refused. Says whether the start may go on.
 */
export function demandSandbox(): boolean {
  const isRoot = process.getuid?.() === 0;
  // `enableSandbox` takes the switch off again, and then root's Chromium stops at once.
  if (app.commandLine.hasSwitch('no-sandbox')) return isRoot;
  app.enableSandbox();
  return true;
}
