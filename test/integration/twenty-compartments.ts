import { buffer } from 'node:stream/consumers';
import { ok } from '../../core/result.ts';
import { ServerLine } from '../../electron/main/channel/server-line.ts';
import type { PouchGround } from '../../renderer/engine/pouch-seam/pouch-ground.ts';
import type { Opened } from '../../renderer/engine/pouch/opened.ts';
import type { Send } from '../../renderer/engine/pouch/wire.ts';
import { basic } from './https-client.ts';
import { aDescription, aProgramme, group, newLaptop, type Laptop, type Programme } from './programme.ts';

// PouchDB's browser build looks for the worker's global.
Reflect.set(globalThis, 'self', globalThis);
const { hasNews } = await import('../../renderer/engine/pouch/polling.ts');
const { OfficeDirectory } = await import('../../renderer/engine/pouch/directory.ts');

const names = ['arms', 'drugs', 'beings', 'corruption', 'money', 'cigarettes', 'vehicles', 'art', 'crypto', 'forgery'];

/** Ten groups with two markings each. */
function description(url: string): object {
  const jwgs = names.map((name) => group(name, name, ['HRV', 'FRA']));
  const networks = [{ id: 'office', name: 'Office', accreditation: 'SENSITIVE', server: { url, certificate: 'server.crt' }, addressRanges: ['127.0.0.0/8'] }];
  return { ...aDescription(url), jwgs, networks, accreditations: [] };
}

/** A member of twenty compartments who looks whether there is anything new, over whichever line. */
export class TwentyCompartments {
  readonly programme: Programme;
  private readonly member: Laptop;
  private readonly directory: InstanceType<typeof OfficeDirectory>;
  private readonly quiet = new Map<string, string>();
  private opened: readonly Opened[] = [];
  private send: Send = () => Promise.reject(new Error('no line yet'));

  private constructor(programme: Programme, member: Laptop) {
    this.programme = programme;
    this.member = member;
    this.directory = new OfficeDirectory(groundOf(programme, member), (...question) => this.send(...question), () => Promise.resolve());
  }

  static async open(): Promise<TwentyCompartments> {
    const programme = await aProgramme(description);
    const twenty = new TwentyCompartments(programme, newLaptop('Ana Kovač'));
    await programme.admit(twenty.member, names);
    return twenty;
  }

  /** A connection of the main process to the server, or to what lies in front of it. */
  lineOver(url: string): ServerLine {
    const described = this.programme.profile.networks[0]?.server;
    if (described === undefined) throw new Error('a profile names a server');
    const line = new ServerLine({ ...described, url });
    this.send = sendOver(line, this.member);
    return line;
  }

  /** Whether something about who is who, or which keys there are, is new. */
  async directoryHasNews(): Promise<boolean> {
    const refreshed = await this.directory.refresh(new AbortController().signal);
    if (!refreshed.ok) throw new Error(refreshed.failure.code);
    return refreshed.value;
  }

  /** As if everything had been received: how far that is. */
  async receiveAll(): Promise<void> {
    await this.directoryHasNews();
    this.opened = await Promise.all(
      this.compartments().map(async ({ database }): Promise<Opened> => {
        const answer = await this.send(database, '_changes', { method: 'GET' });
        return { pouch: 'p', sequence: 0, remote: String(((await answer.json()) as { last_seq: unknown }).last_seq) };
      }),
    );
  }

  /** One look for news: who is who first, then every compartment; in how many of them there is something. */
  async look(): Promise<number> {
    await this.directoryHasNews();
    const means = { send: this.send, signal: new AbortController().signal, quiet: this.quiet };
    const found = await Promise.all(this.compartments().map(({ database }, index) => hasNews(database, this.opened[index] ?? null, means)));
    return found.filter(Boolean).length;
  }

  compartments(): readonly { readonly database: string }[] {
    return this.directory.grant()?.compartments ?? [];
  }

  async admitAnother(): Promise<void> {
    await this.programme.admit(newLaptop('Ben Petit'), names);
  }

  close(): Promise<void> {
    return this.programme.close();
  }
}

/** What the directory of a laptop needs of the engine. */
function groundOf(programme: Programme, { box, device }: Laptop): PouchGround {
  const organisation = { profile: () => programme.profile, membershipChanged: async () => undefined };
  const states = { read: async () => ok(null), write: async () => ok(null) };
  return { organisation, states, identity: { box, device } } as unknown as PouchGround;
}

/** As the main process forwards it. */
function sendOver(line: ServerLine, { credential }: Laptop): Send {
  return async (database, path, init) => {
    const unless = new Headers(init.headers).get('if-none-match');
    const headers = { accept: 'application/json', authorization: basic(credential), ...(unless === null ? {} : { 'if-none-match': unless }) };
    const answer = await line.ask({ method: init.method ?? 'GET', path: `/${database}/${path}`, headers, body: null }, new AbortController().signal);
    const body = await buffer(answer.body);
    const { etag } = answer.headers;
    return new Response(answer.status === 304 ? null : body, { status: answer.status, headers: etag === undefined ? {} : { etag } });
  };
}
