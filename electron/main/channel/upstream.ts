import { Readable } from 'node:stream';
import { securityHeaders } from '../page-policy.ts';
import { ServerError } from './pinned-server.ts';
import { refusal } from './refusal.ts';
import type { Answer, ServerLine } from './server-line.ts';
import type { SyncRequest } from './sync-request.ts';

export interface Upstream {
  /** `https://…`, with the path that the server's databases begin behind, if there is one. */
  readonly url: string;
  readonly line: ServerLine;
  readonly credential: { readonly user: string; readonly password: string };
  /** Told what time it is at the server, in milliseconds. */
  readonly heard: (time: number) => void;
}

/** What of the server's headers the page may see. */
const passedHeaders = ['content-type', 'content-length', 'etag', 'retry-after'] as const;

/**
 * Asks the server and answers with what it said, as it arrives. Only the headers named here are
 * sent and passed back. Nobody there, somebody else there, and what is no answer become refusals
 * of our own.
 */
export async function askUpstream(upstream: Upstream, asked: SyncRequest, body: Uint8Array, signal: AbortSignal): Promise<Response> {
  let answer: Answer;
  try {
    answer = await send(upstream, asked, body, signal);
  } catch (error) {
    return refusal(error instanceof ServerError ? error.failure : isGarbled(error) ? 'server-garbled' : 'server-absent');
  }
  const time = Date.parse(answer.headers.date ?? '');
  if (!Number.isNaN(time)) upstream.heard(time);
  return passOn(asked, answer);
}

function send({ url, line, credential }: Upstream, asked: SyncRequest, body: Uint8Array, signal: AbortSignal): Promise<Answer> {
  const base = new URL(url).pathname.replace(/\/$/, '');
  return line.ask(
    {
      method: asked.method,
      path: `${base}${asked.path}`,
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(`${credential.user}:${credential.password}`).toString('base64')}`,
        ...(asked.unless === null ? {} : { 'if-none-match': asked.unless }),
        ...(asked.sendsBody ? { 'content-type': 'application/json', 'content-length': body.length } : {}),
      },
      body: asked.sendsBody ? body : null,
    },
    signal,
  );
}

function passOn(asked: SyncRequest, { status, headers: told, body }: Answer): Response {
  const isJson = (told['content-type'] ?? '').startsWith('application/json');
  const isUnchanged = status === 304 && asked.unless !== null;
  const isAnswer = (status >= 200 && status < 300) || status >= 400 || isUnchanged;
  // Redirections, or a page where an answer should be, come from something in between.
  if (!isAnswer || (status < 300 && !isJson && asked.method !== 'HEAD')) {
    body.destroy();
    return refusal('server-garbled');
  }
  const headers = new Headers(securityHeaders(null));
  for (const name of passedHeaders) {
    const value = told[name];
    if (value !== undefined) headers.set(name, value);
  }
  if (asked.method === 'HEAD' || isUnchanged) {
    body.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers });
}

// Node's parsers of HTTP name their complaints so.
function isGarbled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(HPE_|ERR_HTTP2_ERROR$)/.test(error.code);
}
