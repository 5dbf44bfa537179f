import { sha256Hex } from '../../../../core/crypto/sodium.ts';
import { referencedFiles, type NamedFile } from '../../../../core/files/referenced-files.ts';
import { sealedLength, type PieceList } from '../../../../core/files/sealed-file.ts';
import type { FileId } from '../../../../core/ids.ts';
import { attachment } from '../../../../core/records/parts.ts';
import type { PieceStore } from '../../files/piece-store.ts';
import type { Session } from '../../session.ts';
import type { FilesHere } from '../devices-api.ts';
import type { FileEntry } from './backup-layout.ts';

/** A file that is whole in this notebook, with what a backup lists of it. */
export interface WholeFile extends NamedFile {
  readonly list: PieceList;
  readonly entry: FileEntry;
}

/**
 * Every file that something in the notebook names: a change of a history, also one that was replaced
 * since, or a draft. What was erased names none.
 */
export async function attachedFiles({ ledger, drafts, ready }: Session): Promise<ReadonlyMap<FileId, NamedFile>> {
  await ready();
  const found = new Map<FileId, NamedFile>();
  const note = (named: NamedFile) => {
    const before = found.get(named.file.id);
    if (before === undefined || before.name === '') found.set(named.file.id, named);
  };
  const records = new Set([...ledger.catalogue.all()].map((entry) => entry.record));
  for await (const [, history] of ledger.historiesAmong(records)) referencedFiles([...history.values()]).forEach(note);
  for (const { draft } of await drafts.list()) filesOfDraft((await drafts.open(draft))?.value).forEach(note);
  return found;
}

function filesOfDraft(value: unknown): readonly NamedFile[] {
  if (typeof value !== 'object' || value === null || !('attachments' in value) || !Array.isArray(value.attachments)) return [];
  return value.attachments.flatMap((one: unknown): NamedFile[] => {
    const read = attachment.safeParse(one);
    return read.success && read.data.file !== null ? [{ file: read.data.file, name: read.data.name, size: read.data.size }] : [];
  });
}

/** Of these, the ones of which every piece is here. */
export async function wholeFiles(named: Iterable<NamedFile>, pieces: PieceStore): Promise<readonly WholeFile[]> {
  const whole: WholeFile[] = [];
  for (const one of named) {
    const list = await pieces.list(one.file);
    if (!list.ok || (await pieces.missing(one.file, list.value)).length > 0) continue;
    const listBytes = (await pieces.read(one.file.id, one.file.root))?.length ?? 0;
    const sealed = list.value.pieces.reduce((sum, _id, index) => sum + sealedLength(list.value.size, index), 0);
    whole.push({ ...one, list: list.value, entry: { id: one.file.id, list: listBytes, bytes: listBytes + sealed } });
  }
  return whole;
}

/** What a backup with files would take along, and what it cannot because it is not here. */
export async function filesHere(session: Session, pieces: PieceStore): Promise<FilesHere> {
  const named = await attachedFiles(session);
  const whole = await wholeFiles(named.values(), pieces);
  return { count: whole.length, bytes: whole.reduce((sum, { list }) => sum + list.size, 0), elsewhere: named.size - whole.length };
}

/**
 * The sealed list and the sealed pieces of a file, exactly as many bytes as were listed. A piece that
 * went meanwhile, or is not what its name says, becomes zeros, and `spoilt` is called once: restoring
 * finds it damaged, and everything around it is where it belongs.
 */
export async function* sealedFile({ file, list, entry }: WholeFile, pieces: PieceStore, spoilt: () => void): AsyncGenerator<Uint8Array> {
  let isSpoilt = false;
  const expected = [{ id: file.root, length: entry.list }, ...list.pieces.map((id, index) => ({ id, length: sealedLength(list.size, index) }))];
  for (const { id, length } of expected) {
    const sealed = await pieces.read(file.id, id);
    const good = sealed !== null && sealed.length === length && sha256Hex(sealed) === id;
    if (!good && !isSpoilt) spoilt();
    isSpoilt ||= !good;
    yield good ? sealed : new Uint8Array(length);
  }
}
