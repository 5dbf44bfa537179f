import type { ChainName, Entry } from '../../../core/registers/entry.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import type { Blind } from '../store/rows.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';

/** A page has at most so many entries, and takes no more once it is so long: it is sealed again with each. */
const entriesPerPage = 64;
const lengthOfPage = 32_000;
/** Pages read together. */
const pagesAtOnce = 32;

/** Entries of one chain that lie together. Pages of a chain are numbered on, without regard to what they hold. */
export interface RegisterPage {
  readonly name: ChainName;
  readonly page: number;
  readonly entries: readonly Entry[];
}

/** The page that a chain is being written on. */
export interface OpenPage {
  readonly page: number;
  readonly entries: readonly Entry[];
  /** Characters of its entries. */
  readonly length: number;
}

export function openPage(page: number, entries: readonly Entry[] = []): OpenPage {
  return { page, entries, length: entries.reduce((sum, entry) => sum + lengthOf(entry), 0) };
}

/** Every page that has to be written when these entries are added; the last one is the open page then. */
export function continuePages(open: OpenPage, entries: readonly Entry[]): readonly [OpenPage, ...OpenPage[]] {
  let last = open;
  const full: OpenPage[] = [];
  for (const entry of entries) {
    if (last.entries.length >= entriesPerPage || last.length >= lengthOfPage) {
      full.push(last);
      last = openPage(last.page + 1);
    }
    last = { page: last.page, entries: [...last.entries, entry], length: last.length + lengthOf(entry) };
  }
  const [first, ...others] = [...full.filter((one) => one !== open), last];
  return first === undefined ? [last] : [first, ...others];
}

function lengthOf(entry: Entry): number {
  return JSON.stringify(entry).length;
}

export interface PageReader {
  readonly database: Pick<NotebookDatabase, 'readRegisterPages'>;
  readonly rows: SealedRows;
}

/** The entries of the pages `from` to `to`, page by page; what is gone or does not open is left out. */
export async function* readPages({ database, rows }: PageReader, name: ChainName, from: number, to: number): AsyncGenerator<readonly Entry[]> {
  for (let at = from; at <= to; at += pagesAtOnce) {
    const ids: Blind[] = [];
    for (let page = at; page <= Math.min(to, at + pagesAtOnce - 1); page += 1) ids.push(rows.registerPageKey(name.chain, page));
    for (const row of await database.readRegisterPages(ids)) {
      const opened = row === undefined ? null : rows.openRegisterPage(row);
      if (opened?.ok === true) yield opened.value.entries;
    }
  }
}
