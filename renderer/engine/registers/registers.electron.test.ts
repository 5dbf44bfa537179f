import { describe, expect, test } from 'vitest';
import type { RecordId } from '../../../core/ids.ts';
import { aBackup, aClock, aNote, anEngine, anOpenEngine, codeOf, good, passphrase, rawRows, sensitive, writeRaw, type TestEngine } from '../../../test/builders/engines.ts';
import type { Engine } from '../engine.ts';
import type { TransferQuery } from './registers-api.ts';

const everything: TransferQuery = { words: '', from: null, to: null, acts: [], record: null, sort: { by: 'at', descending: true } };
const day = 24 * 3600_000;

async function transfersOf(engine: Engine, query: Partial<TransferQuery> = {}) {
  return engine.registers.transfers({ ...everything, ...query }, { from: 0, count: 1000 });
}

/** Registers so many exports of a note. */
async function exportsOf(engine: Engine, count: number, record?: RecordId): Promise<void> {
  const exported = record ?? (await aNote(engine, 'A note')).record;
  for (let at = 0; at < count; at += 1) good(await engine.registers.leaving({ as: 'csv', records: [exported] }));
}

/** As after kill -9: the database is let go of, and another engine opens it. */
async function again(made: TestEngine & { readonly name: string }) {
  made.database.close();
  const next = anEngine(made.name);
  good(await next.engine.vault.unlock(passphrase));
  return next;
}

type Row = { readonly id: string; readonly sealed: Uint8Array };
async function pages(name: string): Promise<readonly Row[]> {
  return ((await rawRows(name))['registers'] ?? []).map((row) => row.value as Row);
}

describe('something that leaves', () => {
  test('stands in the register with what binds it before it may be given, and how it ended afterwards', async () => {
    const { engine } = await anOpenEngine();
    const safeguards = {
      originator: 'DORH',
      aboutPersons: true,
      transferGround: { article: '37-safeguards' as const, explanation: 'Working arrangement of 2024', on: '2024-03-01' },
      consents: [{ by: 'DORH', on: '2024-05-02', reference: 'KR-7/24', covers: 'release' as const, recipients: ['MNE'] }],
    };
    const { record } = good(await engine.notebook.save({ kind: 'note', value: { title: 'Đorđević', safeguards }, level: sensitive }));
    const recipient = { name: 'Milo Đurović', country: 'MNE' as never, institution: 'SDT' };
    const transfer = good(await engine.registers.leaving({ as: 'pdf', records: [record], purpose: 'circulation', recipients: [recipient] }));
    expect((await transfersOf(engine)).rows).toMatchObject([{ transfer, act: 'exported', by: { as: 'pdf' }, recipients: [recipient], records: 1, kinds: [{ kind: 'note', count: 1 }], levels: [sensitive], aboutPersons: true, result: 'not-known' }]);
    good(await engine.registers.left(transfer, 'saved'));
    const details = await engine.registers.transfer(transfer);
    expect(details).toMatchObject({ result: 'saved', lots: [{ records: [record], ground: { article: '37-safeguards', explanation: 'Working arrangement of 2024' }, permissions: [{ covers: 'release', by: 'DORH', reference: 'KR-7/24' }] }] });
    expect(await engine.registers.standing('transfers')).toMatchObject({ entries: 2, flaws: [], loosePages: 0 });
    await engine.end();
  });

  test('is found by recipient in any spelling, by reference, by period and by record; sorted as asked', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    const [one, two] = [await aNote(engine, 'One'), await aNote(engine, 'Two')];
    good(await engine.registers.leaving({ as: 'pdf', records: [one.record], recipients: [{ name: 'Đorđe Perović', country: 'MNE' as never, institution: 'SDT' }] }));
    now.ms += 40 * day;
    good(await engine.registers.leaving({ as: 'csv', records: [one.record, two.record] }));
    const found = async (query: Partial<TransferQuery>) => (await transfersOf(engine, query)).rows.map((row) => (row.by.type === 'file' ? row.by.as : ''));
    expect(await found({})).toEqual(['csv', 'pdf']);
    expect(await found({ words: 'ђорђе' })).toEqual(['pdf']);
    expect(await found({ words: 'djordje sdt' })).toEqual(['pdf']);
    expect(await found({ words: 'somebody else' })).toEqual([]);
    expect(await found({ record: two.record })).toEqual(['csv']);
    expect(await found({ to: '2026-12-01' as never })).toEqual(['pdf']);
    expect(await found({ from: '2026-12-01' as never })).toEqual(['csv']);
    expect(await found({ sort: { by: 'records', descending: false } })).toEqual(['pdf', 'csv']);
    expect(await found({ acts: ['delivered'] })).toEqual([]);
    expect((await transfersOf(engine)).acts).toEqual([{ act: 'exported', count: 2 }]);
    await engine.end();
  });

  test('is refused, and nothing is registered, when the disk is full or the vault locked', async () => {
    const { engine, database } = await anOpenEngine();
    const { record } = await aNote(engine, 'A note');
    database.failWith = 'QuotaExceededError';
    expect(codeOf(await engine.registers.leaving({ as: 'csv', records: [record] }))).toBe('storage-full');
    database.failWith = null;
    await exportsOf(engine, 1, record);
    expect(await engine.registers.standing('transfers')).toMatchObject({ entries: 1, flaws: [] });
    await engine.vault.lock();
    expect(codeOf(await engine.registers.leaving({ as: 'csv', records: [record] }))).toBe('vault-locked');
    expect(await transfersOf(engine)).toMatchObject({ all: 0, rows: [] });
    await engine.end();
  });

  test('leaves nothing behind on the disk that could be read', async () => {
    const { engine, name } = await anOpenEngine();
    const { record } = await aNote(engine, 'canary-title');
    good(await engine.registers.leaving({ as: 'pdf', records: [record], recipients: [{ name: 'canary-recipient', country: 'MNE' as never, institution: 'x' }] }));
    await engine.end();
    const text = (await pages(name)).map((row) => new TextDecoder('latin1').decode(row.sealed) + row.id).join();
    expect(text).not.toMatch(/canary|exported|transfer/);
    expect(text).not.toContain(record);
  });
});

