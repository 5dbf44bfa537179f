import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { electronLaunch } from '../../../build/electron-launch.ts';
import { mendStore } from '../../../electron/main/store/mend-store.ts';
import type { ChangeHash, RecordId } from '../../../core/ids.ts';
import { seeded } from '../../office/chaos.ts';
import { officePlugin } from '../../office/office-plugin.ts';
import type { Held, Told, Victims } from './victims.ts';

const root = path.resolve(import.meta.dirname, '../../..');
/** Saves that are told, at most, before the end comes; and milliseconds, at most, after the last of them. */
const mostSaves = 6;
const longestRest = 400;
/** Kills after which it is said how far the story has come. */
const toldEvery = 20;
/** Milliseconds until a start counts as one that never came. A busy machine may take its time. */
const patience = 180_000;

export interface KillStory {
  readonly kills: number;
  /** Logs of the store that a kill had left with half a record at their end. */
  readonly mended: number;
  readonly saves: number;
  /** Changes whose saving was confirmed before some kill. */
  readonly promised: ReadonlyMap<RecordId, ReadonlySet<ChangeHash>>;
  /** What each laptop held at the end; the last joined after all the kills. */
  readonly held: readonly Held[];
}

/**
 * Starts two laptops at work, ends their process with SIGKILL at a random moment, and does so again
 * as often as asked; then lets them, and a new one, exchange over a good line until nothing moves.
 */
export async function killStory(kills: number, seed: number): Promise<KillStory> {
  const random = seeded(seed);
  const watch = new Watch();
  const server = await served(watch);
  const profile = await mkdtemp(path.join(tmpdir(), 'rapporteur-kill-'));
  let mended = 0;
  try {
    for (let number = 0; number < kills; number += 1) {
      const life = startedAs(watch, { known: watch.victims, end: false, seed: seed * 1_000 + number });
      // What the app's main process does at its start, and the tests' window does not.
      mended += await mendStore(profile);
      const started = await start(profile, addressOf(server));
      try {
        await within(life.opened, 'the notebooks did not open');
        await within(watch.told(Math.ceil(random() * mostSaves)), 'nothing was saved');
        await new Promise((resolve) => setTimeout(resolve, random() * longestRest));
      } finally {
        await started.kill();
      }
      if (watch.broken !== null) throw new Error(watch.broken);
      if ((number + 1) % toldEvery === 0) process.stdout.write(`kill story: ${number + 1} of ${kills} kills, ${watch.saves} saves promised, ${mended} torn logs mended\n`);
    }
    startedAs(watch, { known: watch.victims, end: true, seed });
    mended += await mendStore(profile);
    const last = await start(profile, addressOf(server));
    try {
      return { kills, mended, saves: watch.saves, promised: watch.promised, held: await within(watch.held.promise, 'the laptops never came to rest') };
    } finally {
      await last.kill();
    }
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Order {
  readonly known: Victims | null;
  readonly end: boolean;
  readonly seed: number;
}

/** What the laptops say of themselves. */
class Watch {
  order: Order | null = null;
  victims: Victims | null = null;
  broken: string | null = null;
  /** Confirmations that came. */
  saves = 0;
  readonly promised = new Map<RecordId, Set<ChangeHash>>();
  readonly held = Promise.withResolvers<readonly Held[]>();
  opened = Promise.withResolvers<void>();
  private awaited: { left: number; readonly reached: PromiseWithResolvers<void> } | null = null;

  constructor() {
    this.held.promise.catch(() => undefined);
  }

  hear(what: string, body: unknown): unknown {
    if (what === 'order') return this.order;
    if (what === 'victims') this.victims = body as Victims;
    else if (what === 'opened') this.opened.resolve();
    else if (what === 'held') this.held.resolve(body as readonly Held[]);
    else if (what === 'promised') this.promise(body as Told);
    else if (what === 'broken') this.breakOff((body as { readonly why: string }).why);
    return {};
  }

  /** Resolves when so many more saves were told. */
  told(more: number): Promise<void> {
    const awaited = { left: more, reached: Promise.withResolvers<void>() };
    this.awaited = awaited;
    return awaited.reached.promise;
  }

  private promise({ record, changes }: Told): void {
    this.saves += 1;
    if (this.awaited !== null && (this.awaited.left -= 1) <= 0) this.awaited.reached.resolve();
    const known = this.promised.get(record) ?? new Set();
    for (const one of changes) known.add(one);
    this.promised.set(record, known);
  }

  private breakOff(why: string): void {
    this.broken = why;
    this.opened.reject(new Error(why));
    this.held.reject(new Error(why));
  }
}

function startedAs(watch: Watch, order: Order): { readonly opened: Promise<void> } {
  watch.order = order;
  watch.opened = Promise.withResolvers<void>();
  watch.opened.promise.catch(() => undefined);
  return { opened: watch.opened.promise };
}

async function served(watch: Watch): Promise<ViteDevServer> {
  const server = await createServer({
    root,
    configFile: false,
    cacheDir: path.join(root, 'out/kill-story'),
    logLevel: 'error',
    plugins: [officePlugin(), listening(watch)],
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { entries: ['test/faults/kill/victim.html'] },
  });
  await server.listen();
  return server;
}

function listening(watch: Watch): Plugin {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const said = watch.hear((request.url ?? '').slice('/kill/'.length), text === '' ? null : (JSON.parse(text) as unknown));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  };
  return {
    name: 'who-is-told',
    configureServer: (vite) => {
      vite.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/kill/') !== true) return next();
        answer(request, response).catch(() => response.destroy());
      });
    },
  };
}

function addressOf(server: ViteDevServer): string {
  const [local] = server.resolvedUrls?.local ?? [];
  if (local === undefined) throw new Error('the pages are not served');
  return `${local}test/faults/kill/victim.html`;
}

async function start(profile: string, address: string): Promise<{ kill(): Promise<void> }> {
  const launch = electronLaunch();
  const args = [...launch.args, path.join(root, 'test/electron-runner'), `--user-data-dir=${profile}`, address];
  // A group of its own, so that all of its processes end at the same moment.
  const electron = spawn(launch.executable, args, { stdio: 'ignore', detached: true });
  const ended = once(electron, 'exit');
  await once(electron, 'spawn');
  return {
    async kill() {
      if (electron.pid !== undefined && electron.exitCode === null && electron.signalCode === null) process.kill(-electron.pid, 'SIGKILL');
      await ended;
    },
  };
}

function within<Value>(what: Promise<Value>, otherwise: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), patience);
  });
  return Promise.race([what, late]).finally(() => clearTimeout(timer));
}
