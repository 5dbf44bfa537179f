import { describe, expect, test } from 'vitest';
import { anEngine, codeOf, freshName, good, rawRows, sensitive, writeRaw } from '../../../test/builders/engines.ts';
import stored from '../../../test/fixtures/notebook-v1.json';
import type { CompartmentId } from '../../../core/ids.ts';
import { z } from 'zod';

type Row = Record<string, unknown>;

/** Version 1 as it was released. Later versions are added below it; this stays as it is. */
const version1: Record<string, string | string[]> = {
  header: 'id', changes: ['record', 'id'], unsent: ['record', 'id'], drafts: 'id', letters: ['compartment', 'id'], outbox: 'id', states: 'id',
};

/** Writes the stored notebook into IndexedDB without any code of the engine. */
async function aVersion1Store(): Promise<string> {
  const name = await freshName();
  const opening = indexedDB.open(name, stored.version);
  opening.onupgradeneeded = () => {
    for (const [table, keyPath] of Object.entries(version1)) opening.result.createObjectStore(table, { keyPath });
  };
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  opening.result.close();
  for (const [table, rows] of Object.entries(stored.tables)) {
    await writeRaw(name, table, (store) => rows.forEach((row) => store.put(withBytes(row))));
  }
  return name;
}

function withBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('base64' in value) return Uint8Array.from(atob(String(value.base64)), (letter) => letter.charCodeAt(0));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withBytes(part)]));
}

describe('a store of version 1', () => {
  test('opens with everything in it', async () => {
    const name = await aVersion1Store();
    const { engine, ground } = anEngine(name);
    expect(await engine.vault.state()).toEqual({ state: 'locked', retryAt: null });
    expect(good(await engine.vault.unlock(stored.passphrase))).toMatchObject({ name: 'Ана Перић', institution: 'Тужилаштво' });
    expect(await engine.vault.state()).toEqual({ state: 'open' });
    const [note] = await engine.notebook.list('note');
    expect(note).toMatchObject({ title: 'Ђорђевић', level: 'SENSITIVE', standing: 'final', value: { place: 'Bar' } });
    expect(await engine.notebook.list('note', { binned: true })).toMatchObject([{ title: 'Binned' }]);
    const [meeting] = await engine.notebook.list('meeting');
    const view = good(await engine.notebook.open('meeting', meeting?.record ?? ('' as never)));
    expect(view).toMatchObject({ standing: 'approved', value: { lines: [{ text: 'Meet again', type: 'decision' }] }, incomplete: false, unreadable: [] });
    expect(await engine.drafts.list()).toMatchObject([{ title: 'Half a sentence' }]);
    expect(await engine.vault.settings()).toMatchObject({ language: 'fr', lockAfterMinutes: 5 });
    expect(await ground().letters.ofCompartment('comp' as CompartmentId)).toMatchObject([{ number: 1 }]);
    expect(await ground().letters.outbox()).toMatchObject([{ database: 'db' }]);
    expect(good(await ground().states.read('checkpoint', z.object({ seq: z.string() })))).toEqual({ seq: '7-x' });
    expect(ground().ledger.unsentCount()).toBe(3);
    await engine.end();
  });

  test('is folded once, and from then on opens with its snapshot', async () => {
    const name = await aVersion1Store();
    const { engine, database } = anEngine(name, { snapshotRest: 0 });
    good(await engine.vault.unlock(stored.passphrase));
    const before = [await engine.notebook.list('note'), await engine.notebook.list('meeting'), await engine.notebook.today()];
    expect(database.verno).toBe(6);
    while ((await database.pieceIds()).length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await engine.end();
    const again = anEngine(name);
    again.database.allChanges = () => {
      throw new Error('folded again');
    };
    good(await again.engine.vault.unlock(stored.passphrase));
    expect([await again.engine.notebook.list('note'), await again.engine.notebook.list('meeting'), await again.engine.notebook.today()]).toEqual(before);
    expect(again.ground().ledger.unsentCount()).toBe(3);
    await again.engine.end();
  });

  test('opens with its recovery code', async () => {
    const { engine } = anEngine(await aVersion1Store());
    good(await engine.vault.unlockWithKit(stored.recoveryCode, 'nine heavy barges wait below Smederevo'));
    expect(await engine.notebook.list('note')).toHaveLength(1);
    await engine.end();
  });

  test('with bad rows in it: the good ones are read, the bad ones counted and kept', async () => {
    const name = await aVersion1Store();
    const before = (await rawRows(name))['changes'] ?? [];
    const [one, two] = before.map((row) => row.value as Row);
    await writeRaw(name, 'changes', (store) => {
      store.put({ record: 'r', id: 'no-seal' });
      store.put({ record: 'r', id: 'not-bytes', sealed: 'text' });
      store.put({ record: 'r', id: 'short', sealed: new Uint8Array(3) });
      store.put({ record: 'r', id: 'swapped', sealed: one?.['sealed'] });
      store.put({ ...two, id: 'moved' });
    });
    await writeRaw(name, 'drafts', (store) => store.put({ id: 'd', sealed: new Uint8Array(60) }));
    await writeRaw(name, 'unsent', (store) => store.put({ record: 'r', id: 'no-seal' }));
    const rows = await rawRows(name);
    const { engine } = anEngine(name);
    good(await engine.vault.unlock(stored.passphrase));
    expect(await engine.vault.state()).toEqual({ state: 'open', unreadableRows: 6 });
    expect(await engine.notebook.list('note')).toHaveLength(1);
    good(await engine.notebook.save({ kind: 'note', value: { title: 'still writes' }, level: sensitive }));
    await engine.end();
    const after = await rawRows(name);
    expect(after['changes']).toEqual(expect.arrayContaining(rows['changes'] ?? []));
    expect(after['drafts']).toEqual(rows['drafts']);
    expect(after['unsent']).toEqual(expect.arrayContaining(rows['unsent'] ?? []));
  });

  test('with a change missing: the record opens and says that it is incomplete', async () => {
    const name = await aVersion1Store();
    const rows = ((await rawRows(name))['changes'] ?? []).map((row) => row.value as Row);
    const perRecord = Map.groupBy(rows, (row) => row['record']);
    const history = [...perRecord.values()].find((changes) => changes.length === 3) ?? [];
    let incomplete = 0;
    for (const row of history) {
      await writeRaw(name, 'changes', (store) => store.delete([row['record'], row['id']] as string[]));
      const { engine, database } = anEngine(name);
      good(await engine.vault.unlock(stored.passphrase));
      const [note] = await engine.notebook.list('note');
      const view = note === undefined ? undefined : good(await engine.notebook.open('note', note.record));
      if (view?.incomplete === true) incomplete += 1;
      database.close();
      await writeRaw(name, 'changes', (store) => store.put(row));
    }
    // Of three changes in a line, the first two are named by another.
    expect(incomplete).toBe(2);
  });

  test('with other rows under its states does not open', async () => {
    const name = await aVersion1Store();
    const states = ((await rawRows(name))['states'] ?? []).map((row) => row.value as Row);
    // Every sealed state under every other's identifier.
    await writeRaw(name, 'states', (store) => states.forEach((row, index) => store.put({ ...row, sealed: states[(index + 1) % states.length]?.['sealed'] })));
    const { engine, database } = anEngine(name);
    expect(codeOf(await engine.vault.unlock(stored.passphrase))).toBe('damaged');
    database.close();
  });
});
