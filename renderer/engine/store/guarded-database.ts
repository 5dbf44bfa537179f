import { Dexie } from 'dexie';
import { demandRoom, storeWasTakenAway } from './room.ts';

/** A database that writes only where there is room for it, and that stays closed once Chromium took it away (room.ts). */
export class GuardedDatabase extends Dexie {
  constructor(name: string) {
    // `strict`: a write has happened when the disk has it, not when the cache has (kill -9, power).
    super(name, { chromeTransactionDurability: 'strict' });
    const watch = () => this.backendDB().addEventListener('close', storeWasTakenAway, { once: true });
    this.on('ready', watch, true);
  }

  /** Dexie asks with `disableAutoOpen: false` when its connection was taken away, and would open another. */
  override close(options?: { readonly disableAutoOpen: boolean }): void {
    super.close({ ...options, disableAutoOpen: true });
  }

  /** Opens it, where there is room for what opening writes. */
  protected async openWithRoom(): Promise<void> {
    await demandRoom();
    await this.open();
  }

  /**
   * One transaction of IndexedDB without Dexie in between: it knows one durability for all of a
   * database's transactions, and takes as long over a row as IndexedDB does. `regardless`: also on a full disk.
   */
  protected async write(
    durability: 'strict' | 'relaxed',
    names: readonly string[],
    work: (store: (name: string) => IDBObjectStore) => void,
    regardless = false,
  ): Promise<void> {
    if (!regardless) await demandRoom();
    const database = this.backendDB() as IDBDatabase | null;
    if (database === null) throw new DOMException('the database is closed', 'InvalidStateError');
    const transaction = database.transaction([...names], 'readwrite', { durability });
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('the transaction was aborted', 'AbortError'));
    });
    try {
      work((name) => transaction.objectStore(name));
    } catch (cause) {
      // A row that cannot be stored: nothing of the batch is. That the end is an abort is known then.
      ended.catch(() => undefined);
      transaction.abort();
      throw cause;
    }
    await ended;
  }
}
