import PouchDatabase from 'pouchdb-browser';
import { WireFailure } from './answers.ts';
import { StorageStop } from './failures.ts';
import { createWire, standInHost, type Send, type Wire } from './wire.ts';

export interface Remote {
  readonly database: PouchDatabase;
  readonly wire: Wire;
}

/** One more after every failure: PouchDB keeps for a host that it lacks `_bulk_get` when one request failed. */
let hostNumber = 0;

/** PouchDB in front of one CouchDB database, for one use. It neither creates the database nor looks for it. */
function openRemote(name: string, send: Send, signal: AbortSignal): Remote {
  const wire = createWire(name, send, signal);
  const address = `${standInHost(hostNumber)}/${name}`;
  const database = new PouchDatabase(address, { adapter: 'https', skip_setup: true, fetch: wire.fetch });
  return { database, wire };
}

/**
 * Runs one use of a remote database. Whatever PouchDB makes of a failure, the wire's own word is
 * thrown; what PouchDB could not read although the wire passed it is garbled, except when `use`
 * throws something that is not PouchDB's: that passes as it is.
 */
export async function useRemote<Value>(name: string, send: Send, signal: AbortSignal, use: (remote: Remote) => Promise<Value>): Promise<Value> {
  const remote = openRemote(name, send, signal);
  try {
    return await use(remote);
  } catch (cause) {
    hostNumber += 1;
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
