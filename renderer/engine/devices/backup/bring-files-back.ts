import { sha256Hex } from '../../../../core/crypto/sodium.ts';
import type { Sealed } from '../../../../core/crypto/keys.ts';
import type { NamedFile } from '../../../../core/files/referenced-files.ts';
import { openList, sealedLength, type FileReference, type PieceList, type SealedPiece } from '../../../../core/files/sealed-file.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import type { PieceStore } from '../../files/piece-store.ts';
import type { StorageFailure } from '../../store/storage-failure.ts';
import type { FilesBack } from '../devices-api.ts';
import type { FilesInBackup } from './backup-archive.ts';
import { Cancelled, type BackupWatch } from './backup-watch.ts';

/** Pieces written in one transaction: two megabytes. */
const piecesAtOnce = 16;

export interface BringingBack {
  readonly files: FilesInBackup;
  /** Whether the backup goes on to its end. */
  readonly whole: boolean;
  readonly pieces: PieceStore;
  readonly watch: BackupWatch;
}

/**
 * Brings back the contents of the files that the notebook names, as it is now: a file that nothing
 * names any more, since what named it was erased, stays in the backup. Each piece is checked against
 * the record that names its file. What is here already is left as it is, so that this can be done
 * again after it was interrupted, and one good copy completes what another had damaged.
 */
export async function bringFilesBack(named: readonly NamedFile[], parts: BringingBack): Promise<FilesBack> {
  const inBackup = named.filter(({ file }) => parts.files.has(file.id));
  const damaged: string[] = [];
  let back = 0;
  const stopped = await attemptAll(inBackup, parts, ({ name }, outcome) => {
    if (outcome === 'back') back += 1;
    if (outcome === 'damaged') damaged.push(name);
  });
  return { back, damaged, outside: (await countNotHere(named, parts.pieces)) - damaged.length, whole: parts.whole, stopped };
}

async function attemptAll(inBackup: readonly NamedFile[], parts: BringingBack, tell: (file: NamedFile, outcome: Outcome) => void): Promise<FilesBack['stopped']> {
  const total = inBackup.reduce((sum, one) => sum + one.size, 0);
  let done = 0;
  try {
    for (const one of inBackup) {
      const outcome = await bringBack(one.file, parts, (bytes) => parts.watch.at('files', Math.min(total, done + bytes), total));
      if (!outcome.ok) return outcome.failure.code;
      tell(one, outcome.value);
      done += one.size;
      await parts.watch.at('files', done, total);
    }
    return null;
  } catch (error) {
    if (error instanceof Cancelled) return 'cancelled';
    throw error;
  }
}

type Outcome = 'back' | 'here-already' | 'damaged';

async function bringBack(file: FileReference, { files, pieces }: BringingBack, tell: (bytes: number) => Promise<void>): Promise<Result<Outcome, StorageFailure>> {
  const list = await listOf(file, files, pieces);
  if (!list.ok) return list;
  if (list.value === null) return ok('damaged');
  const missing = new Set(await pieces.missing(file, list.value));
  if (missing.size === 0) return ok('here-already');
  let [at, broken] = [0, false];
  let batch: SealedPiece[] = [];
  for (const [index, id] of list.value.pieces.entries()) {
    const length = sealedLength(list.value.size, index);
    const sealed = missing.has(id) ? await files.piece(file, at, length) : null;
    at += length;
    if (sealed !== null && sha256Hex(sealed) === id) batch.push({ id, sealed: sealed as Sealed });
    else broken ||= missing.has(id);
    if (batch.length < piecesAtOnce && index + 1 < list.value.pieces.length) continue;
    const written = await pieces.write(file.id, batch, index + 1 === list.value.pieces.length);
    if (!written.ok) return written;
    batch = [];
    await tell(at);
  }
  return ok(broken ? 'damaged' : 'back');
}

/** The list that is here, or else the one in the backup; `null` when that is not what the record names. */
async function listOf(file: FileReference, files: FilesInBackup, pieces: PieceStore): Promise<Result<PieceList | null, StorageFailure>> {
  const here = await pieces.list(file);
  if (here.ok) return here;
  const sealed = await files.list(file);
  const list = sealed === null ? failed('file-damaged') : openList(file, sealed);
  if (sealed === null || !list.ok) return ok(null);
  const written = await pieces.write(file.id, [{ id: file.root, sealed: sealed as Sealed }], false);
  return written.ok ? list : written;
}

async function countNotHere(named: readonly NamedFile[], pieces: PieceStore): Promise<number> {
  let count = 0;
  for (const { file } of named) {
    const list = await pieces.list(file);
    if (!list.ok || (await pieces.missing(file, list.value)).length > 0) count += 1;
  }
  return count;
}
