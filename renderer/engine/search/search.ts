import type { PersonId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { searchedTexts } from '../../../core/records/searched-text.ts';
import type { RecordRow } from '../api.ts';
import type { Entry } from '../notebook/catalogue.ts';
import { FirstFew } from '../notebook/first-few.ts';
import type { Ledger } from '../notebook/ledger.ts';
import type { Names } from '../notebook/record-view.ts';
import { askedFor } from './asked-text.ts';
import { countryIn } from './country-of.ts';
import { explain } from './explain.ts';
import { addCountriesOf, dayOfEntry, filterOf, hasFilters, type Filter } from './filters.ts';
import type { Indexer } from './indexer.ts';
import { raiseTogether, rankAll, type Ranked, type RankedAll } from './rank.ts';
import type { Excerpt, SearchAnswer, SearchApi, SearchQuestion, SimilarName, SimilarNamesOptions } from './search-api.ts';
import { similarNames } from './similar-names.ts';

export interface SearchParts {
  readonly ledger: Ledger;
  readonly indexer: Indexer;
  readonly names: Names;
  readonly rowOf: (entry: Entry) => RecordRow;
  /** Records that are out of lists and search: review overdue. */
  readonly restricted: (entry: Entry) => boolean;
}

const usualMost = 50;
const nothing: RankedAll<Entry> = { all: [], someOnly: false, withErrors: false };

type Candidate = Ranked<Entry>;

/** Answers questions from the index and the catalogue. What is binned or restricted is never found. */
export class Search implements SearchApi {
  private readonly parts: SearchParts;
  private looked: { readonly revision: number; readonly entries: (Entry | null)[] } = { revision: -1, entries: [] };

  constructor(parts: SearchParts) {
    this.parts = parts;
  }

  async find(question: SearchQuestion): Promise<SearchAnswer> {
    const { indexer } = this.parts;
    await indexer.ready();
    const clauses = askedFor(question.text);
    const passes = filterOf(question);
    const ranked = clauses.length === 0 ? nothing : rankAll(indexer.index, clauses, (document) => this.entryIn(document, passes));
    const candidates = clauses.length === 0 ? this.filtered(question, passes) : ranked.all;
    const kinds = new Set(question.kinds ?? []);
    const wanted = kinds.size === 0 ? candidates : candidates.filter(({ item }) => kinds.has(item.kind));
    const best = this.best(wanted, question.most ?? usualMost);
    const raised = raiseTogether(indexer.index, clauses, best).toSorted(byScore);
    return {
      hits: raised.map(({ item }) => ({ row: this.parts.rowOf(item), day: dayOfEntry(item) })),
      total: wanted.length,
      ...this.facets(candidates),
      someOnly: ranked.someOnly,
      withErrors: ranked.withErrors,
      indexing: indexer.progress,
    };
  }

  async excerpts(text: string, records: readonly RecordId[]): Promise<readonly Excerpt[]> {
    const { ledger } = this.parts;
    const clauses = askedFor(text);
    const histories = await ledger.historiesOf(records);
    return [...histories].flatMap(([record, history]) => {
      const entry = ledger.catalogue.get(record);
      if (history.size === 0 || entry === undefined || !this.isFindable(entry)) return [];
      const { value } = ledger.shown(history);
      return [{ record, ...explain(clauses, { title: entry.title, texts: searchedTexts(entry.kind, value), country: countryIn(value) }) }];
    });
  }

  async similarNames(name: string, options: SimilarNamesOptions = {}): Promise<readonly SimilarName[]> {
    await this.parts.ledger.ready();
    const { ledger, rowOf } = this.parts;
    const kinds: readonly RecordKind[] = options.kinds ?? ['contact', 'subject', 'authority'];
    const entries = kinds.flatMap((kind) => ledger.catalogue.list(kind)).filter((entry) => this.isFindable(entry) && entry.record !== options.except);
    return similarNames(name, entries, options.most ?? 10).map(({ entry, name: found, how }) => ({ row: rowOf(entry), name: found, how }));
  }

  private filtered(question: SearchQuestion, passes: Filter): readonly Candidate[] {
    if (!hasFilters(question)) return [];
    const found: Candidate[] = [];
    for (const entry of this.parts.ledger.catalogue.all()) {
      if (this.isFindable(entry) && passes(entry)) found.push({ item: entry, score: 0, document: -1 });
    }
    return found;
  }

  private entryIn(document: number, passes: Filter): Entry | null {
    const entry = this.entryAt(document);
    return entry !== null && this.isFindable(entry) && passes(entry) ? entry : null;
  }

  /** The catalogue's entry of a record in the index. Looked up once while nothing is written: common words stand in all of them. */
  private entryAt(document: number): Entry | null {
    const { catalogue } = this.parts.ledger;
    if (this.looked.revision !== catalogue.revision) this.looked = { revision: catalogue.revision, entries: [] };
    const known = this.looked.entries[document];
    if (known !== undefined) return known;
    const record = this.parts.indexer.index.recordOf(document);
    const entry = (record === null ? undefined : catalogue.get(record)) ?? null;
    this.looked.entries[document] = entry;
    return entry;
  }

  private isFindable(entry: Entry): boolean {
    return !entry.binned && entry.gone === null && !this.parts.restricted(entry);
  }

  private best(candidates: readonly Candidate[], most: number): readonly Candidate[] {
    const few = new FirstFew<Candidate>(most, byScore);
    for (const one of candidates) few.offer(one);
    return few.items;
  }

  private facets(candidates: readonly Candidate[]): Pick<SearchAnswer, 'kinds' | 'countries' | 'levels' | 'authors'> {
    const kinds: Partial<Record<RecordKind, number>> = {};
    const [countries, levels, authors] = [new Set<string>(), new Set<Entry['level']>(), new Set<PersonId>()];
    for (const { item } of candidates) {
      kinds[item.kind] = (kinds[item.kind] ?? 0) + 1;
      addCountriesOf(item, countries);
      levels.add(item.level);
      authors.add(item.changedBy);
    }
    return {
      kinds,
      countries: [...countries],
      levels: [...levels],
      authors: [...authors].map((person) => ({ person, name: this.parts.names.nameOf(person) })),
    };
  }
}

/** The best first; of equals the one that was changed last. */
function byScore(one: Candidate, other: Candidate): number {
  return other.score - one.score || other.item.changed - one.item.changed || (one.item.record < other.item.record ? -1 : 1);
}
