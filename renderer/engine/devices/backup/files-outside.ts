import { referencedFiles } from '../../../../core/files/referenced-files.ts';
import type { FileId } from '../../../../core/ids.ts';
import type { History } from '../../../../core/ledger/state.ts';
import type { Attachment } from '../../../../core/records/parts.ts';
import { PieceStore } from '../../files/piece-store.ts';
import type { Session } from '../../session.ts';
import type { NotebookDatabase } from '../../store/notebook-database.ts';
import type { FilesOutside } from '../devices-api.ts';

/**
 * The attached files whose content is on this laptop: a backup holds what they are called and the
 * keys that open them, and not what is in them. One that was taken off its record again is not
 * counted, nor one of which only the name has come. `bytes`: of the files themselves.
 */
export async function filesOutside(session: Session, database: NotebookDatabase): Promise<FilesOutside> {
  const { ledger, vault } = session;
  await session.ready();
  const pieces = new PieceStore(database, vault.rows);
  const known = new Set<FileId>();
  let bytes = 0;
  const records = new Set([...ledger.catalogue.all()].map((entry) => entry.record));
  for await (const [, history] of ledger.historiesAmong(records)) {
    for (const { file, size } of attachedTo(session, history)) {
      if (file === null || known.has(file.id)) continue;
      const list = await pieces.list(file);
      if (!list.ok || (await pieces.missing(file, list.value)).length > 0) continue;
      known.add(file.id);
      bytes += size;
    }
  }
  return { count: known.size, bytes };
}

/** Most records have no file, and are not folded for it. */
function attachedTo({ ledger }: Session, history: History): readonly Attachment[] {
  if (referencedFiles([...history.values()]).length === 0) return [];
  const { value } = ledger.shown(history);
  return 'attachments' in value ? value.attachments : [];
}
