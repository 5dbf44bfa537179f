import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';

/**
 * The embedded server's libraries behind the few shapes of them that are used here. They are CommonJS
 * and come without types, or with types that redefine Node's own Buffer for the whole program; so
 * they are required here, once, and nowhere else.
 */
export interface EmbeddedApp extends RequestListener {
  readonly couchConfig: {
    set(section: string, key: string, value: unknown, done: (failure: Error | null | undefined) => void): void;
  };
}

export interface Pouch {
  plugin(part: unknown): Pouch;
  adapter(name: string, adapter: unknown, addToPreferred: boolean): void;
  defaults(options: Readonly<Record<string, unknown>>): Pouch;
}

export type Done = (failure?: Error | null, ...answers: unknown[]) => void;
export interface LevelStore {
  readonly location: string;
}
interface AbstractLevelDown {
  readonly AbstractLevelDOWN: new (location: string) => LevelStore;
  readonly AbstractIterator: new (store: LevelStore) => object;
}

const load = createRequire(import.meta.url);

export const expressPouchdb = load('express-pouchdb') as (pouch: Pouch, options: Readonly<Record<string, unknown>>) => EmbeddedApp;
export const corePouch = load('pouchdb-core') as Pouch;
export const levelAdapter = load('pouchdb-adapter-leveldb-core') as (this: unknown, options: object, done: unknown) => void;
export const { AbstractLevelDOWN, AbstractIterator } = load('abstract-leveldown') as AbstractLevelDown;
/** What express-pouchdb expects PouchDB to be able to do. */
export const pouchPlugins: readonly unknown[] = [load('pouchdb-mapreduce'), load('pouchdb-replication'), load('pouchdb-adapter-http')];
