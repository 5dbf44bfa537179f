import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { RecordId } from '../../../core/ids.ts';
import { searchedTexts } from '../../../core/records/searched-text.ts';
import { defaultCeiling } from '../../../core/markings/default-scheme.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import { documentTerms } from '../../../renderer/engine/search/document-terms.ts';
import { IndexSnapshot } from '../../../renderer/engine/search/index-snapshot.ts';
import type { Indexer } from '../../../renderer/engine/search/indexer.ts';
import { Search } from '../../../renderer/engine/search/search.ts';
import { TextIndex } from '../../../renderer/engine/search/text-index.ts';
import { Catalogue } from '../../../renderer/engine/notebook/catalogue.ts';
import type { Ledger } from '../../../renderer/engine/notebook/ledger.ts';
import type { RecordRow } from '../../../renderer/engine/api.ts';
import { NotebookDatabase } from '../../../renderer/engine/store/notebook-database.ts';
import { freshName } from '../../builders/engines.ts';
import { aDataKey, rowsOf } from '../../builders/ledgers.ts';
import { aName, aPlate, aRecord, aWord, chance } from './casework.ts';

/**
 * The index with its sealed snapshot in a real IndexedDB, and minisearch with the same records and the
 * same folding beside it. Absolute figures are this machine's; the two columns are to be compared.
 */
const count = Number(import.meta.env['RAPPORTEUR_RECORDS']);
const questionsOfEach = 200;

const go = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return 'go' as const;
};

async function timed<Value>(work: () => Value | Promise<Value>): Promise<readonly [Value, number]> {
  const begun = performance.now();
  const value = await work();
  return [value, performance.now() - begun];
}

async function percentiles(ask: (text: string) => unknown, questions: readonly string[]): Promise<string> {
  const times: number[] = [];
  for (const text of questions) times.push((await timed(() => ask(text)))[1]);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms`;
}

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

function questions(): Readonly<Record<string, readonly string[]>> {
  const random = chance(99);
  const many = (make: () => string) => Array.from({ length: questionsOfEach }, make);
  const misspelled = (word: string) => word.slice(0, 2) + word.slice(3);
  return {
    'one word': many(() => aWord(random)),
    'three of one record': many(() => someOf(random, 3)),
    'three of anywhere': many(() => `${aWord(random)} ${aWord(random)} ${aWord(random)}`),
    'a name': many(() => aName(random)),
    'a phrase': many(() => `"${someOf(random, 2, 1)}"`),
    'a plate': many(() => aPlate(random)),
    'with typing errors': many(() => `${misspelled(aName(random).replace(' ', 'q '))} xq`),
  };
}

/** Words of some note, `apart` from one another: what somebody remembers of it. */
function someOf(random: () => number, words: number, apart = 9): string {
  const { value } = aRecord(Math.floor(random() * count * 0.2) * 5 + 1);
  const all = searchedTexts('note', value).find(({ field }) => field === 'body')?.text.split(/\s+/) ?? [];
  const from = Math.floor(random() * 20);
  return Array.from({ length: words }, (_, at) => all[from + at * apart] ?? '').join(' ');
}

/** The search as the engine has it, over a catalogue of these records. */
function searchOver(index: TextIndex, records: Records): Search {
  const catalogue = new Catalogue();
  for (const { id, kind, value } of records) {
    catalogue.put({
      record: id as RecordId, kind, level: defaultCeiling, title: '', row: value, changed: Number(id.slice(7)), changedBy: 'ana' as never, standing: 'open', conflicts: 0, binned: false, gone: null, version: 1,
    });
  }
  return new Search({
    ledger: { catalogue } as unknown as Ledger,
    indexer: { index, progress: null, ready: async () => undefined } as unknown as Indexer,
    names: { me: 'ana' as never, nameOf: () => 'Ana' },
    rowOf: (entry) => entry as unknown as RecordRow,
    restricted: () => false,
  });
}

test('search', async () => {
  await cryptoReady;
  const table: [string, string, string][] = [];
  const records = Array.from({ length: count }, (_, number) => ({ id: `record-${String(number)}`, ...aRecord(number) }));
  await measureOurs(records, table);
  await measureTheirs(records, table);
  console.log([`search, ${String(count)} records`, ...table.map(([what, one, other]) => `${what.padEnd(24)} | ${one.padEnd(40)} | ${other}`)].join('\n'));
  expect(table.length).toBeGreaterThan(0);
});

type Records = readonly (ReturnType<typeof aRecord> & { readonly id: string })[];

async function measureOurs(records: Records, table: [string, string, string][]): Promise<void> {
  table.push(['', 'own index', 'minisearch']);
  const name = await freshName();
  const dataKey = aDataKey();
  const database = new NotebookDatabase(name);
  await database.readHeader();
  const built = new TextIndex();
  const [, building] = await timed(() => {
    for (const { id, kind, value } of records) built.put(id as RecordId, 1, documentTerms(kind, value));
  });
  const [, writing] = await timed(() => new IndexSnapshot(database, rowsOf(dataKey), 'bench').write(built, go));
  const index = new TextIndex();
  const [, reading] = await timed(() => new IndexSnapshot(database, rowsOf(dataKey), 'bench').read(index, () => true, go));
  expect(index.size).toBe(records.length);
  const stored = (await database.readIndexPieces(await database.indexPieceIds())).reduce((sum, row) => sum + (row?.sealed.length ?? 0), 0);
  table.push(['indexed from the texts', `${building.toFixed(0)} ms`, ''], ['sealed and written', `${writing.toFixed(0)} ms, ${megabytes(stored)}`, '']);
  table.push(['ready from the snapshot', `${reading.toFixed(0)} ms`, '']);
  const search = searchOver(index, records);
  await search.find({ text: 'first' });
  for (const [what, texts] of Object.entries(questions())) table.push([what, await percentiles((text) => search.find({ text }), texts), '']);
  database.close();
  indexedDB.deleteDatabase(name);
}

async function measureTheirs(records: Records, table: [string, string, string][]): Promise<void> {
  const put = (what: string, figure: string) => {
    const row = table.find(([name]) => name === what);
    if (row !== undefined) row[2] = figure;
  };
  const options = { fields: ['title', 'text'], idField: 'id', processTerm: (term: string) => foldName(term) || null };
  const documents = records.map(({ id, kind, value }) => {
    const texts = searchedTexts(kind, value);
    return { id, title: texts.filter(({ weight }) => weight === 8).map(({ text }) => text).join('\n'), text: texts.filter(({ weight }) => weight < 8).map(({ text }) => text).join('\n') };
  });
  const built = new MiniSearch(options);
  const begun = performance.now();
  built.addAll(documents);
  put('indexed from the texts', `${(performance.now() - begun).toFixed(0)} ms`);
  const writing = performance.now();
  const stored = JSON.stringify(built);
  put('sealed and written', `${(performance.now() - writing).toFixed(0)} ms to JSON, ${megabytes(stored.length)}, not sealed`);
  const reading = performance.now();
  const index = MiniSearch.loadJSON(stored, options);
  put('ready from the snapshot', `${(performance.now() - reading).toFixed(0)} ms, not opened`);
  for (const [what, texts] of Object.entries(questions())) {
    const fuzzy = what === 'with typing errors' ? 0.2 : false;
    put(what, await percentiles((text) => index.search(text, { combineWith: 'AND', prefix: true, fuzzy, boost: { title: 3 } }), texts));
  }
}
