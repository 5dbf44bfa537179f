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
import { handOver } from '../hand-over.ts';
import { p95, type Measurement } from '../measurement.ts';
import { aName, aPlate, aRecord, aWord, chance } from './casework.ts';

/**
 * The index with its sealed snapshot in a real IndexedDB, and minisearch with the same records and the
 * same folding beside it.
 */
const count = Number(import.meta.env['RAPPORTEUR_RECORDS']);
const questionsOfEach = 200;
const megabyte = 1_048_576;

const go = async () => {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return 'go' as const;
};

async function timed<Value>(work: () => Value | Promise<Value>): Promise<readonly [Value, number]> {
  const begun = performance.now();
  const value = await work();
  return [value, performance.now() - begun];
}

/** p95 of as many questions, in milliseconds. */
async function p95Of(ask: (text: string) => unknown, questions: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const text of questions) times.push((await timed(() => ask(text)))[1]);
  return p95(times);
}

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

/** Milliseconds, or megabytes for what is kept, by what was measured. */
type Figures = Readonly<Record<string, number>>;
type Records = readonly (ReturnType<typeof aRecord> & { readonly id: string })[];

const [building, writing, reading, kept] = ['indexed from the texts', 'written', 'ready from the snapshot', 'kept'];
/** Not more than so many milliseconds with 50,000 records. */
const targets: Figures = { 'one word': 20, 'with typing errors': 60, [reading]: 2000 };

test('search', async () => {
  await cryptoReady;
  const records = Array.from({ length: count }, (_, number) => ({ id: `record-${String(number)}`, ...aRecord(number) }));
  const ours = await measureOurs(records);
  const theirs = await measureTheirs(records);
  const measured = Object.entries(ours).map(([what, value]): Measurement => {
    const [against, most] = [theirs[what], targets[what]];
    return {
      what: `${what}, ${String(count)} records`,
      value,
      unit: what === kept ? 'MB' : 'ms',
      // Theirs is neither sealed nor opened: text in memory.
      ...(against === undefined ? {} : { against: { what: 'minisearch', value: against } }),
      ...(most === undefined ? {} : { target: { most } }),
    };
  });
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  await handOver('search', measured);
});

async function measureOurs(records: Records): Promise<Figures> {
  const name = await freshName();
  const dataKey = aDataKey();
  const database = new NotebookDatabase(name);
  await database.readHeader();
  const built = new TextIndex();
  const [, toBuild] = await timed(() => {
    for (const { id, kind, value } of records) built.put(id as RecordId, 1, documentTerms(kind, value));
  });
  const [, toWrite] = await timed(() => new IndexSnapshot(database, rowsOf(dataKey), 'bench').write(built, go));
  const index = new TextIndex();
  const [, toRead] = await timed(() => new IndexSnapshot(database, rowsOf(dataKey), 'bench').read(index, () => true, go));
  expect(index.size).toBe(records.length);
  const stored = (await database.readIndexPieces(await database.indexPieceIds())).reduce((sum, row) => sum + (row?.sealed.length ?? 0), 0);
  const search = searchOver(index, records);
  await search.find({ text: 'first' });
  const asked = await answers((text) => search.find({ text }));
  database.close();
  indexedDB.deleteDatabase(name);
  return { [building]: toBuild, [writing]: toWrite, [reading]: toRead, [kept]: stored / megabyte, ...asked };
}

async function measureTheirs(records: Records): Promise<Figures> {
  const options = { fields: ['title', 'text'], idField: 'id', processTerm: (term: string) => foldName(term) || null };
  const documents = records.map(({ id, kind, value }) => {
    const texts = searchedTexts(kind, value);
    return { id, title: texts.filter(({ weight }) => weight === 8).map(({ text }) => text).join('\n'), text: texts.filter(({ weight }) => weight < 8).map(({ text }) => text).join('\n') };
  });
  const built = new MiniSearch(options);
  const [, toBuild] = await timed(() => built.addAll(documents));
  const [stored, toWrite] = await timed(() => JSON.stringify(built));
  const [index, toRead] = await timed(() => MiniSearch.loadJSON(stored, options));
  const asked = await answers((text, what) => index.search(text, { combineWith: 'AND', prefix: true, fuzzy: what === 'with typing errors' ? 0.2 : false, boost: { title: 3 } }));
  return { [building]: toBuild, [writing]: toWrite, [reading]: toRead, [kept]: stored.length / megabyte, ...asked };
}

async function answers(ask: (text: string, what: string) => unknown): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const [what, texts] of Object.entries(questions())) figures[what] = await p95Of((text) => ask(text, what), texts);
  return figures;
}
