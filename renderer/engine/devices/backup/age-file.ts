import { hkdfSha256, openChaCha, wipe } from '../../../../core/crypto/sodium.ts';

/** Plain bytes of a chunk of an age payload, and what its tag adds (age-encryption.org/v1, "Payload"). */
const chunkBytes = 64 * 1024;
const sealedChunkBytes = chunkBytes + 16;
export const payloadNonceBytes = 16;
/** Chunks that are read from the disk at a time: one megabyte. */
const chunksAtOnce = 16;

/**
 * The payload of an age file, of which any part can be opened without what is before it: each chunk is
 * authenticated with its place, and the last one says that it is the last. So a file of gigabytes is
 * never in memory, and a damaged chunk costs what lies in it and nothing behind it.
 */
export class AgeFile {
  /** Plain bytes. Of a file that was cut: of what is left. */
  readonly size: number;
  private readonly sealed: Blob;
  private readonly key: Uint8Array;
  private readonly chunks: number;
  private window: { readonly first: number; readonly bytes: Uint8Array } | null = null;
  private opened: { readonly index: number; readonly plain: Uint8Array } | null = null;

  /** `sealed`: all chunks, behind the header and the payload's nonce. */
  constructor(sealed: Blob, fileKey: Uint8Array, payloadNonce: Uint8Array) {
    this.sealed = sealed;
    this.key = hkdfSha256(fileKey, payloadNonce, 'payload');
    this.chunks = Math.ceil(sealed.size / sealedChunkBytes);
    this.size = Math.max(0, sealed.size - this.chunks * 16);
  }

  /** Whether the end is there: the last chunk authenticates that nothing follows. */
  async isWhole(): Promise<boolean> {
    const last = this.chunks - 1;
    const bytes = await this.sealedChunk(last);
    return bytes !== null && openChaCha(this.key, nonceOf(last, true), bytes).ok;
  }

  /** Plain bytes from there; `null` when a part of them is damaged, missing, or cannot be read. */
  async read(from: number, length: number): Promise<Uint8Array | null> {
    if (from < 0 || length < 0 || from + length > this.size) return null;
    const out = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const index = Math.floor((from + done) / chunkBytes);
      const plain = await this.chunk(index);
      const part = plain?.subarray(from + done - index * chunkBytes, from + length - index * chunkBytes);
      if (part === undefined || part.length === 0) return null;
      out.set(part, done);
      done += part.length;
    }
    return out;
  }

  close(): void {
    wipe(this.key);
    this.window = null;
    this.opened = null;
  }

  private async chunk(index: number): Promise<Uint8Array | null> {
    if (this.opened?.index === index) return this.opened.plain;
    const bytes = await this.sealedChunk(index);
    if (bytes === null) return null;
    const inside = openChaCha(this.key, nonceOf(index, false), bytes);
    const plain = inside.ok || index !== this.chunks - 1 ? inside : openChaCha(this.key, nonceOf(index, true), bytes);
    if (!plain.ok) return null;
    this.opened = { index, plain: plain.value };
    return plain.value;
  }

  private async sealedChunk(index: number): Promise<Uint8Array | null> {
    if (index < 0 || index >= this.chunks) return null;
    const first = index - (index % chunksAtOnce);
    if (this.window?.first !== first) {
      const bytes = await bytesOf(this.sealed.slice(first * sealedChunkBytes, (first + chunksAtOnce) * sealedChunkBytes));
      if (bytes === null) return null;
      this.window = { first, bytes };
    }
    const at = (index - first) * sealedChunkBytes;
    return this.window.bytes.subarray(at, at + sealedChunkBytes);
  }
}

/** Eleven bytes of the chunk's number, and one that says whether it is the last. */
function nonceOf(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setUint32(3, Math.floor(index / 2 ** 32));
  view.setUint32(7, index % 2 ** 32);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** `null` when the file is gone, or was changed since it was chosen. */
export async function bytesOf(part: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}
