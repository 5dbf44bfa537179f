import { request as askHttp, type ClientRequest, type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2SecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { request as askHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { pipeline, Transform } from 'node:stream';
import { admit } from './allow-list.ts';
import { checkDelivery } from './delivery-check.ts';
import type { ServerCertificate } from './server-certificate.ts';

export interface GatewayOptions {
  /** CouchDB's address, without credentials: members bring their own. */
  readonly upstream: string;
  readonly certificate: ServerCertificate;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

export interface Gateway {
  /** `https://<host>:<port>`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Longer than any request of ours takes at 32 kbit/s, short enough to end what hangs. */
const longestRequest = 30 * 60 * 1000;
const longestSilence = 120 * 1000;
/** Laptops keep their connection between two batches, which may take a while to seal. */
const longestIdle = 75 * 1000;
const longestLinger = 5 * 1000;
/** Bytes of a delivery under way before the gateway has to say that they came. */
const window = 4 * 1024 * 1024;
/** A laptop asks all its compartments at once for news; more than these wait their turn. */
const mostAtOnce = 64;

type Asked = IncomingMessage | Http2ServerRequest;
type Answering = ServerResponse | Http2ServerResponse;

/**
 * The one door to CouchDB: ends TLS, lets through what the allow-list says, streams both ways and
 * keeps nothing. It never knows a password; it hands on what the member's app sends. It speaks HTTP/2,
 * and HTTP/1.1 with who does not.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const upstream = new URL(options.upstream);
  const { key, certificate: cert } = options.certificate;
  const settings = { initialWindowSize: window, maxConcurrentStreams: mostAtOnce };
  const server = createSecureServer(
    { key, cert, minVersion: 'TLSv1.2', allowHTTP1: true, settings },
    (request, response) => handle(request, response, upstream),
  );
  // Of HTTP/1.1; the types of HTTP/2's server do not know them.
  Object.assign(server, { requestTimeout: longestRequest, headersTimeout: 20_000, keepAliveTimeout: longestIdle });
  server.on('session', (session) => {
    session.setLocalWindowSize(window);
    session.setTimeout(longestIdle, () => session.close());
  });
  const sockets = openSockets(server);
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { url: `https://${options.host}:${port}`, close: () => closed(server, sockets) };
}

function handle(request: Asked, response: Answering, upstream: URL): void {
  const method = request.method ?? '';
  const admission = admit({ method, target: request.url ?? '' });
  if (!admission.admitted) {
    refuse(request, response, admission.status, 'refused', admission.reason);
    return;
  }
  if (request.headers['content-encoding'] !== undefined) {
    refuse(request, response, 415, 'refused', 'Bodies are sent as they are.');
    return;
  }
  if (Number(request.headers['content-length'] ?? 0) > admission.bodyLimit) {
    tooLarge(request, response, admission.bodyLimit);
    return;
  }
  const asked = forward(request, response, upstream);
  const limiter = limited(admission.bodyLimit);
  limiter.on('error', () => {
    abandon(asked);
    tooLarge(request, response, admission.bodyLimit);
  });
  request.on('error', () => abandon(asked));
  request.pipe(limiter);
  if (admission.looksInside) deliver(request, response, limiter, asked);
  else limiter.pipe(asked);
}

/** Begins the request to CouchDB; its body is still to come. */
function forward(request: Asked, response: Answering, upstream: URL): ClientRequest {
  const ask = upstream.protocol === 'https:' ? askHttps : askHttp;
  const options: RequestOptions = {
    protocol: upstream.protocol,
    hostname: upstream.hostname,
    port: upstream.port,
    method: request.method,
    path: request.url,
    headers: pick(request, onwardHeaders),
    timeout: longestSilence,
    // A connection of its own for each request: one kept idle may be closed by CouchDB at the very
    // moment of its next use, which would look like an absent server.
    agent: false,
  };
  const asked = ask(options, (answer) => {
    begin(response, answer.statusCode ?? 502, { ...pick(answer, backwardHeadersOver(request)), 'cache-control': 'no-store' });
    pipeline(answer, response, (failure) => {
      if (failure !== undefined && failure !== null) response.destroy();
    });
  });
  asked.on('timeout', () => asked.destroy(new Error('CouchDB is silent')));
  asked.on('error', () => refuse(request, response, 502, 'server_absent', 'The server behind the gateway does not answer.'));
  response.on('close', () => asked.destroy());
  return asked;
}

/** Reads a delivery whole, looks into it, and only then hands it on. */
function deliver(request: Asked, response: Answering, body: Transform, asked: ClientRequest): void {
  const chunks: Buffer[] = [];
  body.on('data', (chunk: Buffer) => chunks.push(chunk));
  body.on('end', () => {
    const bytes = Buffer.concat(chunks);
    const found = checkDelivery(bytes);
    if (found === 'parcels') {
      asked.end(bytes);
      return;
    }
    abandon(asked);
    refuse(request, response, found === 'not-json' ? 400 : 403, 'refused', 'A delivery holds new parcels and nothing else.');
  });
}

function abandon(asked: ClientRequest): void {
  asked.removeAllListeners('error').on('error', () => undefined).destroy();
}

/** Passes on what comes until it is more than was allowed; a length was perhaps not announced. */
function limited(bodyLimit: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      if (passed > bodyLimit) done(new Error('the body is too large'));
      else done(null, chunk);
    },
  });
}

/** Only these go on. CouchDB's proxy authentication headers in particular never do. */
const onwardHeaders = ['authorization', 'accept', 'accept-encoding', 'content-type', 'content-length', 'transfer-encoding', 'if-none-match'];
const backwardHeaders = ['content-type', 'content-length', 'content-encoding', 'etag', 'retry-after', 'vary'];

/** HTTP/2 has frames of its own and refuses the word for HTTP/1.1's. */
function backwardHeadersOver({ httpVersionMajor }: Asked): readonly string[] {
  return httpVersionMajor >= 2 ? backwardHeaders : [...backwardHeaders, 'transfer-encoding'];
}

/** Both kinds of answer begin alike, but the compiler sees two functions. */
function begin(response: Answering, status: number, headers: Record<string, string | number>, body?: string): void {
  const alike = response as ServerResponse;
  alike.writeHead(status, headers);
  if (body !== undefined) alike.write(body);
}

function pick(message: Pick<Asked, 'headers'>, names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = message.headers[name];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}

function tooLarge(request: Asked, response: Answering, limit: number): void {
  refuse(request, response, 413, 'too_large', `At most ${limit} bytes at once.`);
}

function refuse(request: Asked, response: Answering, status: number, error: string, reason: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({ error, reason });
  begin(response, status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' }, body);
  // What is still coming is thrown away for a moment before the answer ends: closing at once would
  // hide the answer from who is still sending.
  const end = () => response.end(() => (request.complete ? undefined : request.destroy()));
  request.unpipe();
  request.resume();
  if (request.complete) {
    end();
    return;
  }
  const linger = setTimeout(end, longestLinger);
  request.once('end', end);
  response.once('close', () => clearTimeout(linger));
}

function listen(server: Http2SecureServer, options: GatewayOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function openSockets(server: Http2SecureServer): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function closed(server: Http2SecureServer, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
