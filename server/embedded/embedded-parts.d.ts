/** The few shapes of the embedded server's libraries that are used here; they come without types, or with too wide ones. */
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  interface EmbeddedApp extends RequestListener {
    couchConfig: {
      set(section: string, key: string, value: unknown, done: (failure: Error | null) => void): void;
    };
  }
  const expressPouchdb: (PouchDB: unknown, options: Readonly<Record<string, unknown>>) => EmbeddedApp;
  export default expressPouchdb;
}

declare module 'pouchdb-core' {
  interface Pouch {
    plugin(part: unknown): Pouch;
    adapter(name: string, adapter: unknown, addToPreferred: boolean): void;
    defaults(options: Readonly<Record<string, unknown>>): Pouch;
  }
  const PouchDB: Pouch;
  export default PouchDB;
}

declare module 'pouchdb-mapreduce' {
  const part: unknown;
  export default part;
}

declare module 'pouchdb-replication' {
  const part: unknown;
  export default part;
}

declare module 'pouchdb-adapter-http' {
  const part: unknown;
  export default part;
}

declare module 'pouchdb-adapter-leveldb-core' {
  const CoreLevelPouch: (this: unknown, options: object, done: unknown) => void;
  export default CoreLevelPouch;
}

declare module 'abstract-leveldown' {
  type Done = (failure?: Error | null, ...answers: unknown[]) => void;
  export class AbstractLevelDOWN {
    constructor(location: string);
    readonly location: string;
  }
  export class AbstractIterator {
    constructor(store: AbstractLevelDOWN);
  }
  export type { Done };
}
