/** The part of PouchDB that the pouch uses, typed by us: the package ships no types of its own. */
declare module 'pouchdb-browser' {
  export interface StoredDocument {
    readonly _id: string;
    readonly _rev: string;
    readonly [key: string]: unknown;
  }
  export interface NewDocument {
    readonly _id: string;
    readonly _rev?: string;
    readonly [key: string]: unknown;
  }
  /** One row of what `bulkDocs` answers; nothing about it is certain before it is looked at. */
  export type WriteAnswer = unknown;
  export interface ListedRow {
    readonly id?: string;
    readonly key?: string;
    readonly error?: string;
    readonly value?: { readonly rev?: string; readonly deleted?: boolean };
    readonly doc?: StoredDocument | null;
  }
  export interface LocalChange {
    readonly id: string;
    readonly seq: number;
    readonly deleted?: boolean;
    readonly doc?: StoredDocument;
  }
  export interface ReplicationStep {
    readonly docs_written: number;
    readonly pending?: number;
    /** The source's sequence up to which everything was replicated. */
    readonly last_seq?: string | number;
    /** `cancelled`: it was ended before everything had come. */
    readonly status?: string;
  }
  export interface Replication extends PromiseLike<ReplicationStep> {
    on(event: 'change', listener: (step: ReplicationStep) => void): Replication;
    cancel(): void;
  }
  export interface ReplicationOptions {
    readonly checkpoint: 'target';
    readonly batch_size: number;
    readonly batches_limit: number;
    readonly retry: false;
  }
  export interface Options {
    readonly adapter: 'idb' | 'https';
    readonly auto_compaction?: boolean;
    readonly skip_setup?: boolean;
    readonly fetch?: (url: string, init?: RequestInit) => Promise<Response>;
  }
  export class PouchDatabase {
    constructor(name: string, options: Options);
    readonly replicate: { from(source: PouchDatabase, options: ReplicationOptions): Replication };
    bulkDocs(documents: readonly NewDocument[], options?: { readonly new_edits: boolean }): Promise<readonly WriteAnswer[]>;
    allDocs(options: {
      readonly keys?: readonly string[];
      readonly startkey?: string;
      readonly endkey?: string;
      readonly limit?: number;
      readonly include_docs: boolean;
    }): Promise<{ readonly rows: readonly ListedRow[] }>;
    bulkGet(options: { readonly docs: readonly { readonly id: string; readonly rev: string }[] }): Promise<unknown>;
    get(id: string): Promise<StoredDocument>;
    put(document: NewDocument): Promise<{ readonly rev: string }>;
    changes(options: { readonly since: number; readonly limit: number; readonly include_docs: true }): Promise<{
      readonly results: readonly LocalChange[];
      readonly last_seq: number;
    }>;
    info(): Promise<{ readonly update_seq: number; readonly doc_count: number }>;
    destroy(): Promise<unknown>;
    close(): Promise<void>;
  }
  export default PouchDatabase;
}
