import { isRemovedPiece, readPieceDocument } from '../../../../core/files/piece-document.ts';
import { openList, type FileReference, type PieceList, type SealedPiece } from '../../../../core/files/sealed-file.ts';
import type { PieceId } from '../../../../core/ids.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import type { PieceStore } from '../../files/piece-store.ts';
import { StorageStop } from '../failures.ts';
import { withPatience, type Pause } from '../patience.ts';
import { askRemote, useRemote } from '../remote.ts';
import type { Send } from '../wire.ts';

export interface FetchMeans {
  readonly pieces: PieceStore;
  readonly send: Send;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  readonly elapsed: () => number;
  readonly tell: (done: number, total: number) => void;
}

/** Why a file cannot be fetched although the server answers. `file-removed`: an order took it away for good. */
export type FetchTrouble = 'file-not-at-office' | 'file-removed' | 'file-damaged';

/** Milliseconds that one question should take; from that the number of pieces asked for at once. */
const aimedAt = 5_000;
const mostAtOnce = 12;

/**
 * Fetches what is missing of a file from one database, piece by piece; what has come is kept, so that
 * the next try goes on there. Throws a WireFailure when the line or the server fails.
 */
export async function fetchFrom(database: string, file: FileReference, means: FetchMeans): Promise<Result<null, FetchTrouble>> {
  const list = await listOf(database, file, means);
  if (!list.ok) return list;
  const total = list.value.pieces.length;
  const missing = [...(await means.pieces.missing(file, list.value))];
  let atOnce = 2;
  while (missing.length > 0) {
    means.tell(total - missing.length, total);
    const began = means.elapsed();
    const some = missing.slice(0, atOnce);
    const found = await ask(database, some, means);
    if (!found.ok) return found;
    await keep(file, found.value, missing.length <= some.length, means);
    missing.splice(0, some.length);
    const perPiece = Math.max(1, (means.elapsed() - began) / some.length);
    atOnce = Math.min(mostAtOnce, Math.max(1, Math.floor(aimedAt / perPiece)));
  }
  means.tell(total, total);
  return ok(null);
}

async function listOf(database: string, file: FileReference, means: FetchMeans): Promise<Result<PieceList, FetchTrouble>> {
  const here = await means.pieces.list(file);
  if (here.ok) return here;
  const found = await ask(database, [file.root], means);
  if (!found.ok) return found;
  const [piece] = found.value as [SealedPiece];
  const list = openList(file, piece.sealed);
  if (list.ok) await keep(file, [piece], false, means);
  return list;
}

async function keep(file: FileReference, pieces: readonly SealedPiece[], last: boolean, means: FetchMeans): Promise<void> {
  const written = await means.pieces.write(file.id, pieces, last);
  if (!written.ok) throw new StorageStop(written.failure.code);
}

/** The pieces asked for, each checked against its id. `file-not-at-office`: one of them has not been delivered there (yet). */
async function ask(database: string, ids: readonly PieceId[], means: FetchMeans): Promise<Result<readonly SealedPiece[], FetchTrouble>> {
  const { signal, pause, send } = means;
  const rows = await withPatience({ pause, signal, tries: 4 }, () =>
    useRemote(database, send, signal, async (remote) => (await askRemote(remote.database.allDocs({ keys: [...ids], include_docs: true }))).rows),
  );
  const found: SealedPiece[] = [];
  for (const id of ids) {
    const document = rows.find((row) => row.id === id)?.doc ?? null;
    if (document === null) return failed('file-not-at-office');
    if (isRemovedPiece(document)) return failed('file-removed');
    const piece = readPieceDocument(document);
    if (!piece.ok || piece.value.id !== id) return failed('file-damaged');
    found.push(piece.value);
  }
  return ok(found);
}
