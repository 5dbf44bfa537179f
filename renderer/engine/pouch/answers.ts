import type { Failure } from '../../../core/result.ts';
import type { DeliveryFailure } from '../api.ts';

/** What can be wrong with one answer of the server, or of the main process in its place. */
export type WireCode =
  | 'absent' | 'cut-short' | 'garbled' | 'session-expired' | 'refused' | 'too-large' | 'slow-down' | 'faulty' | 'unconfirmed'
  | 'wrong-server' | 'certificate-date' | 'no-channel' | 'above-channel' | 'over-budget' | 'cancelled';

/** Thrown into PouchDB to stop it; the wire keeps the first one, since PouchDB rewraps what it catches. */
export class WireFailure extends Error {
  readonly code: WireCode;
  /** Milliseconds that the server asked to be left alone. */
  readonly wait: number | null;
  constructor(code: WireCode, wait: number | null = null) {
    super(code);
    this.name = 'WireFailure';
    this.code = code;
    this.wait = wait;
  }
}

/** Header by which the main process marks an answer of its own; the server's never carry it. */
export const channelHeader = 'x-rapporteur-channel';

const channelCodes: Readonly<Record<string, WireCode>> = {
  'no-channel': 'no-channel',
  'no-credential': 'session-expired',
  'too-large': 'too-large',
  'server-garbled': 'garbled',
  'wrong-server': 'wrong-server',
  'certificate-date': 'certificate-date',
  'above-channel': 'above-channel',
  'above-device': 'above-channel',
  'server-absent': 'absent',
};

/** `null` when the status promises a body worth reading. */
export function failureOfStatus(status: number, headers: Headers): WireFailure | null {
  const own = headers.get(channelHeader);
  if (own !== null) return new WireFailure(channelCodes[own] ?? 'refused');
  if (status === 202) return new WireFailure('unconfirmed');
  if (status >= 200 && status < 300) return null;
  if (status === 401) return new WireFailure('session-expired');
  if (status === 413) return new WireFailure('too-large');
  if (status === 429) return new WireFailure('slow-down', retryAfter(headers));
  if (status >= 500) return new WireFailure('faulty', retryAfter(headers));
  if (status === 408) return new WireFailure('absent');
  return new WireFailure('refused');
}

/** RFC 9110, 10.2.3: seconds. The form with a date is not honoured; the usual back-off applies then. */
function retryAfter(headers: Headers): number | null {
  const text = headers.get('retry-after');
  if (text === null || !/^\d{1,6}$/.test(text)) return null;
  return Number(text) * 1000;
}

/** Worth another try within the same exchange. */
export function passesByItself(code: WireCode): boolean {
  return code === 'absent' || code === 'cut-short' || code === 'garbled' || code === 'slow-down' || code === 'faulty' || code === 'unconfirmed';
}

const failures: Readonly<Record<WireCode, DeliveryFailure>> = {
  absent: 'server-absent',
  'cut-short': 'server-absent',
  garbled: 'server-garbled',
  'session-expired': 'session-expired',
  refused: 'server-refused',
  'too-large': 'server-refused',
  'slow-down': 'server-refused',
  faulty: 'server-refused',
  unconfirmed: 'server-refused',
  'wrong-server': 'wrong-server',
  'certificate-date': 'certificate-date',
  'over-budget': 'over-budget',
  'no-channel': 'no-channel',
  'above-channel': 'no-channel',
  cancelled: 'cancelled',
};

/** The failure as the report and the screen know it. */
export function deliveryFailureOf(failure: WireFailure): Failure<DeliveryFailure> {
  return { code: failures[failure.code] };
}

type Shape = Readonly<Record<string, unknown>>;
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether an answer is what was asked for. PouchDB believes what it is given: an empty `_bulk_get`
 * would let it step over parcels and move the checkpoint past them, and `_changes` without
 * `last_seq` would make it forget the checkpoint. So it is given nothing that does not fit.
 */
export function answerFits(path: string, body: unknown, request: unknown): boolean {
  if (path === '_bulk_docs') return Array.isArray(body) && body.every(isShape);
  if (path === '_all_docs') return isShape(body) && Array.isArray(body['rows']) && body['rows'].every(isShape);
  if (path === '_changes') return changesFit(body);
  if (path === '_bulk_get') return bulkGetFits(body, request);
  return isShape(body);
}

function changesFit(body: unknown): boolean {
  if (!isShape(body) || !Array.isArray(body['results'])) return false;
  const sequence = body['last_seq'];
  if (typeof sequence !== 'string' && typeof sequence !== 'number') return false;
  return body['results'].every((one: unknown) => isShape(one) && typeof one['id'] === 'string' && one['seq'] !== undefined && Array.isArray(one['changes']));
}

function bulkGetFits(body: unknown, request: unknown): boolean {
  if (!isShape(body) || !Array.isArray(body['results']) || !isShape(request) || !Array.isArray(request['docs'])) return false;
  const answered = new Set<unknown>();
  for (const one of body['results'] as readonly unknown[]) {
    if (!isShape(one) || !Array.isArray(one['docs']) || one['docs'].length === 0 || !one['docs'].every(isDocumentAnswer)) return false;
    answered.add(one['id']);
  }
  return (request['docs'] as readonly unknown[]).every((one) => isShape(one) && answered.has(one['id']));
}

function isDocumentAnswer(value: unknown): boolean {
  if (!isShape(value)) return false;
  const found = value['ok'];
  return isShape(found) ? typeof found['_id'] === 'string' && typeof found['_rev'] === 'string' : value['error'] !== undefined;
}
