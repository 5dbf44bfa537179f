import { expect, describe, test } from 'vitest';
import { anEngine, anOpenEngine, aNote, freshName, ana, good, passphrase, rawRows, sensitive, unclassified, writeRaw, type TestEngine } from '../../../test/builders/engines.ts';
import type { Day, ItemKey } from '../../../core/ids.ts';
import type { Engine } from '../engine.ts';
import type { SearchQuestion } from '../api.ts';

const body = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const keyed = (key: string) => ({ key: key as ItemKey, order: `a${key}` });

async function titles(engine: Engine, text: string, question: Partial<SearchQuestion> = {}): Promise<readonly string[]> {
  return (await engine.search.find({ text, ...question })).hits.map(({ row }) => row.title);
}

/** Waits until the index has been written. */
async function indexWritten({ database }: TestEngine, least = 2): Promise<void> {
  while ((await database.indexPieceIds()).length < least) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('what is written is found at once', () => {
  test('in every kind, by words of its texts, in any spelling and script', async () => {
    const { engine } = await anOpenEngine();
    await engine.notebook.save({ kind: 'case', value: { title: 'Route Bar–Bari', summary: 'Untaxed cigarettes leave by night' }, level: sensitive });
    await engine.notebook.save({ kind: 'note', value: { title: 'Разговор са Ђорђевићем', body: body('Возило БГ 123-АБ је виђено.') }, level: sensitive });
    await engine.notebook.save({ kind: 'meeting', value: { title: 'Monthly', agenda: [{ ...keyed('1'), title: 'Findings' }], lines: [{ ...keyed('2'), item: '1', text: 'Plate readings weekly' }] }, level: sensitive });
    await engine.notebook.save({ kind: 'contact', value: { name: 'Милена Ђорђевић', country: 'SRB', numbers: [{ ...keyed('1'), number: '064/123-4567' }] }, level: sensitive });
    await engine.notebook.save({ kind: 'subject', value: { name: 'Grey lorry', schema: 'Vehicle', identifiers: [{ ...keyed('1'), value: 'BG-123-AB' }] }, level: sensitive });
    expect(await titles(engine, 'cigarettes')).toEqual(['Route Bar–Bari']);
    expect(await titles(engine, 'plate weekly')).toEqual(['Monthly']);
    for (const spelling of ['Đorđević', 'Djordjevic', 'Dordevic', 'ЂОРЂЕВИЋ']) {
      expect([spelling, (await titles(engine, spelling)).toSorted()]).toEqual([spelling, ['Милена Ђорђевић', 'Разговор са Ђорђевићем']]);
    }
    expect((await titles(engine, 'bg123ab')).toSorted()).toEqual(['Grey lorry', 'Разговор са Ђорђевићем']);
    for (const number of ['+381 64 123 4567', '0641234567', '00381-64-1234567']) expect([number, await titles(engine, number)]).toEqual([number, ['Милена Ђорђевић']]);
    await engine.end();
  });

  test('an edit is found by its new words only; what is binned is not found, until it is restored', async () => {
    const { engine } = await anOpenEngine();
    const note = await aNote(engine, 'Lorry at Merdare');
    expect(await titles(engine, 'merdare')).toEqual(['Lorry at Merdare']);
    good(await engine.notebook.save({ kind: 'note', record: note.record, heads: note.heads, value: { title: 'Lorry at Preševo' }, level: sensitive }));
    expect([await titles(engine, 'merdare'), await titles(engine, 'presevo')]).toEqual([[], ['Lorry at Preševo']]);
    await engine.notebook.bin(note.record);
    expect(await titles(engine, 'presevo')).toEqual([]);
    expect(await engine.search.excerpts('presevo', [note.record])).toEqual([]);
    await engine.notebook.restore(note.record);
    expect(await titles(engine, 'presevo')).toEqual(['Lorry at Preševo']);
    await engine.end();
  });

  test('phrases, beginnings, typing errors, and some of the words when nothing has all', async () => {
    const { engine } = await anOpenEngine();
    await aNote(engine, 'Joint action day in March');
    await aNote(engine, 'A day of joint travel, action follows');
    expect((await titles(engine, 'joint action'))[0]).toBe('Joint action day in March');
    expect(await titles(engine, '"joint action"')).toEqual(['Joint action day in March']);
    expect(await titles(engine, 'trav')).toEqual(['A day of joint travel, action follows']);
    const misspelled = await engine.search.find({ text: 'jiont marhc' });
    expect([misspelled.hits.map(({ row }) => row.title), misspelled.withErrors, misspelled.someOnly]).toEqual([['Joint action day in March'], true, false]);
    const some = await engine.search.find({ text: 'march zebra' });
    expect([some.hits.map(({ row }) => row.title), some.someOnly]).toEqual([['Joint action day in March'], true]);
    expect((await engine.search.find({ text: 'zebra' })).total).toBe(0);
    expect((await engine.search.find({ text: '  …  ' })).total).toBe(0);
    await engine.end();
  });

  test('a name is found before a word of a text', async () => {
    const { engine } = await anOpenEngine();
    await engine.notebook.save({ kind: 'note', value: { title: 'A conversation', body: body('Krasniqi was mentioned. Krasniqi again.') }, level: sensitive });
    await engine.notebook.save({ kind: 'contact', value: { name: 'Besnik Krasniqi' }, level: sensitive });
    expect(await titles(engine, 'krasniqi')).toEqual(['Besnik Krasniqi', 'A conversation']);
    await engine.end();
  });

  test('narrowed by kind, day, case, level, country and author; the kinds are counted all the same', async () => {
    const { engine } = await anOpenEngine();
    const aCase = good(await engine.notebook.save({ kind: 'case', value: { title: 'Weapons Tirana', countries: ['ALB'] }, level: sensitive }));
    await engine.notebook.save({ kind: 'note', value: { title: 'Weapons in May', day: '2026-05-03', case: aCase.record }, level: unclassified });
    await engine.notebook.save({ kind: 'note', value: { title: 'Weapons in June', day: '2026-06-03' }, level: sensitive });
    const all = await engine.search.find({ text: 'weapons', kinds: ['note'] });
    expect([all.total, all.kinds, all.countries, all.authors.map(({ name }) => name)]).toEqual([2, { case: 1, note: 2 }, ['ALB'], [ana.name]]);
    expect(await titles(engine, 'weapons', { from: '2026-06-01' as Day, until: '2026-06-30' as Day })).toEqual(['Weapons in June']);
    expect((await titles(engine, 'weapons', { case: aCase.record })).toSorted()).toEqual(['Weapons Tirana', 'Weapons in May']);
    expect(await titles(engine, 'weapons', { level: unclassified })).toEqual(['Weapons in May']);
    expect(await titles(engine, '', { country: 'ALB' })).toEqual(['Weapons Tirana']);
    expect(await titles(engine, 'weapons', { author: 'somebody' as never })).toEqual([]);
    await engine.end();
  });
});

describe('why it was found', () => {
  test('the passage with the words, and in what other script or format', async () => {
    const { engine } = await anOpenEngine();
    const text = `${'Before it there was much else to say. '.repeat(20)}Тужилац Ђорђевић је видео возило БГ 123-АБ. ${'After it too. '.repeat(40)}`;
    const note = good(await engine.notebook.save({ kind: 'note', value: { title: 'Long', body: body(text) }, level: sensitive }));
    const [excerpt] = await engine.search.excerpts('djordjevic bg123ab', [note.record]);
    const runs = excerpt?.parts[0]?.runs ?? [];
    expect(runs.filter(({ found }) => found).map((run) => run.text)).toEqual(['Ђорђевић', 'БГ 123-АБ']);
    expect(runs.map((run) => run.text).join('').length).toBeLessThan(300);
    expect(excerpt?.why).toEqual([{ how: 'other-script', found: 'Ђорђевић' }, { how: 'number-format', found: 'БГ 123-АБ' }]);
    expect(excerpt?.words).toEqual(['Ђорђевић', 'БГ 123-АБ']);
    await engine.end();
  });
});

describe('names like one', () => {
  test('in another spelling or order they are the same, with an error they are like it', async () => {
    const { engine } = await anOpenEngine();
    for (const name of ['Petar Đorđević', 'Ana Berisha', 'Marko Hodža']) await engine.notebook.save({ kind: 'contact', value: { name }, level: sensitive });
    await engine.notebook.save({ kind: 'subject', value: { name: 'The Baker', aliases: ['Hoxha Marko'] }, level: sensitive });
    const like = async (name: string) => (await engine.search.similarNames(name)).map((one) => [one.name, one.how]);
    expect(await like('ЂОРЂЕВИЋ Петар')).toEqual([['Petar Đorđević', 'same']]);
    expect((await like('Marko Hoxha')).toSorted()).toEqual([['Hoxha Marko', 'same'], ['Marko Hodža', 'same']]);
    expect(await like('Ana Brisha')).toEqual([['Ana Berisha', 'like']]);
    expect(await like('P. Djordjevic')).toEqual([['Petar Đorđević', 'like']]);
    expect(await like('Giulia Ferrari')).toEqual([]);
    expect(await like(' ')).toEqual([]);
    await engine.end();
  });
});

describe('the index at rest', () => {
  test('opens from its snapshot, without reading what has not changed', async () => {
    const name = await freshName();
    const first = anEngine(name, { snapshotRest: 0 });
    good(await first.engine.vault.createAlone(ana, passphrase));
    const kept = await aNote(first.engine, 'Kept in the snapshot');
    await first.engine.search.find({ text: 'kept' });
    await indexWritten(first);
    await first.engine.end();

    const again = anEngine(name);
    let read = 0;
    const changesOfEach = again.database.changesOfEach.bind(again.database);
    again.database.changesOfEach = (records) => {
      read += records.length;
      return changesOfEach(records);
    };
    good(await again.engine.vault.unlock(passphrase));
    const answer = await again.engine.search.find({ text: 'snapshot' });
    expect([answer.hits.map(({ row }) => row.record), answer.indexing, read]).toEqual([[kept.record], null, 0]);
    // Written now, and the process ends before the snapshot is.
    good(await again.engine.notebook.save({ kind: 'note', record: kept.record, heads: kept.heads, value: { title: 'Altered since' }, level: sensitive }));
    await aNote(again.engine, 'New since');
    await again.engine.end();

    const third = anEngine(name);
    good(await third.engine.vault.unlock(passphrase));
    expect([await titles(third.engine, 'snapshot'), (await titles(third.engine, 'since')).toSorted()]).toEqual([[], ['Altered since', 'New since']]);
    await third.engine.end();
  });

  test('by another build, damaged or gone it is made anew; nothing is lost', async () => {
    const name = await freshName();
    const first = anEngine(name, { snapshotRest: 0, build: 'one' });
    good(await first.engine.vault.createAlone(ana, passphrase));
    await aNote(first.engine, 'Still found');
    await indexWritten(first);
    await first.engine.end();
    const damages: readonly (() => Promise<void>)[] = [
      async () => undefined,
      () => writeRaw(name, 'search', (store) => store.clear()),
      () => writeRaw(name, 'search', (store) => {
        store.openCursor().onsuccess = (event) => {
          const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
          cursor?.update({ ...(cursor.value as object), sealed: new Uint8Array(60) });
          cursor?.continue();
        };
      }),
    ];
    for (const [at, damage] of damages.entries()) {
      await damage();
      const again = anEngine(name, { build: at === 0 ? 'two' : 'one' });
      good(await again.engine.vault.unlock(passphrase));
      expect(await titles(again.engine, 'found')).toEqual(['Still found']);
      await again.engine.end();
    }
  });

  test('no word of it is in clear in the store', async () => {
    const name = await freshName();
    const made = anEngine(name, { snapshotRest: 0 });
    good(await made.engine.vault.createAlone(ana, passphrase));
    await made.engine.notebook.save({ kind: 'note', value: { title: 'Kanarinac', body: body('Канаринац vozi BG 777-KK') }, level: sensitive });
    expect(await titles(made.engine, 'kanarinac')).toHaveLength(1);
    await indexWritten(made);
    await made.engine.end();
    const rows = await rawRows(name);
    expect(rows['search']?.length).toBeGreaterThanOrEqual(2);
    const bytes = JSON.stringify(rows['search'], (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)).toLowerCase();
    for (const word of ['kanarinac', 'bg777kk', 'vozi', 'канаринац', 'manifest', 'terms']) expect([word, bytes.includes(word)]).toEqual([word, false]);
  });

  test('what was taken out of a record goes from the pieces too', async () => {
    const name = await freshName();
    const made = anEngine(name, { snapshotRest: 0 });
    good(await made.engine.vault.createAlone(ana, passphrase));
    const note = await aNote(made.engine, 'Firstword');
    await indexWritten(made);
    const before = await made.database.indexPieceIds();
    good(await made.engine.notebook.save({ kind: 'note', record: note.record, heads: note.heads, value: { title: 'Secondword' }, level: sensitive }));
    for (;;) {
      const now = await made.database.indexPieceIds();
      // The manifest keeps its key; every piece from before is gone.
      if (now.length === 2 && before.filter((id) => now.includes(id)).length === 1) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect([await titles(made.engine, 'firstword'), await titles(made.engine, 'secondword')]).toEqual([[], ['Secondword']]);
    await made.engine.end();
  });

  test('a full disk leaves saving and searching as they are', async () => {
    const name = await freshName();
    const made = anEngine(name, { snapshotRest: 0 });
    good(await made.engine.vault.createAlone(ana, passphrase));
    made.database.writeIndex = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    await aNote(made.engine, 'On a full disk');
    expect(await titles(made.engine, 'full')).toEqual(['On a full disk']);
    await made.engine.end();
    const again = anEngine(name);
    good(await again.engine.vault.unlock(passphrase));
    expect(await titles(again.engine, 'full')).toEqual(['On a full disk']);
    await again.engine.end();
  });

  test('while it is locked there is nothing to find', async () => {
    const { engine } = await anOpenEngine();
    const { record } = await aNote(engine, 'Found');
    await engine.vault.lock();
    expect((await engine.search.find({ text: 'found' })).hits).toEqual([]);
    expect(await engine.search.excerpts('found', [record])).toEqual([]);
    expect(await engine.search.similarNames('found')).toEqual([]);
    await engine.end();
  });
});
