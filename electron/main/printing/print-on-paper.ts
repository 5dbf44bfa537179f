import { openHiddenPage } from './hidden-page.ts';
import type { PrintSession } from './print-session.ts';

/** Prints a page (the recovery kit, a timeline) with the system's own dialog. */
export async function printOnPaper(printing: PrintSession, html: string): Promise<'printed' | 'cancelled' | 'failed'> {
  const page = openHiddenPage(printing);
  try {
    await page.show(html);
    return await new Promise((resolve) => {
      page.contents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (success, reason) => {
        resolve(success ? 'printed' : /cancel/i.test(reason) ? 'cancelled' : 'failed');
      });
    });
  } catch {
    return 'failed';
  } finally {
    page.close();
  }
}
