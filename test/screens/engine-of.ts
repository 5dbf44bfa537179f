import type { Page } from '@playwright/test';
import type { RecordInput, RecordKind } from '../../core/records/kinds.ts';

/**
 * The engine of a window, asked without the interface: hundreds of records are there in seconds. What
 * goes to and fro is Comlink's own, which the interface speaks too.
 */
interface WatchedWindow {
  engineWorker?: Worker;
}

/** From now on the window knows its engine. Before anything is written in it: the page is loaded anew. */
export async function watchEngine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        (window as unknown as WatchedWindow).engineWorker = this;
      }
    };
  });
  await page.reload();
}

/** Saves a record and says which one it is. `record`: one that is there already, which it replaces the fields of. */
export async function saveByEngine<Kind extends RecordKind>(page: Page, kind: Kind, value: RecordInput<Kind>): Promise<string> {
  return page.evaluate(async (request) => {
    const worker = (window as unknown as WatchedWindow).engineWorker;
    if (worker === undefined) throw new Error('No engine is watched');
    const id = `album-${crypto.randomUUID()}`;
    const answered = new Promise<unknown>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<{ id?: string; value?: unknown }>) => {
        if (data.id === id) resolve(data.value);
      });
    });
    worker.postMessage({ id, type: 'APPLY', path: ['notebook', 'save'], argumentList: [{ type: 'RAW', value: request }] });
    const answer = (await answered) as { ok: boolean; value?: { record: string }; error?: { code: string } };
    if (!answer.ok || answer.value === undefined) throw new Error(`Not saved: ${JSON.stringify(answer)}`);
    return answer.value.record;
  }, { kind, value, level: 'SENSITIVE' });
}
