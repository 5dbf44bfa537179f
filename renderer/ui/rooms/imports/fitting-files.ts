import { largestFile } from '../../../../core/files/file-limits.ts';
import { largestImport, largestTogether, mostAttachments } from '../../../../core/files/import-limits.ts';
import type { Becomes } from './import-state.ts';

export type RefusalCode = 'file-too-large' | 'attachment-too-large' | 'together-too-large' | 'too-many';

export interface Refusal {
  readonly code: RefusalCode;
  /** Megabytes, or files. */
  readonly limit: number;
}

const megabyte = 1024 * 1024;

/** Why each file may not be taken, by its size alone, before a byte is read; `null` where it may. In the order of the files. */
export function refusalsOf(files: readonly { readonly size: number }[], becomes: Becomes): readonly (Refusal | null)[] {
  let taken = 0;
  let together = 0;
  return files.map(({ size }) => {
    const refusal = becomes === 'files' ? (size > largestFile ? refusalAt('attachment-too-large', largestFile) : null) : sizeRefusal(size, together);
    if (refusal !== null) return refusal;
    if (taken >= mostAttachments) return { code: 'too-many', limit: mostAttachments };
    taken += 1;
    together += size;
    return null;
  });
}

function sizeRefusal(size: number, together: number): Refusal | null {
  if (size > largestImport) return refusalAt('file-too-large', largestImport);
  return together + size > largestTogether ? refusalAt('together-too-large', largestTogether) : null;
}

function refusalAt(code: RefusalCode, bytes: number): Refusal {
  return { code, limit: bytes / megabyte };
}
