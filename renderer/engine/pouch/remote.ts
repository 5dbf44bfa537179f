import PouchDatabase from 'pouchdb-browser';
import { WireFailure } from './answers.ts';
import { StorageStop } from './failures.ts';
import { createWire, standInHost, type Send, type Wire } from './wire.ts';

export interface Remote {
  readonly database: PouchDatabase;
  readonly wire: Wire;
}

/**
 * PouchDB finds out once for each host whether it has `_bulk_get`, and when that one request meets
 * with a bad line it asks for every document singly from then on. So it is told beforehand.
 */
const told = openDatabase('told', async () => new Response('{"results":[]}')).bulkGet({ docs: [] });

function openDatabase(name: string, fetch: Wire['fetch']): PouchDatabase {
  return new PouchDatabase(`${standInHost}/${name}`, { adapter: 'https', skip_setup: true, fetch });
}

/**
 * Runs one use of a remote database. Whatever PouchDB makes of a failure, the wire's own word is
 * thrown; what PouchDB could not read although the wire passed it is garbled, except when `use`
 * throws something that is not PouchDB's: that passes as it is.
 */
export async function useRemote<Value>(name: string, send: Send, signal: AbortSignal, use: (remote: Remote) => Promise<Value>): Promise<Value> {
  await told;
  const wire = createWire(name, send, signal);
  const remote = { database: openDatabase(name, wire.fetch), wire };
  try {
    return await use(remote);
  } catch (cause) {
    if (cause instanceof StorageStop) throw cause;
    throw remote.wire.failure() ?? cause;
  }
}

/** A question to the remote database alone: what fails there without the wire's word is a garbled answer. */
export async function askRemote<Value>(question: Promise<Value>): Promise<Value> {
  try {
    return await question;
  } catch (cause) {
    throw cause instanceof WireFailure ? cause : new WireFailure('garbled');
  }
}
