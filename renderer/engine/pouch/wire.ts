import { answerFits, failureOfStatus, WireFailure } from './answers.ts';

/** Sends one request for a database; `path` begins after the database's name, with its query. */
export type Send = (database: string, path: string, init: RequestInit) => Promise<Response>;

/** In the app: the main process forwards to the one configured server. */
export const sendThroughApp: Send = (database, path, init) =>
  fetch(`app://rapporteur/sync/${database}${path === '' ? '' : `/${path}`}`, init);

/** The host that PouchDB's adapter is given, since it takes no other schemes. Nothing ever goes there. */
export const standInHost = 'https://pouch.invalid';

export interface Wire {
  /** For PouchDB's `fetch` option. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** The first thing that went wrong. From then on the wire refuses everything. */
  failure(): WireFailure | null;
  /** What the line has carried lately, in bytes a second; `null` as long as nothing large has come. */
  speed(): number | null;
}

/** Bytes from which an answer tells of the line; of a smaller one the way there and back is most. */
const largeAnswer = 16_384;

/** Milliseconds to the first byte of an answer, besides the time the body needs on the slowest link meant. */
const firstByte = 30_000;
/** Milliseconds without a byte before an answer counts as cut short. */
const betweenBytes = 60_000;
/** Bytes a millisecond on the slowest link meant: half of 32 kbit/s. */
const slowest = 2;

/**
 * One use of one database: a batch, a replication, a listing. Every request is bounded in time,
 * every answer is read whole and looked at before PouchDB sees it, and after the first failure
 * nothing more is asked, so that PouchDB's own fall-backs cannot begin.
 */
export function createWire(database: string, send: Send, signal: AbortSignal): Wire {
  let first: WireFailure | null = null;
  let speed: number | null = null;
  const carried = (bytes: number, milliseconds: number) => {
    if (bytes >= largeAnswer) speed = (bytes * 1000) / Math.max(1, milliseconds);
  };
  const wireFetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname, search } = new URL(url);
    const path = pathname.slice(database.length + 2);
    // Also after a failure: PouchDB asks for these without minding what becomes of the question.
    if (path === '') return answered(inPlaceOf(pathname, database));
    if (first !== null) throw first;
    try {
      return await ask({ database, path, search, init, send, signal, carried });
    } catch (cause) {
      // PouchDB cancels a feed it no longer needs; that is not a failure.
      if (init.signal?.aborted === true && !signal.aborted) throw cause;
      first = signal.aborted ? new WireFailure('cancelled') : cause instanceof WireFailure ? cause : new WireFailure('absent');
      throw first;
    }
  };
  return { fetch: wireFetch, failure: () => first, speed: () => speed };
}

/**
 * PouchDB asks for the server's and the database's facts, for an identifier and for a figure that
 * nobody reads. A fixed answer saves two round trips per compartment and keeps the identifier of
 * a replication, and so its checkpoint, the same through whatever network the server is reached.
 */
function inPlaceOf(pathname: string, database: string): unknown {
  return pathname.length <= 1 ? { uuid: 'rapporteur' } : { db_name: database, update_seq: 0, doc_count: 0 };
}

interface Question {
  readonly database: string;
  readonly path: string;
  readonly search: string;
  readonly init: RequestInit;
  readonly send: Send;
  readonly signal: AbortSignal;
  readonly carried: (bytes: number, milliseconds: number) => void;
}

async function ask(question: Question): Promise<Response> {
  const { database, path, search, init, send, signal, carried } = question;
  const body = typeof init.body === 'string' ? init.body : null;
  const clock = createClock([signal, init.signal ?? null]);
  try {
    const began = performance.now();
    clock.within(firstByte + (body?.length ?? 0) / slowest);
    const response = await send(database, path + search, { ...init, signal: clock.signal, cache: 'no-store', credentials: 'omit', redirect: 'error' });
    // Only who named a state hears that it is still the same (RFC 9110, 13.1.2).
    if (response.status === 304 && new Headers(init.headers).has('if-none-match')) return response;
    const failure = failureOfStatus(response.status, response.headers);
    if (failure !== null) {
      await response.body?.cancel();
      throw failure;
    }
    const text = await readWhole(response, clock);
    carried(text.length, performance.now() - began);
    const value = parsed(text);
    if (!answerFits(path, value, path === '_bulk_get' ? parsed(body ?? '') : undefined)) throw new WireFailure('garbled');
    return answered(value, response.headers.get('etag'));
  } finally {
    clock.stop();
  }
}

async function readWhole(response: Response, clock: Clock): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      clock.within(betweenBytes);
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    throw new WireFailure('cut-short');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new WireFailure('garbled');
  }
}

/** A response that holds its value, so that megabytes are not parsed twice. */
class ValueResponse extends Response {
  readonly #value: unknown;
  constructor(value: unknown, etag: string | null) {
    super(null, { status: 200, headers: etag === null ? {} : { etag } });
    this.#value = value;
  }
  override json(): Promise<unknown> {
    return Promise.resolve(this.#value);
  }
}

function answered(value: unknown, etag: string | null = null): Response {
  return new ValueResponse(value, etag);
}

interface Clock {
  readonly signal: AbortSignal;
  within(milliseconds: number): void;
  stop(): void;
}

/** One abort signal out of several, with a deadline that can be moved. */
function createClock(signals: readonly (AbortSignal | null)[]): Clock {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const one of signals) {
    if (one?.aborted === true) abort();
    one?.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: controller.signal,
    within(milliseconds) {
      clearTimeout(timer);
      timer = setTimeout(abort, milliseconds);
    },
    stop() {
      clearTimeout(timer);
      for (const one of signals) one?.removeEventListener('abort', abort);
    },
  };
}
