import type { Failure } from '../../../core/result.ts';
import type { DeliveryFailure } from '../api.ts';
import type { StoreFailure } from '../pouch-seam/pouch-ground.ts';
import { deliveryFailureOf, WireFailure } from './answers.ts';

/** Thrown inside an exchange when the notebook could not store; it ends the exchange with its reason. */
export class StorageStop extends Error {
  readonly failure: Failure<DeliveryFailure>;
  constructor(code: StoreFailure) {
    super(code);
    this.name = 'StorageStop';
    // The vault was locked under the exchange: it ends as if it had been cancelled.
    this.failure = { code: code === 'vault-locked' ? 'cancelled' : code };
  }
}

/** The failure that ended an exchange; what is not one of ours is a defect and is thrown on. */
export function failureOfStop(cause: unknown): Failure<DeliveryFailure> {
  if (cause instanceof WireFailure) return deliveryFailureOf(cause);
  if (cause instanceof StorageStop) return cause.failure;
  if (isQuota(cause)) return { code: 'storage-full' };
  throw cause;
}

/**
 * What ended a replication although the wire had nothing to say: the server had an error in the
 * place of one document (worth another try), or the local pouch could not write.
 */
export function stopOfReplication(cause: unknown): WireFailure | StorageStop {
  if (cause instanceof WireFailure || cause instanceof StorageStop) return cause;
  if (cause instanceof Error && /getting docs/.test(cause.message)) return new WireFailure('faulty');
  return new StorageStop(isQuota(cause) ? 'storage-full' : 'storage-failed');
}

/** PouchDB's idb adapter passes on what IndexedDB says of a full disk in one of these forms. */
function isQuota(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false;
  const { name, reason, message } = cause as Readonly<Record<string, unknown>>;
  return [name, reason, message].some((text) => typeof text === 'string' && /quota/i.test(text));
}
