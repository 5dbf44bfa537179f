import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jsonToBytes } from '../../core/crypto/canonical.ts';
import { sha256Hex } from '../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { ageLockOf, ageSealOptions, type AgeLock } from '../backup/age-lock.ts';
import { contentsFile, toLines, type BackupContents, type ListedFile } from '../backup/backup-contents.ts';
import { refusedBy } from '../couchdb/couchdb.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { forEachDocument } from '../office/parcel-reader.ts';
import { wishedDatabases } from '../office/provisioning.ts';
import { replaceFile } from '../office/replace-file.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf, sizeOf } from '../table.ts';
import { dryRunOption, isDryRun, textOf, type Verb } from '../verb.ts';

/** Bytes of documents in one file: bounds the memory that backup and restore take. */
const fileBytes = 32 * 1024 * 1024;

/** Writes the whole server and the keys file into a folder of age files with a list of checksums. */
export const backup: Verb = {
  name: 'backup',
  says: 'writes the whole server and the keys file into a new folder of age files',
  options: { ...deskOptions, ...dryRunOption, ...ageSealOptions, out: { type: 'string', says: 'the folder to make; must not hold anything yet', needed: true } },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const lock = ageLockOf(surroundings);
      if (!lock.ok) return lock;
      const folder = textOf(surroundings.values, 'out');
      const dryRun = isDryRun(surroundings.values);
      if (!dryRun && !isFresh(folder)) return failed('folder-not-empty', { path: folder });
      const sink = sinkInto(dryRun ? null : folder, lock.value);
      const written = await writeAll(desk, sink, textOf(surroundings.values, 'keys'));
      if (!written.ok) return written;
      const contents: BackupContents = { format: 'rapporteur-backup', v: 1, made: desk.now, organisation: desk.book().sign.public, files: [...sink.files] };
      const listed = await sink.write(contentsFile, jsonToBytes(contents));
      if (!listed.ok) return listed;
      const documents = sink.files.reduce((sum, one) => sum + one.documents, 0);
      return ok({
        lines: [`${countOf(documents, 'document')} in ${countOf(sink.files.length, 'file')}, ${sizeOf(sink.bytes())}: ${folder}.`, 'Try it: "restore" into an empty server. The recovery key is not in it.'],
        data: { folder, documents, files: sink.files.length, bytes: sink.bytes() },
      });
    }),
};

function isFresh(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

interface Sink {
  readonly files: ListedFile[];
  bytes(): number;
  write(name: string, plain: Uint8Array): Promise<Result<null, 'file-unwritable'>>;
  add(plain: Uint8Array, about: Pick<ListedFile, 'kind' | 'database' | 'documents'>): Promise<Result<null, 'file-unwritable'>>;
}

function sinkInto(folder: string | null, lock: AgeLock): Sink {
  const files: ListedFile[] = [];
  let bytes = 0;
  const write = async (name: string, plain: Uint8Array): Promise<Result<null, 'file-unwritable'>> => {
    bytes += plain.length;
    if (folder === null) return ok(null);
    const path = join(folder, name);
    return replaceFile(path, await lock.seal(plain)) ? ok(null) : failed('file-unwritable', { path });
  };
  return {
    files,
    bytes: () => bytes,
    write,
    add(plain, about) {
      const name = `${String(files.length + 1).padStart(4, '0')}.age`;
      files.push({ name, sha256: sha256Hex(plain), ...about });
      return write(name, plain);
    },
  };
}

async function writeAll(desk: Desk, sink: Sink, keysPath: string): Promise<Result<null, ServerFailure>> {
  const keys = await sink.add(new Uint8Array(readFileSync(keysPath)), { kind: 'keys', database: null, documents: 0 });
  if (!keys.ok) return keys;
  const accounts = await readAccounts(desk);
  if (!accounts.ok) return accounts;
  const kept = await sink.add(toLines(accounts.value), { kind: 'accounts', database: null, documents: accounts.value.length });
  if (!kept.ok) return kept;
  for (const { name } of wishedDatabases(desk)) {
    const written = await writeDatabase(desk, sink, name);
    if (!written.ok) return written;
  }
  return ok(null);
}

/** The members' accounts with their salted passwords, so that laptops need no new ones after a restore. */
async function readAccounts(desk: Desk): Promise<Result<readonly object[], ServerFailure>> {
  const accounts: object[] = [];
  for (const user of desk.book().members.flatMap((one) => [one.user, ...one.accounts.map((each) => each.user)])) {
    const path = `/_users/${encodeURIComponent(`org.couchdb.user:${user}`)}`;
    const answer = await desk.couchdb.ask('GET', path);
    if (!answer.ok) return answer;
    if (answer.value.status === 200) accounts.push(withoutRevision(answer.value.body as object));
    else if (answer.value.status !== 404) return refusedBy(answer.value, path);
  }
  return ok(accounts);
}

async function writeDatabase(desk: Desk, sink: Sink, database: string): Promise<Result<null, ServerFailure>> {
  let waiting: object[] = [];
  let size = 0;
  let failure: Result<null, ServerFailure> = ok(null);
  const flush = async () => {
    const written = await sink.add(toLines(waiting), { kind: 'documents', database, documents: waiting.length });
    if (!written.ok) failure = written;
    [waiting, size] = [[], 0];
  };
  const read = await forEachDocument(desk.couchdb, database, async (document) => {
    waiting.push(withoutRevision(document));
    size += JSON.stringify(document).length;
    if (size > fileBytes) await flush();
  });
  if (!read.ok) return read;
  if (waiting.length > 0) await flush();
  return failure;
}

function withoutRevision(document: object): object {
  const { _rev, ...rest } = document as { _rev?: unknown };
  return rest;
}