describe('a chain on the disk', () => {
  test('goes on where it ended, over pages and a killed process', async () => {
    const made = await anOpenEngine();
    await exportsOf(made.engine, 150);
    const next = await again(made);
    await exportsOf(next.engine, 10);
    expect(await next.engine.registers.standing('transfers')).toMatchObject({ entries: 160, flaws: [], loosePages: 0 });
    expect((await pages(made.name)).length).toBe(3);
    await next.engine.end();
  });

  test('that many enter at once gives no number twice', async () => {
    const { engine } = await anOpenEngine();
    const { record } = await aNote(engine, 'A note');
    await Promise.all(Array.from({ length: 40 }, () => engine.registers.leaving({ as: 'csv', records: [record] })));
    expect(await engine.registers.standing('transfers')).toMatchObject({ entries: 40, flaws: [] });
    await engine.end();
  });

  test('shows which entries a page held that was taken out, damaged, or put back from earlier', async () => {
    const made = await anOpenEngine();
    await exportsOf(made.engine, 64);
    const [first] = await pages(made.name);
    await exportsOf(made.engine, 6);
    const earlier = (await pages(made.name)).find((row) => row.id !== first?.id);
    await exportsOf(made.engine, 4);
    if (first === undefined || earlier === undefined) throw new Error('two pages');
    await made.engine.end();
    await writeRaw(made.name, 'registers', (store) => {
      store.delete(first.id);
      store.put(earlier);
    });
    const next = anEngine(made.name);
    good(await next.engine.vault.unlock(passphrase));
    const { flaws, entries } = await next.engine.registers.standing('transfers');
    expect(entries).toBe(6);
    expect(flaws).toEqual([{ flaw: { what: 'missing', from: 1, to: 64 }, elsewhere: false }, { flaw: { what: 'missing', from: 71, to: 74 }, elsewhere: false }]);
    await exportsOf(next.engine, 2);
    expect((await next.engine.registers.standing('transfers')).flaws).toEqual(flaws);
    await next.engine.end();
  });

  test('of which the end was taken away is not begun again over what is there', async () => {
    const made = await anOpenEngine();
    await exportsOf(made.engine, 3);
    await made.engine.end();
    // Which of the sealed states is the register's nobody can tell: one after the other is taken away.
    for (const state of (await rawRows(made.name))['states'] ?? []) {
      await writeRaw(made.name, 'states', (store) => store.delete(state.key));
      const next = anEngine(made.name);
      const opened = await next.engine.vault.unlock(passphrase);
      const isIt = opened.ok && (await next.engine.registers.standing('transfers')).loosePages > 0;
      if (isIt) {
        await exportsOf(next.engine, 1);
        expect(await next.engine.registers.standing('transfers')).toMatchObject({ entries: 1, loosePages: 1 });
      }
      await next.engine.end();
      if (isIt) return;
      await writeRaw(made.name, 'states', (store) => store.put(state.value));
    }
    throw new Error('none of them was it');
  });
});

