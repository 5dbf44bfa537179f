import type { PieceStore } from '../../files/piece-store.ts';
import type { BackupOut, BackUpFailure } from '../devices-api.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import { sealedFile, type WholeFile } from './attached-files.ts';
import { archiveEnd, archiveSize, entryHeader, entryPadding, notebookEntry } from './backup-layout.ts';
import { sealBackup, type BackupRecipient } from './backup-seal.ts';
import type { BackupWatch } from './backup-watch.ts';

/** Bytes that go to the file at a time; nothing more is read before they are there. */
const writtenAtOnce = 1024 * 1024;
/** Bytes that are sealed in one go, so that others have their turn between. */
const sealedAtOnce = 256 * 1024;

export interface BackupParts {
  /** The notebook itself, packed. */
  readonly notebook: Uint8Array;
  /** In the order in which the notebook lists them; none: the backup is the notebook alone. */
  readonly files: readonly WholeFile[];
  readonly pieces: PieceStore;
}

export interface Written {
  /** Bytes of the backup. */
  readonly bytes: number;
  /** Names of files that were found damaged while they were copied. */
  readonly damaged: readonly string[];
}

/**
 * Seals a backup and writes it, a megabyte at a time: what is in memory is one piece of a file and
 * what waits to be written, however much is attached. Throws `Cancelled`; whoever began gives up then.
 */
export async function writeBackup(parts: BackupParts, recipient: BackupRecipient, out: BackupOut, watch: BackupWatch): Promise<Result<Written, BackUpFailure>> {
  const damaged: string[] = [];
  const total = parts.files.length === 0 ? parts.notebook.length : archiveSize(parts.notebook.length, parts.files.map((one) => one.entry));
  await watch.at('sealing', 0, total);
  const sealed = (await sealBackup(streamOf(archiveOf(parts, (name) => damaged.push(name))), recipient)).getReader();
  let bytes = 0;
  try {
    for await (const piece of gathered(sealed)) {
      const written = await out.write(piece);
      if (!written.ok) return written;
      bytes += piece.length;
      await watch.at('sealing', Math.min(bytes, total), total);
    }
  } finally {
    await sealed.cancel().catch(() => undefined);
  }
  const ended = await out.end();
  return ended.ok ? ok({ bytes, damaged }) : failed(ended.failure.code);
}

async function* archiveOf({ notebook, files, pieces }: BackupParts, damaged: (name: string) => void): AsyncGenerator<Uint8Array> {
  if (files.length === 0) return yield* cut(notebook);
  yield entryHeader(notebookEntry, notebook.length);
  yield* cut(notebook);
  yield entryPadding(notebook.length);
  for (const file of files) {
    yield entryHeader(`files/${file.entry.id}`, file.entry.bytes);
    yield* sealedFile(file, pieces, () => damaged(file.name));
    yield entryPadding(file.entry.bytes);
  }
  yield archiveEnd;
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sealedAtOnce) yield bytes.subarray(at, at + sealedAtOnce);
}

/** Asks for the next part only when the one before was taken. */
function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await parts.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* gathered(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value !== undefined) {
      waiting.push(value);
      bytes += value.length;
    }
    if (bytes >= writtenAtOnce || (done && bytes > 0)) {
      yield joined(waiting, bytes);
      waiting = [];
      bytes = 0;
    }
    if (done) return;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
