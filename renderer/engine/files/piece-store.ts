import { openList, openPiece, type FileReference, type PieceList, type SealedPiece } from '../../../core/files/sealed-file.ts';
import type { Sealed } from '../../../core/crypto/keys.ts';
import type { FileId, PieceId } from '../../../core/ids.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import { attempted, type StorageFailure } from '../store/storage-failure.ts';

/**
 * The pieces of files in the notebook, as they also lie on the server: sealed under their file's key,
 * which is in the record. Rows are named by keyed hashes; what a row holds is checked against its
 * file's list when it is read.
 */
export class PieceStore {
  private readonly database: NotebookDatabase;
  private readonly rows: SealedRows;

  constructor(database: NotebookDatabase, rows: SealedRows) {
    this.database = database;
    this.rows = rows;
  }

  /** `last`: durable when it resolves, and everything written before with it. */
  write(file: FileId, pieces: readonly SealedPiece[], last: boolean): Promise<Result<null, StorageFailure>> {
    const rows = pieces.map((piece) => this.rows.pieceRow(file, piece));
    return attempted(() => (last ? this.database.keepPieces(rows) : this.database.addPieces(rows)));
  }

  async read(file: FileId, piece: PieceId): Promise<Sealed | null> {
    const row = await this.database.readPiece(this.rows.pieceKey(file, piece));
    return row?.sealed ?? null;
  }

  /** The list of a file; `file-not-here` when it has not come yet. */
  async list(reference: FileReference): Promise<Result<PieceList, 'file-not-here' | 'file-damaged'>> {
    const sealed = await this.read(reference.id, reference.root);
    return sealed === null ? failed('file-not-here') : openList(reference, sealed);
  }

  /** The ids in the list that are not here. */
  async missing(reference: FileReference, list: PieceList): Promise<readonly PieceId[]> {
    const here = new Set(await this.database.pieceIdsOf(this.rows.fileKey(reference.id)));
    return list.pieces.filter((id) => !here.has(this.rows.pieceKey(reference.id, id)[1]));
  }

  /** One piece in clear; `null` behind the last. */
  async open(reference: FileReference, index: number): Promise<Result<Uint8Array | null, 'file-not-here' | 'file-damaged'>> {
    const list = await this.list(reference);
    if (!list.ok) return list;
    const id = list.value.pieces[index];
    if (id === undefined) return ok(null);
    const sealed = await this.read(reference.id, id);
    return sealed === null ? failed('file-not-here') : openPiece(reference, list.value, index, sealed);
  }

  remove(file: FileId): Promise<Result<null, StorageFailure>> {
    return attempted(() => this.database.removePiecesOf(this.rows.fileKey(file)));
  }
}
