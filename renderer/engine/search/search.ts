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
import { countriesOf, dayOfEntry, hasFilters, passesFilters } from './filters.ts';
import type { Indexer } from './indexer.ts';
import { raiseTogether, rankAll, type RankedAll } from './rank.ts';
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
const mostFacets = 60;
const nothing: RankedAll = { all: [], someOnly: false, withErrors: false };

interface Candidate {
  readonly entry: Entry;
  readonly score: number;
  readonly document: number;
}

/** Answers questions from the index and the catalogue. What is binned or restricted is never found. */
export class Search implements SearchApi {
  private readonly parts: SearchParts;

  constructor(parts: SearchParts) {
    this.parts = parts;
  }

  async find(question: SearchQuestion): Promise<SearchAnswer> {
    const { indexer } = this.parts;
    await indexer.ready();
    const clauses = askedFor(question.text);
    const ranked = clauses.length === 0 ? nothing : rankAll(indexer.index, clauses, (document) => this.entryIn(document, question) !== null);
    const candidates = clauses.length === 0 ? this.filtered(question) : this.candidates(ranked, question);
    const kinds = new Set(question.kinds ?? []);
    const wanted = kinds.size === 0 ? candidates : candidates.filter(({ entry }) => kinds.has(entry.kind));
    const best = this.best(wanted, question.most ?? usualMost);
    const raised = raiseTogether(indexer.index, clauses, best).toSorted(byScore);
    return {
      hits: raised.map(({ entry }) => ({ row: this.parts.rowOf(entry), day: dayOfEntry(entry) })),
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

  private candidates({ all }: RankedAll, question: SearchQuestion): readonly Candidate[] {
    return all.flatMap(({ document, score }) => {
      const entry = this.entryIn(document, question);
      return entry === null ? [] : [{ entry, score, document }];
    });
  }

  private filtered(question: SearchQuestion): readonly Candidate[] {
    if (!hasFilters(question)) return [];
    const found: Candidate[] = [];
    for (const entry of this.parts.ledger.catalogue.all()) {
      if (this.isFindable(entry) && passesFilters(entry, question)) found.push({ entry, score: 0, document: -1 });
    }
    return found;
  }

  private entryIn(document: number, question: SearchQuestion): Entry | null {
    const record = this.parts.indexer.index.recordOf(document);
    const entry = record === null ? undefined : this.parts.ledger.catalogue.get(record);
    return entry !== undefined && this.isFindable(entry) && passesFilters(entry, question) ? entry : null;
  }

  private isFindable(entry: Entry): boolean {
    return !entry.binned && !this.parts.restricted(entry);
  }

  private best(candidates: readonly Candidate[], most: number): readonly Candidate[] {
    const few = new FirstFew<Candidate>(most, byScore);
    for (const one of candidates) few.offer(one);
    return few.items;
  }

  private facets(candidates: readonly Candidate[]): Pick<SearchAnswer, 'kinds' | 'countries' | 'levels' | 'authors'> {
    const kinds: Partial<Record<RecordKind, number>> = {};
    const [countries, levels, authors] = [new Map<string, number>(), new Map<Entry['level'], number>(), new Map<PersonId, number>()];
    for (const { entry } of candidates) {
      kinds[entry.kind] = (kinds[entry.kind] ?? 0) + 1;
      for (const country of countriesOf(entry)) count(countries, country);
      count(levels, entry.level);
      count(authors, entry.changedBy);
    }
    return {
      kinds,
      countries: mostFrequent(countries),
      levels: mostFrequent(levels),
      authors: mostFrequent(authors).map((person) => ({ person, name: this.parts.names.nameOf(person) })),
    };
  }
}

/** The best first; of equals the one that was changed last. */
function byScore(one: Candidate, other: Candidate): number {
  return other.score - one.score || other.entry.changed - one.entry.changed || (one.entry.record < other.entry.record ? -1 : 1);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): readonly Key[] {
  return [...counts].sort(([, one], [, other]) => other - one).slice(0, mostFacets).map(([key]) => key);
}
