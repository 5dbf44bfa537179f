import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { devNull } from 'node:os';
import type { AddressInfo } from 'node:net';
import { corePouch, expressPouchdb, levelAdapter, pouchPlugins, type Pouch } from './embedded-parts.ts';
import { sqliteStores } from './sqlite-store.ts';

export interface EmbeddedOptions {
  /** Where databases are kept; `'memory'` forgets them at the end. */
  readonly folder: string | 'memory';
  /** 0 for any free port. */
  readonly port: number;
  readonly admin: { readonly name: string; readonly password: string };
}

export interface EmbeddedServer {
  /** `http://127.0.0.1:<port>`, without credentials. */
  readonly url: string;
  close(): Promise<void>;
}

/** Parts of express-pouchdb that nothing here needs and that only widen what can be reached. */
const unwanted = ['routes/fauxton', 'routes/log', 'routes/http-log', 'routes/replicate', 'replicator', 'routes/vhosts', 'routes/special-test-auth', 'routes/db-updates', 'routes/stats', 'disk-size'];

/**
 * A small CouchDB-compatible server for trying, demonstrations and tests; a programme runs CouchDB.
 * Listens on this machine only: what others reach is the gateway in front of it.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  if (options.folder !== 'memory') mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const app = expressPouchdb(pouchIn(options.folder), {
    inMemoryConfig: true,
    logPath: devNull,
    overrideMode: { exclude: unwanted },
  });
  await new Promise<void>((resolve, reject) => {
    app.couchConfig.set('admins', options.admin.name, options.admin.password, (failure) => (failure ? reject(failure) : resolve()));
  });
  const server = createServer(app);
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => closed(server) };
}

let servers = 0;

/** PouchDB with an adapter of its own for this server, whose databases are SQLite files. */
function pouchIn(folder: string | 'memory'): Pouch {
  const stores = sqliteStores(folder);
  function SqlitePouch(this: unknown, given: object, done: unknown): void {
    levelAdapter.call(this, { ...given, db: stores }, done);
  }
  SqlitePouch.valid = () => true;
  SqlitePouch.use_prefix = false;
  servers += 1;
  const adapter = `sqlite-${servers}`;
  corePouch.adapter(adapter, SqlitePouch, false);
  return pouchPlugins.reduce<Pouch>((pouch, part) => pouch.plugin(part), corePouch).defaults({ adapter });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
