import type { IncomingMessage } from 'node:http';
import { request, type Agent } from 'node:https';
import { Readable } from 'node:stream';
import { securityHeaders } from '../page-policy.ts';
import { ServerError, type PinnedServer } from './pinned-server.ts';
import { refusal } from './refusal.ts';
import type { SyncRequest } from './sync-request.ts';

export interface Upstream {
  readonly server: PinnedServer;
  readonly agent: Agent;
  readonly credential: { readonly user: string; readonly password: string };
}

/** Nothing sent and nothing heard for so long means that the line is dead; milliseconds. */
const silence = 60_000;

/** What of the server's headers the page may see. */
const passedHeaders = ['content-type', 'content-length', 'etag', 'retry-after'] as const;

/**
 * Asks the server and answers with what it said, as it arrives. Only the headers named here are
 * sent and passed back. Nobody there, somebody else there, and what is no answer become refusals
 * of our own.
 */
export async function askUpstream(upstream: Upstream, asked: SyncRequest, body: Uint8Array, signal: AbortSignal): Promise<Response> {
  let answer: IncomingMessage;
  try {
    answer = await send(upstream, asked, body, signal);
  } catch (error) {
    return refusal(error instanceof ServerError ? error.failure : isGarbled(error) ? 'server-garbled' : 'server-absent');
  }
  return passOn(asked, answer);
}

function send({ server, agent, credential }: Upstream, asked: SyncRequest, body: Uint8Array, signal: AbortSignal): Promise<IncomingMessage> {
  const address = new URL(server.url);
  const path = `${address.pathname.replace(/\/$/, '')}${asked.path}`;
  return new Promise((resolve, reject) => {
    const sending = request({
      agent,
      signal,
      method: asked.method,
      host: address.hostname,
      port: address.port === '' ? 443 : Number(address.port),
      path,
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(`${credential.user}:${credential.password}`).toString('base64')}`,
        ...(asked.sendsBody ? { 'content-type': 'application/json', 'content-length': body.length } : {}),
      },
    });
    sending.setTimeout(silence, () => sending.destroy(new ServerError('server-absent')));
    sending.once('response', resolve);
    sending.on('error', reject);
    sending.end(asked.sendsBody ? body : undefined);
  });
}

function passOn(asked: SyncRequest, answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 0;
  const isJson = (answer.headers['content-type'] ?? '').startsWith('application/json');
  const isAnswer = (status >= 200 && status < 300) || status >= 400;
  // Redirections, or a page where an answer should be, come from something in between.
  if (!isAnswer || (status < 300 && !isJson && asked.method !== 'HEAD')) {
    answer.destroy();
    return refusal('server-garbled');
  }
  const headers = new Headers(securityHeaders(null));
  for (const name of passedHeaders) {
    const value = answer.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  if (asked.method === 'HEAD') {
    answer.resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, { status, headers });
}

// Node's parser of HTTP names its complaints so.
function isGarbled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('HPE_');
}
