import { failed, ok, type Result } from '../../../core/result.ts';

/** Reads a request's body whole, so that its length can be told to the server; more than `limit` bytes is not read. */
export async function boundedBody(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Result<Uint8Array, 'too-large'>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > limit) return failed('too-large', { limit });
    pieces.push(piece);
  }
  return ok(new Uint8Array(Buffer.concat(pieces)));
}
