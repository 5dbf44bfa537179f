import type { Bridge } from '../../electron/preload/bridge.ts';
import { cryptoReady } from '../../core/crypto/sodium.ts';
import { anExport } from '../builders/exports.ts';
import { aLongMeeting } from '../builders/meetings.ts';
import { openLaptop, type Laptop } from '../e2e/laptop.ts';

/** Milliseconds of one export: Chromium's part (a window, the page, printToPDF) and the whole as the interface sees it. */
export interface ExportTimes {
  readonly alone: number;
  readonly whole: number;
  readonly pages: number;
}

const rounds = 9;

/** Minutes of 40 pages to PDF, against printToPDF of the same page alone, both in every round. */
export async function measureMinutesToPdf(): Promise<readonly ExportTimes[]> {
  await cryptoReady;
  const laptop = await openLaptop();
  try {
    await watchPrinting(laptop);
    const { job } = anExport(aLongMeeting());
    const times: ExportTimes[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await exportOnce(laptop, { ...job, record: [...job.record] }));
    return times;
  } finally {
    await laptop.discard();
  }
}

/** Notes in the main process how long it takes from a new window to the end of its first printToPDF. */
async function watchPrinting({ app }: Laptop): Promise<void> {
  await app.evaluate((electron) => {
    const noted = globalThis as unknown as { printedAlone: number };
    electron.app.on('web-contents-created', (_event, contents) => {
      const started = performance.now();
      const print = contents.printToPDF.bind(contents);
      let first = true;
      contents.printToPDF = async (options) => {
        const pdf = await print(options);
        if (first) noted.printedAlone = performance.now() - started;
        first = false;
        return pdf;
      };
    });
  });
}

type Job = Omit<ReturnType<typeof anExport>['job'], 'record'> & { readonly record: readonly number[] };

async function exportOnce({ app, page }: Laptop, job: Job): Promise<ExportTimes> {
  const { whole, pages } = await page.evaluate(async ({ record, ...rest }) => {
    const bridge = (window as unknown as { rapporteur: Bridge }).rapporteur;
    const started = performance.now();
    const answer = await bridge.call('print:pdf', { ...rest, record: new Uint8Array(record) });
    if ('failure' in answer) throw new Error(answer.failure);
    return { whole: performance.now() - started, pages: answer.pages };
  }, job);
  const alone = await app.evaluate(() => (globalThis as unknown as { printedAlone: number }).printedAlone);
  return { alone, whole, pages };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (import.meta.main) {
  const times = await measureMinutesToPdf();
  const ratio = median(times.map((one) => one.whole / one.alone));
  process.stdout.write(
    `minutes of ${times[0]?.pages} pages to PDF: ${median(times.map((one) => one.whole)).toFixed(0)} ms; printing alone ${median(times.map((one) => one.alone)).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (target 2.00)\n`,
  );
}
