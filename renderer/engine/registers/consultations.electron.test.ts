import { describe, expect, test } from 'vitest';
import { aBackup, aClock, aNote, anEngine, anOpenEngine, codeOf, good, passphrase, sensitive } from '../../../test/builders/engines.ts';
import type { Engine } from '../engine.ts';
import type { ConsultationQuery, ConsultationRow } from './registers-api.ts';

const everything: ConsultationQuery = { words: '', from: null, to: null, did: [], record: null, descending: false };
const minute = 60_000;

async function log(engine: Engine, query: Partial<ConsultationQuery> = {}): Promise<readonly ConsultationRow[]> {
  return (await engine.registers.consultations({ ...everything, ...query }, { from: 0, count: 1000 })).rows;
}

async function aPerson(engine: Engine, name: string, value: { readonly reviewBy?: string } = {}) {
  return good(await engine.notebook.save({ kind: 'subject', value: { schema: 'Person', name, ...value }, level: sensitive })).record;
}

/** The log writes behind what it is about. */
async function until(engine: Engine, count: number): Promise<readonly ConsultationRow[]> {
  for (let look = 0; look < 400; look += 1) {
    const rows = await log(engine);
    if (rows.length >= count) return rows;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('that was never entered');
}

const question = (words: string) => ({ text: words });

describe('the consultation log', () => {
  test('has who opened records about persons and classified ones, once for each look; and nothing of the others', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    const person = await aPerson(engine, 'Đorđe Perović');
    const car = good(await engine.notebook.save({ kind: 'subject', value: { schema: 'Vehicle', name: 'KO 123 AB' }, level: sensitive })).record;
    const note = await aNote(engine, 'A note');
    const about = good(await engine.notebook.save({ kind: 'note', value: { title: 'About him', safeguards: { aboutPersons: true } }, level: sensitive })).record;
    for (const [kind, record] of [['subject', person], ['subject', car], ['note', note.record], ['note', about]] as const) good(await engine.notebook.open(kind, record));
    good(await engine.notebook.open('subject', person));
    expect((await until(engine, 2)).map((row) => [row.did, row.record, row.aboutPersons])).toEqual([['opened', person, true], ['opened', about, true]]);
    now.ms += 20 * minute;
    good(await engine.notebook.open('subject', person));
    expect((await until(engine, 3)).map((row) => row.record)).toEqual([person, about, person]);
    expect(await engine.registers.standing('consultations')).toMatchObject({ entries: 3, flaws: [], loosePages: 0 });
    await engine.end();
  });

  test('has what was searched for, once it was typed, everywhere and in lists about persons', async () => {
    const { engine } = await anOpenEngine();
    await aPerson(engine, 'Đorđe Perović');
    for (const typed of ['d', 'dj', 'djordje']) await engine.search.find(question(typed));
    const list = { kind: 'subject', filter: {}, words: [{ text: 'perovic', values: {} }], only: {}, sort: { by: 'title', descending: false }, group: null, facets: [], locale: 'en', today: '2026-11-24' } as const;
    await engine.lists.query(list as never, { from: 0, count: 10 });
    await engine.lists.query({ ...list, kind: 'note' } as never, { from: 0, count: 10 });
    await engine.vault.lock();
    good(await engine.vault.unlock(passphrase));
    const rows = await until(engine, 2);
    expect(rows.map((row) => [row.search?.words, row.kind]).toSorted()).toEqual([['djordje', null], ['perovic', 'subject']].toSorted());
    expect(rows.map((row) => row.search?.found)).toEqual([1, 1]);
    expect(await log(engine, { words: 'ђорђе' })).toHaveLength(1);
    await engine.end();
  });

  test('has of what is typed in the palette the searches that were made, and no command', async () => {
    const now = aClock();
    const { engine } = await anOpenEngine({ now });
    await aPerson(engine, 'Đorđe Perović');
    const type = async (...texts: readonly string[]) => {
      for (const text of texts) {
        now.ms += 200;
        await engine.search.find({ text, palette: true });
      }
    };
    const searches = async () => (await log(engine)).map((row) => [row.search?.words, row.search?.found]);
    // A command, typed letter by letter, with a rest in its middle.
    await type('n', 'new');
    now.ms += 5000;
    await type('new n', 'new note');
    await engine.registers.paletteLeft('command');
    // What was found is opened, or looked at and left: a search, of the last words only.
    await type('p', 'per', 'perovic');
    await engine.registers.paletteLeft('search');
    await until(engine, 1);
    expect(await searches()).toEqual([['perovic', 1]]);
    // Names that were read one after the other, before a command is chosen after all.
    await type('đor');
    now.ms += 5000;
    await type('n', 'new person');
    await engine.registers.paletteLeft('command');
    await until(engine, 2);
    expect(await searches()).toEqual([['perovic', 1], ['đor', 1]]);
    // The answer comes when the palette is closed already.
    const asked = engine.search.find({ text: 'somebody else', palette: true });
    await engine.registers.paletteLeft('search');
    await asked;
    await until(engine, 3);
    // Locked in the middle of it.
    await type('lakić');
    await engine.vault.lock();
    good(await engine.vault.unlock(passphrase));
    await until(engine, 4);
    expect((await searches()).toSorted()).toEqual([['lakić', 0], ['perovic', 1], ['somebody else', 0], ['đor', 1]].toSorted());
    await engine.end();
  });

  test('asks why a record that is out of sight is opened, and keeps the reason before anything is shown', async () => {
    const { engine, database } = await anOpenEngine();
    const person = await aPerson(engine, 'Kept too long', { reviewBy: '2020-01-01' });
    expect(codeOf(await engine.registers.reveal('subject', person, '   '))).toBe('no-justification');
    expect(codeOf(await engine.registers.reveal('subject', 'x'.repeat(22) as never, 'why'))).toBe('not-found');
    database.failWith = 'QuotaExceededError';
    expect(codeOf(await engine.registers.reveal('subject', person, 'Court order 12/26'))).toBe('storage-full');
    database.failWith = null;
    good(await engine.registers.reveal('subject', person, 'Court order 12/26'));
    expect(await log(engine, { did: ['revealed'] })).toMatchObject([{ record: person, revealed: 'restricted', justification: 'Court order 12/26' }]);
    expect(await log(engine, { words: 'court order' })).toHaveLength(1);
    await engine.end();
  });

  test('keeps nobody from reading when the disk is full, and enters it when there is room', async () => {
    const { engine, database } = await anOpenEngine();
    const [one, two] = [await aPerson(engine, 'One'), await aPerson(engine, 'Two')];
    database.failWith = 'QuotaExceededError';
    good(await engine.notebook.open('subject', one));
    await new Promise((resolve) => setTimeout(resolve, 50));
    database.failWith = null;
    good(await engine.notebook.open('subject', two));
    expect((await until(engine, 2)).map((row) => row.record)).toEqual([one, two]);
    await engine.end();
  });

  test('tells what was taken out, from the register of transfers, and not what the pouch delivered', async () => {
    const { engine } = await anOpenEngine();
    const person = await aPerson(engine, 'Đorđe Perović');
    good(await engine.registers.leaving({ as: 'csv', records: [person] }));
    expect(await log(engine)).toMatchObject([{ did: 'left', transfer: { act: 'exported' }, aboutPersons: true }]);
    expect(await log(engine, { record: person })).toHaveLength(1);
    expect(await log(engine, { words: 'djordje' })).toHaveLength(1);
    await engine.end();
  });

  test('goes on over a killed process and in backups', async () => {
    const { engine, name, database } = await anOpenEngine();
    const record = await aPerson(engine, 'One');
    good(await engine.notebook.open('subject', record));
    await until(engine, 1);
    database.close();
    const next = anEngine(name);
    good(await next.engine.vault.unlock(passphrase));
    good(await next.engine.notebook.open('subject', record));
    await until(next.engine, 2);
    expect(await next.engine.registers.standing('consultations')).toMatchObject({ entries: 2, flaws: [] });
    const secret = 'nine heavy barges wait below Smederevo';
    const { file } = await aBackup(next.engine, { passphrase: secret });
    await next.engine.end();
    const other = anEngine(`${name}-restored`);
    good(await other.engine.devices.restore({ file, secret, passphrase }));
    expect((await log(other.engine, { did: ['opened'] })).map((row) => row.elsewhere)).toEqual([true, true]);
    expect(await other.engine.registers.standing('consultations')).toMatchObject({ entries: 2, flaws: [] });
    await other.engine.end();
  });

  test('names no erased or missing record, and nothing while the vault is locked', async () => {
    const { engine } = await anOpenEngine();
    const person = await aPerson(engine, 'Đorđe Perović');
    good(await engine.notebook.open('subject', person));
    const rows = await until(engine, 1);
    expect(JSON.stringify(rows)).not.toContain('Perović');
    await engine.vault.lock();
    expect(await log(engine)).toEqual([]);
    await engine.end();
  });
});
