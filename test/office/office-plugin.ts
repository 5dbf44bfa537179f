import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Plugin } from 'vite';
import { toBase64Url } from '../../core/crypto/sodium.ts';
import { couchdbAt, type Couchdb } from '../../server/couchdb/couchdb.ts';
import type { EmbeddedServer } from '../../server/embedded/embedded-server.ts';
import { takeFault, type Fault } from './faults.ts';
import type { CompartmentId, DeviceId } from '../../core/ids.ts';
import type { Stub } from '../../core/letters/stub.ts';
import type { CutOff, DirectoryBody } from '../../core/organisation/directory-body.ts';
import { bytesOf, TestOffice, type Admission, type GroupOfTests } from './test-office.ts';

/**
 * Puts an office beside the tests that run in Electron's renderer, on their own origin, since that
 * renderer reaches nothing else: `/office/…` governs it, `/sync/<office>/<database>/…` is what the
 * main process's forwarder is in the app. Against the embedded server, or the CouchDB of COUCHDB_URL.
 */
export function officePlugin(): Plugin {
  const beside = new OfficeBeside();
  return {
    name: 'office-beside-the-tests',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        if (!path.startsWith('/office') && !path.startsWith('/sync/')) return next();
        beside.answer(request, response).catch((cause: unknown) => reply(response, 500, { error: String(cause) }));
      });
      server.httpServer?.once('close', () => void beside.close());
    },
  };
}

interface Standing {
  readonly office: TestOffice;
  readonly faults: Fault[];
  readonly asked: string[];
  /** Milliseconds that each question and its answer are on their way. */
  roundTrip: number;
}

const admin = { name: 'admin', password: 'admin' };

class OfficeBeside {
  private readonly offices = new Map<string, Standing>();
  private embedded: EmbeddedServer | null = null;
  private ready: Promise<Reached> | null = null;

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://localhost');
    const [, area = '', id = '', ...rest] = address.pathname.split('/');
    const body = await bodyOf(request);
    if (area === 'sync') return this.forward(this.standing(id), { request, response, path: rest.join('/') + address.search, body });
    if (id === 'settings') return reply(response, 200, { seeds: process.env['RAPPORTEUR_SEEDS'] ?? '', steps: process.env['RAPPORTEUR_STEPS'] ?? '', hostile: process.env['RAPPORTEUR_HOSTILE'] ?? '' });
    const given = body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>);
    if (id === '') return reply(response, 200, await this.found(given));
    reply(response, 200, await this.govern(id, rest[0] ?? '', given));
  }

  private async found(group: GroupOfTests): Promise<unknown> {
    const { couchdb } = await this.server();
    const office = await TestOffice.open(couchdb, group);
    const id = `o${this.offices.size + 1}`;
    this.offices.set(id, { office, faults: [], asked: [], roundTrip: 0 });
    return describedAs(id, office);
  }

  private async govern(id: string, verb: string, given: Record<string, unknown>): Promise<unknown> {
    const standing = this.standing(id);
    const { office, faults, asked } = standing;
    if (verb === 'admit') return (await office.admit(bytesOf(String(given['request'])), given['admission'] as Admission), {});
    if (verb === 'again') return describedAs(id, office);
    if (verb === 'enter') return (await office.enter(given['body'] as DirectoryBody), {});
    if (verb === 'turn') return (await office.turn(given['compartment'] as CompartmentId, given['removed'] as CutOff[]), {});
    if (verb === 'stub') return (await office.stub(String(given['database']), given['stub'] as Stub), {});
    if (verb === 'order-erasure') return office.orderErasure(given['device'] as DeviceId, given['compartments'] as readonly CompartmentId[] | null);
    if (verb === 'cut-off') return (await office.cutOff(given['device'] as DeviceId), {});
    if (verb === 'renewed') return [toBase64Url(office.renewed(Number(given['serial']), given['group'] as GroupOfTests))];
    if (verb === 'receipts') return office.receipts();
    if (verb === 'faults') return (faults.push(...(given['faults'] as Fault[])), {});
    if (verb === 'clear-faults') return (faults.splice(0), {});
    if (verb === 'round-trip') return ((standing.roundTrip = Number(given['milliseconds'])), {});
    if (verb === 'asked') return asked.splice(0);
    if (verb === 'authorization') return [(await this.server()).authorization];
    if (verb === 'admin') {
      const { couchdb } = await this.server();
      const answer = await couchdb.ask(String(given['method']), String(given['path']), given['body']);
      return answer.ok ? answer.value : { status: 0 };
    }
    if (verb === 'remove') {
      await office.remove();
      this.offices.delete(id);
      return {};
    }
    throw new Error(`an office cannot ${verb}`);
  }

  private standing(id: string): Standing {
    const standing = this.offices.get(id);
    if (standing === undefined) throw new Error('no such office');
    return standing;
  }

  private async forward({ faults, asked, roundTrip }: Standing, { request, response, path, body }: Forwarded): Promise<void> {
    const { url } = await this.server();
    const method = request.method ?? 'GET';
    asked.push(`${method} ${path.split('/').slice(1).join('/').split('?')[0] ?? ''}`);
    const fault = takeFault(faults, method, path);
    if (fault?.kind === 'answer') return reply(response, fault.status, fault.body, fault.headers);
    if (fault?.kind === 'hang-up') return void response.destroy();
    if (roundTrip > 0) await setTimeout(roundTrip);
    const answer = await fetch(`${url}/${path}`, {
      method,
      headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json', accept: 'application/json' },
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (fault?.kind === 'lose-the-answer') return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': bytes.length });
    if (fault?.kind === 'cut') return void response.write(bytes.subarray(0, fault.after), () => response.destroy());
    response.end(bytes);
  }

  private server(): Promise<Reached> {
    this.ready ??= this.start();
    return this.ready;
  }

  private async start(): Promise<Reached> {
    const real = process.env['COUCHDB_URL'];
    if (real !== undefined && real !== '') return connect(real);
    const { startEmbeddedServer } = await import('../../server/embedded/embedded-server.ts');
    this.embedded = await startEmbeddedServer({ folder: 'memory', port: 0, admin });
    return connect(this.embedded.url.replace('//', `//${admin.name}:${admin.password}@`));
  }

  async close(): Promise<void> {
    for (const { office } of this.offices.values()) await office.remove();
    await this.embedded?.close();
  }
}

function describedAs(id: string, office: TestOffice): unknown {
  return { id, profile: toBase64Url(office.profileFile), compartments: office.compartments() };
}

interface Reached {
  readonly couchdb: Couchdb;
  readonly url: string;
  readonly authorization: string;
}

interface Forwarded {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly body: Buffer;
}

function connect(address: string): Reached {
  const couchdb = couchdbAt(address);
  if (!couchdb.ok) throw new Error(couchdb.failure.code);
  const { username, password, origin } = new URL(address);
  const authorization = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
  return { couchdb: couchdb.value, url: origin, authorization };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function reply(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
