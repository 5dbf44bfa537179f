import type { Failure } from '../../../core/result.ts';
import type { DeliveryFailure } from '../api.ts';
import type { StoreFailure } from '../pouch-seam/pouch-ground.ts';
import { isStorageError, storageFailure } from '../store/storage-failure.ts';
import { deliveryFailureOf, WireFailure } from './answers.ts';

/** Thrown inside an exchange when the notebook could not store; it ends the exchange with its reason. */
export class StorageStop extends Error {
  readonly code: StoreFailure;
  readonly failure: Failure<DeliveryFailure>;
  constructor(code: StoreFailure) {
    super(code);
    this.name = 'StorageStop';
    this.code = code;
    // The vault was locked under the exchange: it ends as if it had been cancelled.
    this.failure = { code: code === 'vault-locked' ? 'cancelled' : code };
  }
}

/** The failure that ended an exchange; what is not one of ours is a defect and is thrown on. */
export async function failureOfStop(cause: unknown): Promise<Failure<DeliveryFailure>> {
  if (cause instanceof WireFailure) return deliveryFailureOf(cause);
  if (cause instanceof StorageStop) return cause.failure;
  if (isStorageError(cause) || isPouchError(cause)) return { code: await storageCode(cause) };
  throw cause;
}

/**
 * What ended a replication although the wire had nothing to say: the server had an error in the
 * place of one document (worth another try), or the local pouch could not write.
 */
export async function stopOfReplication(cause: unknown): Promise<WireFailure | StorageStop> {
  if (cause instanceof WireFailure || cause instanceof StorageStop) return cause;
  if (cause instanceof Error && /getting docs/.test(cause.message)) return new WireFailure('faulty');
  return new StorageStop(await storageCode(cause));
}

/** PouchDB's idb adapter passes on what IndexedDB says of a full disk as name, reason or message. */
async function storageCode(cause: unknown): Promise<'storage-full' | 'storage-failed'> {
  const { name, reason, message } = cause as Readonly<Record<string, unknown>>;
  const isQuota = [name, reason, message].some((text) => typeof text === 'string' && /quota/i.test(text));
  return isQuota ? 'storage-full' : storageFailure(cause);
}

/** PouchDB's errors carry `error: true` and a status; the local pouch is all that throws them here. */
function isPouchError(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'error' in cause && 'status' in cause;
}
