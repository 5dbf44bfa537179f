import { z } from 'zod';
import type { Change } from '../ledger/change.ts';
import { attachment } from '../records/parts.ts';
import type { FileReference } from './sealed-file.ts';

/** A file that a change names. */
export interface NamedFile {
  readonly file: FileReference;
  /** Bytes, as the change says; 0 when it does not. */
  readonly size: number;
  /** As the change says; empty when it does not. */
  readonly name: string;
}

const path = /^attachments\.([\w-]{1,64})\.file$/;
const fileShape = attachment.shape.file;
const nameShape = attachment.shape.name;
const sizeShape = z.number().int().min(0);

/** The files that changes name in their attachments. What does not look like one is passed over. */
export function referencedFiles(changes: readonly Change[]): readonly NamedFile[] {
  return changes.flatMap(({ content }) => {
    if (content === 'erased') return [];
    return Object.entries(content.fields).flatMap(([field, value]) => {
      const key = path.exec(field)?.[1];
      const file = key === undefined ? null : fileShape.safeParse(value);
      if (file === null || !file.success || file.data === null) return [];
      const size = sizeShape.safeParse(content.fields[`attachments.${key}.size`]);
      const name = nameShape.safeParse(content.fields[`attachments.${key}.name`]);
      return [{ file: file.data, size: size.success ? size.data : 0, name: name.success ? name.data : '' }];
    });
  });
}
