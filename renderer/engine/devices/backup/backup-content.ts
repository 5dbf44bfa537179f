import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../../../../core/crypto/canonical.ts';
import { sha256Hex } from '../../../../core/crypto/sodium.ts';
import type { ChangeHash, FileId, Instant } from '../../../../core/ids.ts';
import { wholeChain, type WholeChain } from '../../../../core/registers/unite-chains.ts';
import { requiredLine } from '../../../../core/records/parts.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import type { Draft } from '../../api.ts';
import type { FileEntry } from './backup-layout.ts';
import { unwatched, type BackupWatch } from './backup-watch.ts';

const backupFormat = 'rapporteur-backup';

const manifest = z.object({
  format: z.literal(backupFormat),
  /** 2: files lie behind the notebook (backup-layout.ts). Without them it is as 1, and older apps open it. */
  v: z.union([z.literal(1), z.literal(2)]),
  made: z.number(),
  person: z.strictObject({ name: requiredLine, country: z.string(), institution: z.string() }),
  /** The device that made it. Restoring never makes this device again. */
  device: z.string(),
  identity: z.strictObject({ publicKey: z.string(), secretKey: z.string() }),
  records: z.number().int().min(0),
});
const unsentList = z.array(z.string().regex(/^[0-9a-f]{64}$/));
const filesList = z.array(
  z.strictObject({ id: z.string().regex(/^[\w-]{22}$/).transform((text) => text as FileId), list: z.number().int().min(1), bytes: z.number().int().min(1) }),
);
const statesFile = z.array(z.strictObject({ name: z.string().max(200), value: z.unknown() }));

/** What a backup holds, before it is a file. */
export interface BackupContent {
  readonly manifest: Omit<z.output<typeof manifest>, 'format' | 'v' | 'made'> & { readonly made: Instant };
  /** As they are in the ledger; whoever restores checks each. */
  readonly changes: readonly unknown[];
  readonly unsent: readonly ChangeHash[];
  /** Changes whose content was erased by order: erased they stay. */
  readonly erased: readonly ChangeHash[];
  readonly drafts: readonly Draft[];
  readonly states: readonly { readonly name: string; readonly value: unknown }[];
  /** What left and who looked: this laptop's chains, and those of the laptops before it. */
  readonly registers: readonly WholeChain[];
  /** The attached files that lie behind the notebook, in their order. */
  readonly files: readonly FileEntry[];
}

const changesPerFile = 2000;
/** What an opened notebook may hold, without files; more is none of ours. */
export const contentLimit = 2_000_000_000;
const checksums = 'checksums.sha256';

/**
 * A zip archive with one line for each file in `checksums.sha256`, as `sha256sum -c` reads it. The
 * watch has its turn after each file, so that others have theirs.
 */
export async function packBackup(content: BackupContent, watch: BackupWatch = unwatched): Promise<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    packed.push(chunk);
  });
  const list: string[] = [];
  const add = (name: string, bytes: Uint8Array) => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(bytes, true);
    list.push(`${sha256Hex(bytes)}  ${name}\n`);
  };
  add('manifest.json', jsonToBytes({ format: backupFormat, v: content.files.length === 0 ? 1 : 2, ...content.manifest }));
  add('unsent.json', jsonToBytes(content.unsent));
  add('erased.json', jsonToBytes(content.erased));
  add('drafts.json', jsonToBytes(content.drafts));
  add('states.json', jsonToBytes(content.states));
  if (content.files.length > 0) add('files.json', jsonToBytes(content.files));
  content.registers.forEach((chain, index) => add(`registers/${String(index).padStart(3, '0')}.json`, jsonToBytes(chain)));
  for (let at = 0; at < content.changes.length; at += changesPerFile) {
    const lines = content.changes.slice(at, at + changesPerFile).map((change) => JSON.stringify(change));
    add(`changes/${String(at / changesPerFile).padStart(5, '0')}.jsonl`, strToU8(lines.join('\n')));
    await watch.at('packing', Math.min(at + changesPerFile, content.changes.length), content.changes.length);
  }
  // Last, so that everything it lists has gone by.
  const sums = new ZipDeflate(checksums, { level: 6 });
  zip.add(sums);
  sums.push(strToU8(list.join('')), true);
  zip.end();
  return joined(packed);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export type BackupContentFailure = 'backup-unreadable' | 'backup-newer' | 'backup-altered';

/** Opens the archive, checks every checksum and every shape. A file more or less than listed is `backup-altered`. */
export function unpackBackup(bytes: Uint8Array): Result<BackupContent, BackupContentFailure> {
  const files = unzipped(bytes);
  if (files === null) return failed('backup-unreadable');
  if (!checksumsHold(files)) return failed('backup-altered');
  const json = (name: string) => jsonFromBytes(files[name] ?? new Uint8Array());
  const head = json('manifest.json');
  if (isNewer(head)) return failed('backup-newer');
  const [about, unsent, erased, states] = [manifest.safeParse(head), unsentList.safeParse(json('unsent.json')), unsentList.safeParse(json('erased.json')), statesFile.safeParse(json('states.json'))];
  const drafts = json('drafts.json');
  // None in backups from before there were files in them.
  const listed = filesList.safeParse(files['files.json'] === undefined ? [] : json('files.json'));
  if (!about.success || !unsent.success || !erased.success || !states.success || !listed.success || !Array.isArray(drafts)) return failed('backup-altered');
  const { format: _format, v: _v, ...rest } = about.data;
  return ok({
    manifest: rest,
    changes: changesIn(files),
    unsent: unsent.data as ChangeHash[],
    erased: erased.data as ChangeHash[],
    drafts: drafts as Draft[],
    states: states.data,
    registers: registersIn(files),
    files: listed.data,
  });
}

function unzipped(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | null {
  let total = 0;
  try {
    return unzipSync(bytes, { filter: (file) => (total += file.originalSize) <= contentLimit });
  } catch {
    return null;
  }
}

function checksumsHold(files: Readonly<Record<string, Uint8Array>>): boolean {
  const listed = strFromU8(files[checksums] ?? new Uint8Array()).split('\n').filter((line) => line !== '');
  const names = Object.keys(files).filter((name) => name !== checksums);
  if (listed.length === 0 || listed.length !== names.length) return false;
  return listed.every((line) => {
    const bytes = files[line.slice(66)];
    return bytes !== undefined && line.slice(0, 64) === sha256Hex(bytes);
  });
}

function isNewer(head: unknown): boolean {
  return typeof head === 'object' && head !== null && 'v' in head && typeof head.v === 'number' && head.v > 2;
}

/** None in backups from before there were registers. */
function registersIn(files: Readonly<Record<string, Uint8Array>>): readonly WholeChain[] {
  return Object.keys(files)
    .filter((name) => name.startsWith('registers/'))
    .toSorted()
    .flatMap((name) => {
      const chain = wholeChain.safeParse(jsonFromBytes(files[name] ?? new Uint8Array()));
      return chain.success ? [chain.data] : [];
    });
}

function changesIn(files: Readonly<Record<string, Uint8Array>>): readonly unknown[] {
  return Object.keys(files)
    .filter((name) => name.startsWith('changes/'))
    .toSorted()
    .flatMap((name) => strFromU8(files[name] ?? new Uint8Array()).split('\n').filter((line) => line !== '').map((line) => jsonFromBytes(strToU8(line))));
}
