import Dexie from 'dexie';
import sodium from 'libsodium-wrappers-sumo';
import { afterAll, describe, expect, it } from 'vitest';

const name = 'chromium-of-electron';

describe("the tests' renderer", () => {
  afterAll(() => Dexie.delete(name));

  it('is the Electron that the app runs in', () => {
    expect(navigator.userAgent).toContain('Electron/');
  });

  it('has no Node', () => {
    expect(Reflect.get(globalThis, 'require')).toBeUndefined();
  });

  it('keeps rows durably in IndexedDB', async () => {
    const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
    database.version(1).stores({ rows: 'id' });
    await database.table('rows').put({ id: 'one', sealed: new Uint8Array([1, 2, 3]) });
    database.close();
    await database.open();
    expect(await database.table('rows').get('one')).toEqual({ id: 'one', sealed: new Uint8Array([1, 2, 3]) });
    database.close();
  });

  it('runs libsodium', async () => {
    await sodium.ready;
    expect(sodium.crypto_generichash(32, 'letter', null)).toHaveLength(32);
  });

  it('starts module workers', async () => {
    const worker = new Worker(new URL('./echo-worker.ts', import.meta.url), { type: 'module' });
    const answer = await new Promise((resolve) => {
      worker.onmessage = (event) => resolve(event.data);
      worker.postMessage('heard');
    });
    worker.terminate();
    expect(answer).toBe('heard');
  });
});
