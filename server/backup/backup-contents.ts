import { z } from 'zod';

/** The file that lists all others of a backup, sealed like them. */
export const contentsFile = 'contents.age';

const listed = z.strictObject({
  name: z.string().regex(/^\d{4}\.age$/),
  /** Of the file before it was sealed, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['documents', 'accounts', 'keys']),
  /** Of documents: the database they belong to. */
  database: z.string().nullable(),
  documents: z.number().int().min(0),
});
export type ListedFile = z.infer<typeof listed>;

/** What a backup holds, with a checksum for each file. */
export const backupContents = z.strictObject({
  format: z.literal('rapporteur-backup'),
  v: z.literal(1),
  made: z.number().int(),
  organisation: z.string(),
  files: z.array(listed).max(9_999),
});
export type BackupContents = z.infer<typeof backupContents>;

/** One JSON document a line. */
export function toLines(documents: readonly object[]): Uint8Array {
  return new TextEncoder().encode(documents.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

/** The documents of a file of lines; `null` when one of them is none. */
export function fromLines(bytes: Uint8Array): readonly Record<string, unknown>[] | null {
  try {
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  } catch {
    return null;
  }
}
