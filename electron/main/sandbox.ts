import { app } from 'electron';

/**
 * Chromium's sandbox holds. Without it Electron starts only for root, in a container where tests
 * run, because Chromium itself refuses to sandbox root; for anybody else a start without it is
 * refused. Says whether the start may go on.
 */
export function demandSandbox(): boolean {
  if (app.commandLine.hasSwitch('no-sandbox')) return process.getuid?.() === 0;
  app.enableSandbox();
  return true;
}
