import { z } from 'zod';
import { mayWrite } from '../../../core/clearance/write.ts';
import { largestFile, pieceBytes } from '../../../core/files/file-limits.ts';
import { FileSealer, pieceCount, type SealedPiece } from '../../../core/files/sealed-file.ts';
import type { FileId } from '../../../core/ids.ts';
import type { Marking, MarkingScheme } from '../../../core/markings/marking.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import { failed, ok, type Failure, type Result } from '../../../core/result.ts';
import type { EngineEvent } from '../api.ts';
import type { SealedStates } from '../pouch-seam/pouch-ground.ts';
import type { TakenFile, TakeFailure, TakeRequest } from './files-api.ts';
import type { PieceStore } from './piece-store.ts';

/** Pieces written in one transaction: two megabytes. */
const piecesAtOnce = 16;
const stateName = 'files/unfinished';
const unfinishedShape = z.array(z.string().transform((text) => text as FileId));

export interface IntakeParts {
  readonly pieces: PieceStore;
  readonly states: SealedStates;
  readonly scheme: () => MarkingScheme;
  readonly ceiling: () => Marking;
  readonly emit: (event: EngineEvent) => void;
}

/** Taking files in. What a crash left half taken is removed at the next unlock. */
export class Intake {
  private readonly parts: IntakeParts;
  private readonly unfinished = new Set<FileId>();
  private noting: Promise<unknown> = Promise.resolve();

  constructor(parts: IntakeParts) {
    this.parts = parts;
  }

  /** Removes what was begun before the last lock or crash and never ended. */
  async cleanUp(): Promise<void> {
    const left = await this.parts.states.read(stateName, unfinishedShape);
    if (!left.ok || left.value === null || left.value.length === 0) return;
    for (const file of left.value) if (!this.unfinished.has(file)) await this.parts.pieces.remove(file);
    await this.note();
  }

  async take(request: TakeRequest, signal: AbortSignal): Promise<Result<TakenFile, TakeFailure>> {
    const { content, level } = request;
    if (content.size > largestFile) return failed('file-too-large', { limit: largestFile / 1024 / 1024 });
    if (!mayWrite(markingOf(this.parts.scheme(), level), this.parts.ceiling())) return failed('above-ceiling');
    const sealer = new FileSealer(content.size);
    this.unfinished.add(sealer.id);
    const noted = await this.note();
    const taken = noted.ok ? await this.seal(request, sealer, signal) : noted;
    if (!taken.ok) await this.parts.pieces.remove(sealer.id);
    this.unfinished.delete(sealer.id);
    await this.note();
    return taken;
  }

  private async seal({ content, intake }: TakeRequest, sealer: FileSealer, signal: AbortSignal): Promise<Result<TakenFile, TakeFailure>> {
    const { pieces, emit } = this.parts;
    const total = pieceCount(content.size);
    let done = 0;
    let batch: SealedPiece[] = [];
    for (let at = 0; at < content.size; at += pieceBytes) {
      if (signal.aborted) return failed('cancelled');
      const bytes = await readSlice(content, at);
      if (bytes === null) return failed('unreadable');
      batch.push(sealer.next(bytes));
      if (batch.length < piecesAtOnce) continue;
      const written = await pieces.write(sealer.id, batch, false);
      if (!written.ok) return written;
      done += batch.length;
      batch = [];
      emit({ type: 'file', name: intake, done, total });
    }
    if (signal.aborted) return failed('cancelled');
    const { rest, list, reference, facts } = sealer.end();
    // The list is written with the last pieces, in a transaction that the disk has when it ends.
    const written = await pieces.write(sealer.id, [...batch, ...rest, list], true);
    if (!written.ok) return written;
    emit({ type: 'file', name: intake, done: total, total });
    return ok({ file: reference, ...facts });
  }

  /** One write after the other, each with what is true when it begins. */
  private note(): Promise<Result<null, Failure['code'] & ('storage-full' | 'storage-failed' | 'vault-locked')>> {
    const next = this.noting.then(() => this.parts.states.write([{ name: stateName, value: [...this.unfinished] }]));
    this.noting = next.catch(() => undefined);
    return next;
  }
}

/** `null` when the file is gone, was changed under the reading, or may not be read. */
async function readSlice(content: Blob, at: number): Promise<Uint8Array | null> {
  try {
    const end = Math.min(content.size, at + pieceBytes);
    const bytes = new Uint8Array(await content.slice(at, end).arrayBuffer());
    return bytes.length === end - at ? bytes : null;
  } catch {
    return null;
  }
}
