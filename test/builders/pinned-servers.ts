import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse, type ServerHttp2Session } from 'node:http2';
import { createServer } from 'node:https';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { generate } from 'selfsigned';
import type { PinnedServer } from '../../electron/main/channel/pinned-server.ts';

/** A TLS server of this machine for tests, with everything that reached it. */
export interface TestServer {
  readonly described: PinnedServer;
  readonly requests: { readonly method: string; readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string }[];
  /** Connections made so far. */
  connections(): number;
  close(): Promise<void>;
}

/** The days in which a certificate holds; absent: from now on. */
export interface Days {
  readonly notBeforeDate: Date;
  readonly notAfterDate: Date;
}

/** Speaks HTTP/1.1 only. */
export function aServer(answer: RequestListener, days?: Days): Promise<TestServer> {
  return serve((request, response) => answer(request as IncomingMessage, response as ServerResponse), (keys, listener) => createServer(keys, listener), days);
}

/** Speaks HTTP/2; `session` is told of each connection. */
export function anHttp2Server(
  answer: (request: Http2ServerRequest, response: Http2ServerResponse) => void,
  session: (session: ServerHttp2Session) => void = () => undefined,
): Promise<TestServer> {
  return serve(
    (request, response) => answer(request as Http2ServerRequest, response as Http2ServerResponse),
    (keys, listener) => createSecureServer({ ...keys, allowHTTP1: true }, listener).on('session', session),
  );
}

type Listener = (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse) => void;

async function serve(answer: Listener, make: (keys: { key: string; cert: string }, listener: Listener) => Server, days: Partial<Days> = {}): Promise<TestServer> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', curve: 'P-256', algorithm: 'sha256', ...days });
  const requests: TestServer['requests'] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = make({ key: made.private, cert: made.cert }, (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString('utf8') });
      answer(request, response);
    });
  });
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const key = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    requests,
    connections: () => connections,
    described: {
      url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
      certificate: made.cert,
      pins: [createHash('sha256').update(key).digest('base64')],
    },
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
