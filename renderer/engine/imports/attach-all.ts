import type { FileId, ItemKey, MarkingId, RecordId } from '../../../core/ids.ts';
import { newItemKey, orderBetween } from '../../../core/records/order.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { TakenFile, TakeFailure } from '../files/files-api.ts';
import type { CreateAll, CreateAllFailure, NewRecord } from '../notebook/create-all.ts';

/** A file on its way into a record. */
export interface ToAttach {
  readonly name: string;
  readonly type: string;
  readonly content: Blob;
}

/** Taking a file in, sealed, and removing one that no record came to hold. */
export interface AttachmentGround {
  take(content: Blob, level: MarkingId): Promise<Result<TakenFile, TakeFailure>>;
  remove(file: FileId): Promise<unknown>;
}

export interface AttachingGround {
  readonly createAll: CreateAll;
  readonly files: AttachmentGround;
}

type Attachments = NonNullable<RecordInput<'note'>['attachments']>;

/** Seals the files of each note first, then makes all records in one transaction. When anything fails, no record is made and no file stays. */
export async function attachAll(records: readonly NewRecord[], files: ReadonlyMap<number, readonly ToAttach[]>, ground: AttachingGround): Promise<Result<readonly RecordId[], TakeFailure | CreateAllFailure>> {
  const taken: FileId[] = [];
  const undo = async () => {
    for (const file of taken) await ground.files.remove(file);
  };
  const whole: NewRecord[] = [];
  for (const [index, record] of records.entries()) {
    const own = files.get(index) ?? [];
    if (own.length === 0 || record.kind !== 'note') {
      whole.push(record);
      continue;
    }
    const attachments: Attachments = [];
    for (const file of own) {
      const came = await ground.files.take(file.content, record.level);
      if (!came.ok) {
        await undo();
        return came;
      }
      taken.push(came.value.file.id);
      attachments.push(attachmentOf(file, came.value, attachments.at(-1)?.order ?? null));
    }
    whole.push({ ...record, value: { ...record.value, attachments } });
  }
  const made = await ground.createAll(whole);
  if (!made.ok) await undo();
  return made.ok ? ok(made.value) : made;
}

function attachmentOf({ name, type }: ToAttach, { file, size, sha256 }: TakenFile, last: string | null): Attachments[number] {
  const key: ItemKey = newItemKey((bytes) => crypto.getRandomValues(bytes));
  return { key, order: orderBetween(last, null), name: fittingName(name), mediaType: type.slice(0, 120), size, sha256, file };
}

/** A record takes 300 characters and never an empty name; the extension stays. */
function fittingName(name: string): string {
  const plain = name.normalize('NFC').replace(/\p{Cc}/gu, ' ').trim();
  if (plain === '') return 'file';
  const extension = /\.[^.]{1,20}$/.exec(plain)?.[0] ?? '';
  return plain.length <= 300 ? plain : plain.slice(0, 300 - extension.length) + extension;
}
