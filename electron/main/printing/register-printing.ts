import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handle } from '../ipc.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { printOnPaper } from './print-on-paper.ts';
import { openPrintSession, type PrintSession } from './print-session.ts';

/** How `print:pdf` and `print:paper` are answered. `bundle` is the folder that holds the page and its fonts. */
export function registerPrinting(handle: Handle, bundle: string): void {
  let opened: PrintSession | null = null;
  // Opened when something is printed for the first time: it has no part in starting the app.
  const printing = (): PrintSession => (opened ??= openPrintSession((name) => readFile(join(bundle, 'fonts', name))));
  const inTurn = oneAtATime();

  handle('print:pdf', (job) =>
    inTurn(async () => {
      try {
        const { printMinutes } = await import('./print-minutes.ts');
        return await printMinutes(printing(), job, new Date());
      } catch {
        return { failure: 'print-failed' };
      }
    }),
  );
  handle('print:paper', ({ html }) => inTurn(() => printOnPaper(printing(), html)));
}
