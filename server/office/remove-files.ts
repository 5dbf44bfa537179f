import { isRemovedPiece, readPieceDocument, removedPiece } from '../../core/files/piece-document.ts';
import { openList, type FileReference } from '../../core/files/sealed-file.ts';
import type { PieceId } from '../../core/ids.ts';
import { ok, type Result } from '../../core/result.ts';
import { fieldOf, refusedBy, type Couchdb, type CouchdbFailure } from '../couchdb/couchdb.ts';

/** Pieces in one request. */
const atOnce = 200;

/**
 * Overwrites the pieces of files with marks, so that nobody can bring them back. The list of a file's
 * pieces goes last: an interrupted run finds the others through it. Where the list has not come, it is
 * kept away, and whatever pieces there are stay sealed under a key that went with the record. Answers
 * how many pieces were taken away.
 */
export async function removeFiles(couchdb: Couchdb, database: string, files: readonly FileReference[]): Promise<Result<number, CouchdbFailure>> {
  let removed = 0;
  for (const file of files) {
    const pieces = await piecesOf(couchdb, database, file);
    if (!pieces.ok) return pieces;
    for (let at = 0; at < pieces.value.length; at += atOnce) {
      const marked = await mark(couchdb, database, pieces.value.slice(at, at + atOnce));
      if (!marked.ok) return marked;
      removed += marked.value;
    }
    const list = await mark(couchdb, database, [file.root]);
    if (!list.ok) return list;
    removed += list.value;
  }
  if (removed === 0) return ok(0);
  const compacted = await couchdb.ask('POST', `/${database}/_compact`, {});
  if (!compacted.ok) return compacted;
  return compacted.value.status > 202 ? refusedBy(compacted.value, `/${database}/_compact`) : ok(removed);
}

async function piecesOf(couchdb: Couchdb, database: string, file: FileReference): Promise<Result<readonly PieceId[], CouchdbFailure>> {
  const path = `/${database}/${file.root}`;
  const answer = await couchdb.ask('GET', path);
  if (!answer.ok) return answer;
  if (answer.value.status === 404 || isRemovedPiece(answer.value.body)) return ok([]);
  if (answer.value.status !== 200) return refusedBy(answer.value, path);
  const document = readPieceDocument(answer.value.body);
  const list = document.ok ? openList(file, document.value.sealed) : document;
  // Not what the record names: nothing of it can be found through it.
  return ok(list.ok ? list.value.pieces : []);
}

/** Marks what is not marked yet, there or not. Answers how many were there. */
async function mark(couchdb: Couchdb, database: string, ids: readonly PieceId[]): Promise<Result<number, CouchdbFailure>> {
  const asked = await couchdb.ask('POST', `/${database}/_all_docs?include_docs=true`, { keys: ids });
  if (!asked.ok) return asked;
  const rows = fieldOf(asked.value.body, 'rows');
  if (asked.value.status !== 200 || !Array.isArray(rows)) return refusedBy(asked.value, `/${database}/_all_docs`);
  const docs = rows.flatMap((row: unknown, at): object[] => {
    const there = fieldOf(row, 'doc');
    const rev = fieldOf(fieldOf(row, 'value'), 'rev');
    const id = ids[at];
    if (id === undefined || isRemovedPiece(there)) return [];
    return [{ ...removedPiece(id), ...(typeof rev === 'string' ? { _rev: rev } : {}) }];
  });
  if (docs.length === 0) return ok(0);
  const path = `/${database}/_bulk_docs`;
  const written = await couchdb.ask('POST', path, { docs });
  if (!written.ok) return written;
  const told = written.value.body;
  const isWhole = Array.isArray(told) && told.length === docs.length && told.every((row: unknown) => fieldOf(row, 'ok') === true);
  return isWhole ? ok(docs.filter((one) => '_rev' in one).length) : refusedBy(written.value, path);
}
