/**
 * The requests that synchronisation needs, and no others. Everything is refused that this file does
 * not name: `_local`, `_design`, `_find`, `_replicate`, writes of single documents, attachments,
 * filters, other people's databases.
 */
export interface SyncRequest {
  /** `null`: the server's root, whose identity PouchDB asks for. */
  readonly database: string | null;
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** What is asked of the server, from the first slash, the query included. */
  readonly path: string;
  readonly sendsBody: boolean;
  /** The state of the database that the asker knows already, as the server named it; `null`: none. */
  readonly unless: string | null;
}

interface Rule {
  readonly path: RegExp;
  readonly methods: readonly SyncRequest['method'][];
  readonly query: readonly string[];
}

const documentOptions = ['rev', 'revs', 'latest', 'open_revs', 'conflicts'];

const rules: readonly Rule[] = [
  { path: /^$/, methods: ['GET', 'HEAD'], query: [] },
  {
    path: /^_changes$/,
    methods: ['GET'],
    query: ['style', 'since', 'limit', 'feed', 'heartbeat', 'timeout', 'seq_interval', 'include_docs', 'descending', 'conflicts'],
  },
  {
    path: /^_all_docs$/,
    methods: ['GET', 'POST'],
    query: ['include_docs', 'startkey', 'endkey', 'inclusive_end', 'key', 'keys', 'limit', 'skip', 'descending', 'conflicts'],
  },
  { path: /^_bulk_get$/, methods: ['POST'], query: ['revs', 'latest'] },
  { path: /^_bulk_docs$/, methods: ['POST'], query: [] },
  { path: /^(?:[0-9a-f]{64}|entry-\d{1,10}|grant-[0-9a-f]{32}-\d{1,6})$/, methods: ['GET'], query: documentOptions },
];

const longestQuery = 8000;
const entityTag = /^"[\w-]{1,64}"$/;
const feeds = new Set(['normal', 'longpoll']);

/** The request that an address of `app://rapporteur/sync/…` stands for, or `null` when it is refused. */
export function syncRequestOf(method: string, address: URL, unless: string | null = null): SyncRequest | null {
  const [start, sync, database, ...rest] = address.pathname.split('/');
  if (start !== '' || sync !== 'sync' || database === undefined || rest.length > 1 || address.search.length > longestQuery) return null;
  if (database === '') {
    return method === 'GET' && rest.length === 0 && address.search === '' ? { database: null, method, path: '/', sendsBody: false, unless: null } : null;
  }
  if (!/^[a-z][a-z0-9_]{0,63}$/.test(database)) return null;
  const what = rest[0] ?? '';
  const rule = rules.find((one) => one.path.test(what));
  const verb = rule?.methods.find((one) => one === method);
  if (rule === undefined || verb === undefined || !isPlainQuery(address.searchParams, rule.query)) return null;
  const path = `/${database}${what === '' ? '' : `/${what}`}${address.search}`;
  const known = what === '_changes' && unless !== null && entityTag.test(unless) ? unless : null;
  return { database, method: verb, path, sendsBody: verb === 'POST', unless: known };
}

function isPlainQuery(query: URLSearchParams, allowed: readonly string[]): boolean {
  const names = [...query.keys()];
  const feed = query.get('feed');
  return names.every((name) => allowed.includes(name)) && new Set(names).size === names.length && (feed === null || feeds.has(feed));
}
