import { createHash } from 'node:crypto';
import { Agent, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import type { NetworkProfile } from '../../../core/organisation/profile.ts';

/** Address, trust anchor (PEM) and pins (base64 SHA-256 of the SubjectPublicKeyInfo, RFC 7469) of one server. */
export type PinnedServer = NetworkProfile['server'];

/** The surest first. `certificate-date`: it is the server, but by this laptop's clock its certificate does not hold, or not yet. */
export const serverFailures = ['certificate-date', 'wrong-server', 'server-absent'] as const;
export type ServerFailure = (typeof serverFailures)[number];

/** A connection that was not made: nobody answered, or somebody who is not the server. */
export class ServerError extends Error {
  readonly failure: ServerFailure;
  constructor(failure: ServerFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** A slow line needs a while for a handshake of five kilobytes; longer than this nobody is there. */
export const connectPatience = 20_000;

/**
 * A TLS connection whose server has proved one of the pinned keys. It is handed out only then, so
 * that not a byte of a request can reach anybody else. The name in the certificate is not looked
 * at: the key itself is known. `protocols` are offered to the server (ALPN, RFC 7301), the dearest
 * first. Fails with a `ServerError`.
 */
export function connectPinned(server: PinnedServer, patience: number = connectPatience, protocols: readonly string[] = ['http/1.1']): Promise<TLSSocket> {
  const address = new URL(server.url);
  if (address.protocol !== 'https:') return Promise.reject(new ServerError('wrong-server'));
  const host = address.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port: address.port === '' ? 443 : Number(address.port),
      ca: [server.certificate],
      // The profile may name the server's own certificate, which is no authority's: Electron's TLS
      // takes it as an anchor only when told so. The pin is checked all the same.
      allowPartialTrustChain: true,
      minVersion: 'TLSv1.2',
      ALPNProtocols: [...protocols],
      // Looked at below, before anything is sent: a certificate out of its days is told from a stranger's.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    let reached = false;
    const giveUp = (failure: ServerFailure) => {
      clearTimeout(timer);
      socket.destroy();
      reject(new ServerError(failure));
    };
    const timer = setTimeout(() => giveUp('server-absent'), patience);
    socket.once('connect', () => (reached = true));
    // Stays for as long as the socket: an error that nobody listens for would end the process.
    socket.on('error', (error) => giveUp(failureOf(error, reached)));
    socket.once('secureConnect', () => {
      const failure = failureOfServer(socket, server.pins);
      if (failure !== null) {
        giveUp(failure);
        return;
      }
      clearTimeout(timer);
      resolve(socket);
    });
  });
}

const outOfItsDays = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** Why this is not the server, or not now; `null`: its certificate holds and its key is pinned. */
function failureOfServer(socket: TLSSocket, pins: readonly string[]): ServerFailure | null {
  if (!hasPinnedKey(socket, pins)) return 'wrong-server';
  if (socket.authorized) return null;
  // Node says a code here, whatever its type says.
  return outOfItsDays.has(String(socket.authorizationError)) ? 'certificate-date' : 'wrong-server';
}

function hasPinnedKey(socket: TLSSocket, pins: readonly string[]): boolean {
  const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
  return key !== undefined && pins.includes(createHash('sha256').update(key).digest('base64'));
}

const lineCodes = new Set(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH']);

// Who answers but not as the server does (another certificate, no TLS at all) is somebody else: the
// sign-in page of a hotel, or worse. Who does not answer, or hangs up, is absent.
function failureOf(error: Error, reached: boolean): ServerFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return reached && !lineCodes.has(code) ? 'wrong-server' : 'server-absent';
}

/** Keeps connections to one server open between requests. Every one of them was pinned when it was made. */
export class PinnedAgent extends Agent {
  readonly #server: PinnedServer;
  #first: TLSSocket | null;

  /** `first`: a connection that is there already. */
  constructor(server: PinnedServer, first: TLSSocket | null = null) {
    super({ keepAlive: true, keepAliveMsecs: 15_000, maxSockets: 3, maxFreeSockets: 1 });
    this.#server = server;
    this.#first = first;
  }

  override createConnection(_options: RequestOptions, created?: (error: Error | null, stream: Duplex) => void): null {
    const first = this.#first;
    this.#first = null;
    (first === null || first.destroyed ? connectPinned(this.#server) : Promise.resolve(first)).then(
      (socket) => created?.(null, socket),
      // The type of Node's callback does not say that there is no stream when there is an error.
      (error: Error) => (created as ((error: Error) => void) | undefined)?.(error),
    );
    return null;
  }
}

/** Asks whether the server is there and is the one. No request is sent, only the handshake is made. */
export async function probeServer(server: PinnedServer, patience: number = 8000): Promise<'reachable' | ServerFailure> {
  try {
    (await connectPinned(server, patience)).end();
    return 'reachable';
  } catch (error) {
    if (error instanceof ServerError) return error.failure;
    throw error;
  }
}
