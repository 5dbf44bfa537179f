import type { FileReference } from '../../../core/files/sealed-file.ts';
import type { Failure } from '../../../core/result.ts';
import type { Attachment } from '../../../core/records/parts.ts';
import type { Departure } from '../../engine/api.ts';
import { bridge } from '../engine-client/bridge.ts';
import type { Engine } from '../engine-client/start-engine.ts';

export type LetOut = { readonly done: 'saved' | 'opened'; readonly name: string } | { readonly done: 'not' } | { readonly done: 'failed'; readonly failure: Failure };

/** How a file leaves, and what the register says of it. */
export interface Leaving {
  readonly how: 'save' | 'open';
  readonly departure: Omit<Departure, 'as' | 'file'>;
}

/**
 * Takes a file out of the app, piece by piece, so that it is never in memory whole. What fails on the
 * way leaves nothing behind.
 */
export async function letOut(engine: Engine, { name, file }: Attachment, { how, departure }: Leaving): Promise<LetOut> {
  if (file === null) return { done: 'failed', failure: { code: 'file-not-here' } };
  // Known before anybody is asked where to put it.
  const first = await engine.files.piece(file, 0);
  if (!first.ok) return { done: 'failed', failure: first.failure };
  // Entered in the register before the first byte leaves; what cannot be entered stays.
  const registered = await engine.registers.leaving({ ...departure, as: 'file', file: file.id });
  if (!registered.ok) return { done: 'failed', failure: registered.failure };
  const left = await write(engine, { name, file, how, first: first.value });
  await engine.registers.left(registered.value, left.done === 'saved' || left.done === 'opened' ? left.done : 'not-given');
  return left;
}

interface Writing {
  readonly name: string;
  readonly file: FileReference;
  readonly how: 'save' | 'open';
  readonly first: Uint8Array | null;
}

async function write(engine: Engine, { name, file, how, first }: Writing): Promise<LetOut> {
  const begun = await bridge().call('outside:begin', { how, suggestedName: lastPart(name).slice(0, 200) });
  if (begun === null) return { done: 'not' };
  if ('failure' in begun) return { done: 'failed', failure: { code: begun.failure } };
  const { id } = begun;
  let piece: Awaited<ReturnType<Engine['files']['piece']>> = { ok: true, value: first };
  for (let index = 1; ; index += 1) {
    if (!piece.ok) {
      await bridge().call('outside:abandon', { id });
      return { done: 'failed', failure: piece.failure };
    }
    if (piece.value === null) break;
    const refused = await bridge().call('outside:piece', { id, bytes: new Uint8Array(piece.value) });
    if (refused !== null) return { done: 'failed', failure: { code: refused.failure } };
    piece = await engine.files.piece(file, index);
  }
  const ended = await bridge().call('outside:end', { id });
  return 'failure' in ended ? { done: 'failed', failure: { code: ended.failure } } : { done: how === 'save' ? 'saved' : 'opened', name: ended.name };
}

/** A file from a folder carries its way there in its name. */
function lastPart(name: string): string {
  return name.split('/').at(-1) ?? name;
}
