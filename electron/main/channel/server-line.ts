import type { IncomingHttpHeaders } from 'node:http';
import { connect, constants, type ClientHttp2Session } from 'node:http2';
import { request } from 'node:https';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { connectPatience, connectPinned, PinnedAgent, ServerError, type PinnedServer } from './pinned-server.ts';

export interface Question {
  readonly method: string;
  /** From the first slash, the query included. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array | null;
}

/** A server's answer as it comes. A body that breaks off fails; one that the server itself ends too early is no JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

/** Nothing sent and nothing heard for so long means that the line is dead; milliseconds. */
const silence = 60_000;
/** Bytes under way before the other side has to say that they came: two seconds of a fast line. */
const window = 4 * 1024 * 1024;

type Spoken = { readonly session: ClientHttp2Session } | { readonly agent: PinnedAgent; readonly places: Places };

/**
 * The connections to one server, each pinned when it was made. Where the server speaks HTTP/2 there is
 * one for everything: twenty small questions cost one way there and back, and their headers almost
 * nothing. Otherwise up to three speak HTTP/1.1.
 */
export class ServerLine {
  readonly #server: PinnedServer;
  #spoken: Promise<Spoken> | null = null;
  #closed = false;

  constructor(server: PinnedServer) {
    this.#server = server;
  }

  /** Fails with a `ServerError`, or with what Node says of an answer that is none. */
  async ask(question: Question, signal: AbortSignal): Promise<Answer> {
    const spoken = await this.#speak();
    return 'session' in spoken ? askSession(spoken.session, question, signal) : spoken.places.hold((free) => askAgent(this.#server, spoken.agent, question, { signal, free }));
  }

  /** Ends every connection; what is under way fails. */
  close(): void {
    this.#closed = true;
    void this.#spoken?.then(end, () => undefined);
    this.#spoken = null;
  }

  #speak(): Promise<Spoken> {
    if (this.#closed) return Promise.reject(new ServerError('server-absent'));
    if (this.#spoken !== null) return this.#spoken;
    const spoken = begin(this.#server, () => {
      if (this.#spoken === spoken) this.#spoken = null;
    });
    this.#spoken = spoken;
    // Nobody was there: the next question tries anew.
    spoken.catch(() => {
      if (this.#spoken === spoken) this.#spoken = null;
    });
    return spoken;
  }
}

/** `over`: the session takes no more questions. */
async function begin(server: PinnedServer, over: () => void): Promise<Spoken> {
  const socket = await connectPinned(server, connectPatience, ['h2', 'http/1.1']);
  if (socket.alpnProtocol !== 'h2') return { agent: new PinnedAgent(server, socket), places: new Places() };
  const session = connect(server.url, { createConnection: () => socket, settings: { enablePush: false, initialWindowSize: window } });
  session.setLocalWindowSize(window);
  session.setTimeout(silence, () => {
    over();
    session.close();
  });
  // What a question suffers is told to who asked it.
  session.on('error', over);
  session.on('goaway', over);
  session.on('close', over);
  return { session };
}

function end(spoken: Spoken): void {
  if ('session' in spoken) spoken.session.destroy(new ServerError('server-absent'));
  else spoken.agent.destroy();
}

function askSession(session: ClientHttp2Session, { method, path, headers, body }: Question, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { HTTP2_HEADER_METHOD, HTTP2_HEADER_PATH, HTTP2_HEADER_STATUS } = constants;
    const stream = session.request({ ...headers, [HTTP2_HEADER_METHOD]: method, [HTTP2_HEADER_PATH]: path }, { endStream: body === null, signal });
    stream.setTimeout(silence, () => stream.destroy(new ServerError('server-absent')));
    // A stream that the other side gives up ends like one that is complete.
    stream.once('aborted', () => stream.destroy(new ServerError('server-absent')));
    stream.once('response', (said) => {
      // Node closes a stream at its last byte, whether that was read or not.
      const body = new PassThrough();
      pipeline(stream, body, () => undefined);
      resolve({ status: Number(said[HTTP2_HEADER_STATUS]), headers: said, body });
    });
    stream.on('error', reject);
    stream.once('close', () => reject(new ServerError('server-absent')));
    if (body !== null) stream.end(body);
  });
}

/**
 * Connections of HTTP/1.1 at most. Node's agent counts those it has, not those it is making: asked for
 * twenty at once it would make twenty.
 */
class Places {
  #free = 3;
  readonly #waiting: (() => void)[] = [];

  /** Asks when there is a place, which is free again when `free` is called or the question fails. */
  async hold(ask: (free: () => void) => Promise<Answer>): Promise<Answer> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let isHeld = true;
    const free = () => {
      if (!isHeld) return;
      isHeld = false;
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    };
    try {
      return await ask(free);
    } catch (error) {
      free();
      throw error;
    }
  }
}

interface Asking {
  readonly signal: AbortSignal;
  /** To be called when the last byte of the answer has come, or nobody wants it any more. */
  readonly free: () => void;
}

function askAgent(server: PinnedServer, agent: PinnedAgent, { method, path, headers, body }: Question, { signal, free }: Asking): Promise<Answer> {
  const address = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sending = request({ agent, signal, method, host: address.hostname, port: address.port === '' ? 443 : Number(address.port), path, headers });
    sending.setTimeout(silence, () => sending.destroy(new ServerError('server-absent')));
    sending.once('response', (answer) => {
      answer.once('close', free);
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer });
    });
    sending.on('error', reject);
    sending.end(body ?? undefined);
  });
}
