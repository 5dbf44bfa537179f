/**
 * Chromium keeps all databases of the app in one LevelDB. A write that the disk has no room for leaves
 * half a record at the end of its log; the next opening goes on behind it, and the one after that finds
 * a damaged log and makes an empty store in its place: the notebook is gone. So nothing is written, and
 * nothing is opened, while there is little room; and what Chromium has taken away stays closed until
 * the main process has mended the log, at the next start (electron/main/store).
 *
 * Seen with Electron 33 (Chromium 130) on a file system filled to the last byte: "Got corruption …
 * checksum mismatch", "IndexedDB recovering from a corrupted (and deleted) database".
 */

/** Bytes: more than any batch, what PouchDB fetches ahead and what LevelDB writes by itself, together. */
const leastRoom = 64 * 1024 * 1024;

let isTakenAway = false;

/** Chromium has closed the databases of the app by itself: a write has failed half way, or the disk has. */
export function storeWasTakenAway(): void {
  isTakenAway = true;
}

/** Before anything is opened or written. Rejects as IndexedDB does: `QuotaExceededError` for want of room. */
export async function demandRoom(): Promise<void> {
  if (isTakenAway) throw new DOMException('the store was taken away', 'UnknownError');
  if (await isDiskFull()) throw new DOMException('too little room is left', 'QuotaExceededError');
}

/** Whether so little room is left, on the disk or in the quota, that nothing may be written. */
export async function isDiskFull(): Promise<boolean> {
  if (typeof navigator === 'undefined' || !('storage' in navigator)) return false;
  const { quota, usage } = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  return quota !== undefined && usage !== undefined && quota - usage < leastRoom;
}
