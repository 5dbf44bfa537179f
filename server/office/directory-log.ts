import type { SealKey } from '../../core/crypto/keys.ts';
import { openDirectory, writeDirectoryEntry, type DirectoryBody, type DirectoryFailure, type DirectoryState } from '../../core/organisation/directory.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { isTaken, refusedBy, type Couchdb, type CouchdbFailure } from '../couchdb/couchdb.ts';
import { documentsBetween } from '../couchdb/provision.ts';
import { signPairOf, type OfficeBook } from './office-book.ts';

type LogFailure = CouchdbFailure | DirectoryFailure | 'directory-changed';

const directoryKey = (book: OfficeBook) => keyBytes<SealKey<'directory'>>(book.directory.key);

/** Reads the whole directory from the server and checks every entry. */
export async function readDirectoryLog(couchdb: Couchdb, book: OfficeBook): Promise<Result<DirectoryState, LogFailure>> {
  const documents = await documentsBetween(couchdb, book.directory.database, 'entry-', 'entry.');
  return documents.ok ? openDirectory(documents.value, directoryKey(book), book.sign.public) : documents;
}

/** Adds one entry after the last. `directory-changed` when another office was quicker. */
export async function appendToDirectory(
  couchdb: Couchdb,
  book: OfficeBook,
  state: DirectoryState,
  body: DirectoryBody,
  now: number,
): Promise<Result<DirectoryState, LogFailure>> {
  const { document } = writeDirectoryEntry(state.head, body, now, { directory: directoryKey(book), sign: signPairOf(book).secretKey });
  const path = `/${book.directory.database}/${document._id}`;
  const answer = await couchdb.ask('PUT', path, document);
  if (!answer.ok) return answer;
  if (isTaken(answer.value)) return failed('directory-changed');
  if (answer.value.status !== 201) return refusedBy(answer.value, path);
  const next = openDirectory([document], directoryKey(book), book.sign.public, state);
  return next.ok ? ok(next.value) : next;
}
