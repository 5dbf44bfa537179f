import { beforeAll, describe, expect, test } from 'vitest';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import { readErasureReceipt } from '../../../core/organisation/erasure-receipt.ts';
import { fingerprint } from '../../../core/organisation/fingerprint.ts';
import { keyBytes } from '../../../core/organisation/key-text.ts';
import { aNote, ana, anEngine, anOpenEngine, codeOf, good, passphrase, rawRows, writeRaw } from '../../../test/builders/engines.ts';

beforeAll(() => cryptoReady);

const namesNow = async () => (await indexedDB.databases()).map(({ name }) => name);

describe('erasing the laptop', () => {
  test('asks for a receipt first, and without it erases nothing', async () => {
    const { engine } = await anOpenEngine();
    await aNote(engine, 'Handover at the bridge');
    expect(codeOf(await engine.devices.erase())).toBe('receipt-missing');
    expect(await engine.notebook.list('note')).toHaveLength(1);
    await engine.end();
  });

  test('the receipt says what goes, signed with the key that goes', async () => {
    const { engine } = await anOpenEngine();
    await aNote(engine, 'one');
    await aNote(engine, 'two');
    expect(await engine.devices.held()).toEqual({ records: 2, drafts: 0, undelivered: 2, onHold: 0 });
    const { receipt, block } = good(await engine.devices.prepareErasure());
    const me = await engine.vault.me();
    expect(good(readErasureReceipt(block))).toEqual(receipt);
    expect(receipt).toMatchObject({
      name: ana.name, device: me.device, fingerprint: fingerprint(keyBytes(me.device)), order: null, erased: { records: 2 }, undelivered: 2,
    });
    await engine.end();
  });

  test('leaves nothing, and the next start is a first start', async () => {
    const { engine, name } = await anOpenEngine();
    await aNote(engine, 'Handover at the bridge');
    good(await engine.devices.prepareErasure());
    good(await engine.devices.erase());
    expect(await namesNow()).not.toContain(name);
    const again = anEngine(name);
    expect(await again.engine.vault.state()).toEqual({ state: 'none' });
    good(await again.engine.vault.createAlone(ana, passphrase));
    expect(await again.engine.notebook.list('note')).toEqual([]);
    await again.engine.end();
  });

  test('takes every database of the app', async () => {
    const other = `other-${crypto.randomUUID()}`;
    await new Promise((resolve) => {
      const asked = indexedDB.open(other);
      asked.onsuccess = () => {
        asked.result.close();
        resolve(null);
      };
    });
    const { engine, name } = await anOpenEngine({ databases: async () => [other] });
    good(await engine.devices.prepareErasure());
    good(await engine.devices.erase());
    expect(await namesNow()).not.toContain(other);
    expect(await namesNow()).not.toContain(name);
  });

  test('that was cut off after the keys is ended at the next start; nothing opens in between', async () => {
    const { engine, name } = await anOpenEngine({ databases: () => Promise.resolve([]) });
    await aNote(engine, 'Handover at the bridge');
    const header = (await rawRows(name))['header']?.[0]?.value as { passphrase: { wrapped: Uint8Array } };
    await engine.end();
    // What the disk holds when the process ends right after the key slots were overwritten.
    await writeRaw(name, 'header', (store) => store.put({ id: 'header', v: 1, erasing: true, noise: 'x' }));
    expect(JSON.stringify(await rawRows(name))).not.toContain(JSON.stringify([...header.passphrase.wrapped]));
    const again = anEngine(name);
    expect(await again.engine.vault.state()).toEqual({ state: 'none' });
    expect(codeOf(await again.engine.vault.unlock(passphrase))).toBe('no-vault');
    await again.engine.end();
  });

  test('a disk that refuses the first write leaves everything as it was', async () => {
    const { engine, database } = await anOpenEngine();
    await aNote(engine, 'stays');
    good(await engine.devices.prepareErasure());
    database.failWith = 'UnknownError';
    expect(codeOf(await engine.devices.erase())).toBe('storage-failed');
    database.failWith = null;
    expect(await engine.notebook.list('note')).toMatchObject([{ title: 'stays' }]);
    await engine.end();
  });
});
