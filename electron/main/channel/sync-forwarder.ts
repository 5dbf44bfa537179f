import type { MarkingId } from '../../../core/ids.ts';
import { boundedBody } from './bounded-body.ts';
import type { InFlight } from './in-flight.ts';
import { serverFailures } from './pinned-server.ts';
import { refusal, refusalHeader, type SyncRefusal } from './refusal.ts';
import { syncRequestOf } from './sync-request.ts';
import { askUpstream, type Upstream } from './upstream.ts';

export interface ForwardGround {
  readonly inFlight: InFlight;
  /** The level of a database; `null` for the directory, `undefined` for one that is not ours. */
  levelOf(database: string): MarkingId | null | undefined;
  /** The way to the server for that level, or why there is none now. */
  way(marking: MarkingId | null): Upstream | SyncRefusal;
  /** Called when the server was not found where it was: the channel looks again. */
  failed(): void;
}

/** The server's own limit on a delivery is 4 MB; PouchDB never asks with more. */
const bodyLimit = 5_000_000;

/**
 * One request of the engine's synchronisation: looked at, allowed by path and method, by database
 * and by level, given the credential, passed to the server, and its answer passed back as it comes.
 */
export async function forwardSync(request: Request, ground: ForwardGround): Promise<Response> {
  const asked = syncRequestOf(request.method, new URL(request.url), request.headers.get('if-none-match'));
  if (asked === null) return refusal('not-allowed');
  const marking = asked.database === null ? null : ground.levelOf(asked.database);
  if (marking === undefined) return refusal('not-allowed');
  const first = ground.way(marking);
  if (typeof first === 'string') return refusal(first);
  const body = await boundedBody(asked.sendsBody ? request.body : null, bodyLimit);
  if (!body.ok) return refusal('too-large');
  // The channel may have changed while the body came; what counts is now.
  const way = ground.way(marking);
  if (typeof way === 'string') return refusal(way);
  const { signal, end } = ground.inFlight.begin(marking);
  const answer = await askUpstream(way, asked, body.value, signal);
  const own = answer.headers.get(refusalHeader);
  if (serverFailures.some((one) => one === own)) ground.failed();
  return untilEnd(answer, end);
}

/** The same answer, saying when its last byte has passed or nobody wants it any more. */
function untilEnd(answer: Response, end: () => void): Response {
  if (answer.body === null) {
    end();
    return answer;
  }
  const passing = new TransformStream<Uint8Array, Uint8Array>({ flush: end });
  answer.body.pipeTo(passing.writable).catch(end);
  return new Response(passing.readable, { status: answer.status, headers: answer.headers });
}
