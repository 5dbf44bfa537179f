import { failed, ok, type Result } from '../../core/result.ts';

export type CouchdbFailure =
  | 'couchdb-absent'
  | 'couchdb-garbled'
  | 'couchdb-not-admin'
  | 'couchdb-refused'
  | 'couchdb-address';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** When the server says that it answered, in milliseconds; missing where it does not say. */
  readonly at?: number;
}

/** CouchDB over HTTP with an administrator's account. Small on purpose: what it asks is seen at a glance. */
export interface Couchdb {
  /** Address without the credentials, for people to read. */
  readonly address: string;
  /** The password in the address could be guessed: shorter than twelve characters, or the name itself. */
  readonly weakPassword?: boolean;
  /** Asks and answers with whatever status came; fails only when there was no answer, or none in JSON. */
  ask(method: string, path: string, body?: unknown): Promise<Result<Answer, 'couchdb-absent' | 'couchdb-garbled'>>;
}

const longestWait = 60_000;
/** Characters of an administrator's password. */
const shortestPassword = 12;

/** Connects to `http://name:password@host:port`. Nothing is asked yet. */
export function couchdbAt(address: string): Result<Couchdb, 'couchdb-address'> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return failed('couchdb-address');
  const password = decodeURIComponent(url.password);
  const credentials = Buffer.from(`${decodeURIComponent(url.username)}:${password}`).toString('base64');
  // A connection of its own for each request: one kept idle may be closed by the server at the very
  // moment of its next use, which would look like an absent server in the middle of a verb.
  const headers = { accept: 'application/json', 'content-type': 'application/json', connection: 'close', authorization: `Basic ${credentials}` };
  const base = `${url.origin}${url.pathname.replace(/\/$/, '')}`;
  return ok({
    address: base,
    weakPassword: password.length < shortestPassword || password === decodeURIComponent(url.username),
    async ask(method, path, body) {
      let response: Response;
      try {
        const request = { method, headers, signal: AbortSignal.timeout(longestWait) };
        response = await fetch(base + path, body === undefined ? request : { ...request, body: JSON.stringify(body) });
      } catch {
        return failed('couchdb-absent', { address: base });
      }
      const answer = await readJson(response);
      return answer === undefined ? failed('couchdb-garbled', { address: base }) : ok({ status: response.status, body: answer, ...answeredAt(response) });
    },
  });
}

function answeredAt(response: Response): Pick<Answer, 'at'> {
  const at = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(at) ? {} : { at };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Turns a status that was not hoped for into a failure that names the path. */
export function refusedBy(answer: Answer, path: string): Result<never, 'couchdb-not-admin' | 'couchdb-refused'> {
  if (answer.status === 401 || answer.status === 403) return failed('couchdb-not-admin', { path });
  return failed('couchdb-refused', { path, status: answer.status });
}

/**
 * Whether a document of that id is there already: a conflict, or, from the embedded server, which asks
 * the database's rule first, that rule's own answer.
 */
export function isTaken(answer: Answer): boolean {
  const reason = fieldOf(answer.body, 'reason');
  return answer.status === 409 || (answer.status === 403 && typeof reason === 'string' && /only added( to)?$/.test(reason));
}

/** Whether the answer's body is an object with this field of this type. */
export function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined;
}
