import type { Handle } from '../ipc.ts';

/** How `print:pdf` and `print:paper` are answered. */
export function registerPrinting(handle: Handle): void {
  handle('print:pdf', () => ({ failure: 'print-failed' }));
  handle('print:paper', () => 'failed');
}
