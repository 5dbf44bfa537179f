import { randomBytes, toBase64Url } from '../../../core/crypto/sodium.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { HeaderRow } from '../store/rows.ts';

/** Larger than any header, so that whatever is written over the key slots takes their whole place. */
const overwriteBytes = 4096;
/** How long a database that something still holds open is waited for. */
const patience = 5_000;

/**
 * Writes noise over the key slots. From here on nothing in the store opens, whatever happens to the
 * rest: the data key exists nowhere else. The mark says that the erasure is to be finished at the
 * next start, should this process end now.
 */
export async function destroyKeySlots(database: NotebookDatabase): Promise<void> {
  const noise: HeaderRow = { id: 'header', v: 1, erasing: true, noise: toBase64Url(randomBytes(overwriteBytes)) };
  await database.commit({ header: noise });
}

/** Whether an erasure was begun and has not ended. */
export async function isErasing(database: NotebookDatabase): Promise<boolean> {
  try {
    return (await database.readHeader())?.['erasing'] === true;
  } catch {
    // A store that cannot be read is the vault's to speak of.
    return false;
  }
}

/**
 * Removes databases: the notebook last, so that its mark stands until everything else is gone.
 * `names` may hold the notebook's own.
 */
export async function removeDatabases(database: NotebookDatabase, names: readonly string[]): Promise<void> {
  for (const name of names) if (name !== database.name) await removed(name);
  // Closed for good: Dexie would otherwise open it again by itself at the next question.
  database.close();
  await database.delete();
  if (typeof caches !== 'undefined') for (const key of await caches.keys().catch(() => [])) await caches.delete(key);
}

function removed(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name);
    const late = setTimeout(() => reject(new DOMException('still open', 'InvalidStateError')), patience);
    asked.onsuccess = () => {
      clearTimeout(late);
      resolve();
    };
    asked.onerror = () => {
      clearTimeout(late);
      reject(asked.error ?? new DOMException('not removed', 'UnknownError'));
    };
  });
}
