/**
 * What a member's app may ask of CouchDB, and nothing else. docs/sync.md has the same list for who
 * puts another reverse proxy in front.
 */
export interface Request {
  readonly method: string;
  /** As it came, with its query, not decoded. */
  readonly target: string;
}

export type Admission =
  | { readonly admitted: true; readonly bodyLimit: number; readonly looksInside: boolean }
  | { readonly admitted: false; readonly status: 403 | 404 | 405; readonly reason: string };

/** Ten of the largest parcels, or forty of the usual size. */
export const deliveryLimit = 4 * 1024 * 1024;
/** Lists of ids: three thousand of them. */
const questionLimit = 256 * 1024;

interface Rule {
  readonly path: RegExp;
  readonly methods: readonly string[];
  readonly query: Readonly<Record<string, RegExp>>;
  readonly bodyLimit: number;
  /** The body is read whole and looked at before it goes on (delivery-check.ts). */
  readonly looksInside?: boolean;
}

const flag = /^(true|false)$/;
const count = /^\d{1,6}$/;
const json = /^.{0,2000}$/;
/** A database of ours: never `_users` or another of the server's own. */
const database = '/[a-z][a-z0-9_]{7,63}';
const parcel = '[0-9a-f]{64}';
const directoryDocument = String.raw`(?:entry-\d{10}|grant-[0-9a-f]{32}-\d{6})`;

const revisions = { rev: /^\d+-[0-9a-f]+$/, revs: flag, latest: flag, open_revs: json, conflicts: flag };
const rows = {
  include_docs: flag, limit: count, skip: count, descending: flag, inclusive_end: flag, startkey: json, endkey: json, key: json, keys: json,
};

const rules: readonly Rule[] = [
  { path: /^\/$/, methods: ['GET', 'HEAD'], query: {}, bodyLimit: 0 },
  { path: new RegExp(`^${database}/?$`), methods: ['GET', 'HEAD'], query: {}, bodyLimit: 0 },
  {
    path: new RegExp(`^${database}/_changes$`),
    methods: ['GET'],
    query: {
      since: /^[\w-]{1,2000}$/,
      limit: count,
      style: /^(main_only|all_docs)$/,
      // Continuous feeds go on after access has been withdrawn, so there are none.
      feed: /^(normal|longpoll)$/,
      timeout: /^\d{1,5}$/,
      heartbeat: /^(true|false|\d{1,6})$/,
      include_docs: flag,
      conflicts: flag,
      descending: flag,
      seq_interval: count,
    },
    bodyLimit: 0,
  },
  { path: new RegExp(`^${database}/_all_docs$`), methods: ['GET', 'POST'], query: { ...rows, conflicts: flag }, bodyLimit: questionLimit },
  { path: new RegExp(`^${database}/_bulk_get$`), methods: ['POST'], query: { revs: flag, latest: flag }, bodyLimit: questionLimit },
  { path: new RegExp(`^${database}/_bulk_docs$`), methods: ['POST'], query: {}, bodyLimit: deliveryLimit, looksInside: true },
  { path: new RegExp(`^${database}/(?:${parcel}|${directoryDocument})$`), methods: ['GET', 'HEAD'], query: revisions, bodyLimit: 0 },
];

function refused(status: 403 | 404 | 405, reason: string): Admission {
  return { admitted: false, status, reason };
}

/** Decides about a request by its method, path and query alone. Escapes in the path are refused as such. */
export function admit(request: Request): Admission {
  const [path = '', ...rest] = request.target.split('?');
  const rule = rules.find((one) => one.path.test(path));
  if (rule === undefined) return refused(404, 'There is nothing here.');
  if (!rule.methods.includes(request.method)) return refused(405, 'This is not done here.');
  const asked = new URLSearchParams(rest.join('?'));
  for (const [name, value] of asked) {
    const allowed = Object.hasOwn(rule.query, name) ? rule.query[name] : undefined;
    if (allowed === undefined || !allowed.test(value)) return refused(403, 'This is not asked here.');
  }
  // With a heartbeat a long poll waits as long as nothing happens, also after access was withdrawn;
  // without one CouchDB ends it after the timeout asked for, 100 seconds at the most.
  if (asked.getAll('feed').includes('longpoll') && asked.has('heartbeat')) return refused(403, 'Long polls have a timeout, not a heartbeat.');
  return { admitted: true, bodyLimit: request.method === 'POST' ? rule.bodyLimit : 0, looksInside: rule.looksInside === true };
}