describe('three years', () => {
  test('older entries go at the second look, a week after the first; the rest verifies and goes on', async () => {
    const now = aClock();
    const made = await anOpenEngine({ now });
    await exportsOf(made.engine, 70);
    now.ms += 400 * day;
    await exportsOf(made.engine, 5);
    const reopened = async (later: number) => {
      now.ms += later;
      await made.engine.vault.lock();
      good(await made.engine.vault.unlock(passphrase));
      await settled(made.engine);
      return made.engine.registers.standing('transfers');
    };
    expect(await reopened(500 * day)).toMatchObject({ entries: 75 });
    expect(await reopened(200 * day)).toMatchObject({ entries: 75, flaws: [] });
    expect(await reopened(3 * day)).toMatchObject({ entries: 75, flaws: [] });
    expect(await reopened(5 * day)).toMatchObject({ entries: 5, flaws: [] });
    expect(await pages(made.name)).toHaveLength(1);
    await exportsOf(made.engine, 3);
    expect(await reopened(day)).toMatchObject({ entries: 8, flaws: [] });
    await made.engine.end();
  });

  test('an evening with the clock years ahead drops nothing', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    await exportsOf(engine, 5);
    for (const ahead of [2000 * day, 0, 10 * day]) {
      now.ms = aClock().ms + ahead;
      await engine.vault.lock();
      good(await engine.vault.unlock(passphrase));
      await settled(engine);
    }
    expect(await engine.registers.standing('transfers')).toMatchObject({ entries: 5, flaws: [] });
    await engine.end();
  });
});

describe('backups', () => {
  const secret = 'nine heavy barges wait below Smederevo';
  const backUp = async (engine: Engine) => (await aBackup(engine, { passphrase: secret })).file;

  test('carry the register to another laptop, where it verifies and stands beside that one’s own', async () => {
    const { engine } = await anOpenEngine();
    await exportsOf(engine, 70);
    const file = await backUp(engine);
    await engine.end();
    const other = anEngine(`${Math.random().toString(36)}-restored`);
    good(await other.engine.devices.restore({ file, secret, passphrase }));
    // The backup itself stands in it too: it was registered before it was made.
    expect(await other.engine.registers.standing('transfers')).toMatchObject({ entries: 71, flaws: [] });
    await exportsOf(other.engine, 2);
    expect(await other.engine.registers.standing('transfers')).toMatchObject({ entries: 73, flaws: [] });
    expect((await transfersOf(other.engine)).rows.map((row) => row.elsewhere).filter((one) => !one)).toHaveLength(2);
    await other.engine.vault.lock();
    good(await other.engine.vault.unlock(passphrase));
    expect(await other.engine.registers.standing('transfers')).toMatchObject({ entries: 73, flaws: [] });
    await other.engine.end();
  });

  test('united twice, old or new, add what is missing and nothing else', async () => {
    const made = await anOpenEngine();
    await exportsOf(made.engine, 66);
    const file = await backUp(made.engine);
    await exportsOf(made.engine, 2);
    const whole = await made.engine.registers.standing('transfers');
    good(await made.engine.devices.uniteBackup({ file, secret }));
    good(await made.engine.devices.uniteBackup({ file, secret }));
    expect(await made.engine.registers.standing('transfers')).toEqual(whole);
    // A page that was lost comes back with it.
    const [first] = await pages(made.name);
    await made.engine.end();
    await writeRaw(made.name, 'registers', (store) => store.delete(first?.id ?? ''));
    const next = anEngine(made.name);
    good(await next.engine.vault.unlock(passphrase));
    expect((await next.engine.registers.standing('transfers')).flaws).not.toEqual([]);
    good(await next.engine.devices.uniteBackup({ file, secret }));
    expect((await next.engine.registers.standing('transfers')).flaws.length).toBeLessThanOrEqual(1);
    await exportsOf(next.engine, 1);
    await next.engine.end();
  });

  test('a disk that was put back to an earlier state is found out by a later backup', async () => {
    const made = await anOpenEngine();
    await exportsOf(made.engine, 3);
    const earlier = await rawRows(made.name);
    await exportsOf(made.engine, 2);
    const file = await backUp(made.engine);
    await made.engine.end();
    await writeRaw(made.name, 'registers', (store) => (earlier['registers'] ?? []).forEach((row) => store.put(row.value)));
    await writeRaw(made.name, 'states', (store) => (earlier['states'] ?? []).forEach((row) => store.put(row.value)));
    const next = anEngine(made.name);
    good(await next.engine.vault.unlock(passphrase));
    expect(await next.engine.registers.standing('transfers')).toMatchObject({ entries: 3, flaws: [] });
    good(await next.engine.devices.uniteBackup({ file, secret }));
    expect(await next.engine.registers.standing('transfers')).toMatchObject({ entries: 6, flaws: [] });
    await exportsOf(next.engine, 1);
    expect(await next.engine.registers.standing('transfers')).toMatchObject({ entries: 7, flaws: [] });
    await next.engine.end();
  });
});

/** Tidying goes on behind everything else: it has ended when something that queues behind it has. */
async function settled(engine: Engine): Promise<void> {
  for (let look = 0; look < 20; look += 1) {
    await engine.registers.standing('transfers');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
