import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFromBytes } from '../../core/crypto/canonical.ts';
import { sha256Hex } from '../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { ageKeyOf, ageOpenOptions, type AgeKey } from '../backup/age-lock.ts';
import { backupContents, contentsFile, fromLines, type BackupContents, type ListedFile } from '../backup/backup-contents.ts';
import { fieldOf, refusedBy } from '../couchdb/couchdb.ts';
import { carryOutAll } from '../office/carry-out.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { bringAllUpToDate } from '../office/membership.ts';
import { announceCompartments, provisionDatabases, wrapKeys } from '../office/provisioning.ts';
import { reconcile } from '../office/reconcile.ts';
import { replaceFile } from '../office/replace-file.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf } from '../table.ts';
import { dryRunOption, isDryRun, textOf, type Verb, type VerbSurroundings } from '../verb.ts';

const documentsAtOnce = 20;

/**
 * Brings a backup back into a server, empty or not. Every file is checked before anything is written;
 * what the server has already is left as it is, so a parcel that was taken away since stays away; and
 * every order of removal is carried out again.
 */
export const restore: Verb = {
  name: 'restore',
  says: 'brings a backup back into a server and carries out again what was ordered to be removed',
  options: { ...deskOptions, ...dryRunOption, ...ageOpenOptions, from: { type: 'string', says: 'the backup\'s folder', needed: true } },
  async run(surroundings) {
    const key = ageKeyOf(surroundings);
    if (!key.ok) return key;
    const folder = textOf(surroundings.values, 'from');
    const contents = await checkAll(folder, key.value);
    if (!contents.ok) return contents;
    const keys = await restoreKeys(surroundings, folder, key.value, contents.value);
    if (!keys.ok) return keys;
    return atDesk(surroundings, async (desk) => {
      if (desk.book().sign.public !== contents.value.organisation) return failed('backup-other-organisation');
      const restored = await restoreAll(desk, folder, key.value, contents.value);
      if (!restored.ok) return restored;
      const removed = await carryOutAll(desk);
      if (!removed.ok) return removed;
      const { written, kept } = restored.value;
      return ok({
        lines: [
          `Documents: ${written} written, ${kept} there already.`,
          ...(removed.value.stubs === 0 ? [] : [`Ordered away since, and taken away again: ${countOf(removed.value.letters, 'letter')}.`]),
        ],
        data: { written, kept, removedAgain: removed.value, keysRestored: keys.value },
      });
    }, { mayBeNew: true });
  },
};

type RestoreFailure = 'backup-unreadable' | 'backup-damaged';

async function openFile(folder: string, name: string, key: AgeKey): Promise<Result<Uint8Array, RestoreFailure>> {
  const path = join(folder, name);
  const plain = existsSync(path) ? await key.open(new Uint8Array(readFileSync(path))) : null;
  return plain === null ? failed('backup-unreadable', { path }) : ok(plain);
}

async function checkAll(folder: string, key: AgeKey): Promise<Result<BackupContents, RestoreFailure>> {
  const list = await openFile(folder, contentsFile, key);
  if (!list.ok) return list;
  const contents = backupContents.safeParse(jsonFromBytes(list.value));
  if (!contents.success) return failed('backup-damaged', { path: join(folder, contentsFile) });
  for (const file of contents.data.files) {
    const plain = await openFile(folder, file.name, key);
    if (!plain.ok) return plain;
    if (sha256Hex(plain.value) !== file.sha256) return failed('backup-damaged', { path: join(folder, file.name) });
  }
  return ok(contents.data);
}

/** A lost keys file comes back from the backup, under the passphrase that it had; one that is there is newer. */
async function restoreKeys(surroundings: VerbSurroundings, folder: string, key: AgeKey, contents: BackupContents): Promise<Result<boolean, ServerFailure>> {
  const path = textOf(surroundings.values, 'keys');
  const file = contents.files.find((one) => one.kind === 'keys');
  if (existsSync(path) || file === undefined || isDryRun(surroundings.values)) return ok(false);
  const plain = await openFile(folder, file.name, key);
  if (!plain.ok) return plain;
  return replaceFile(path, plain.value) ? ok(true) : failed('file-unwritable', { path });
}

interface Restored {
  readonly written: number;
  readonly kept: number;
}

async function restoreAll(desk: Desk, folder: string, key: AgeKey, contents: BackupContents): Promise<Result<Restored, ServerFailure>> {
  const provisioned = await provisionDatabases(desk);
  if (!provisioned.ok) return provisioned;
  let done: Restored = { written: 0, kept: 0 };
  for (const file of contents.files.filter((one) => one.kind !== 'keys')) {
    const plain = await openFile(folder, file.name, key);
    if (!plain.ok) return plain;
    const documents = fromLines(plain.value);
    if (documents === null) return failed('backup-damaged', { path: join(folder, file.name) });
    const written = file.kind === 'accounts' ? await writeAccounts(desk, documents) : await writeDocuments(desk, file, documents);
    if (!written.ok) return written;
    done = { written: done.written + written.value.written, kept: done.kept + written.value.kept };
  }
  // What the server knows and a keys file from the backup does not; then the other way round.
  const known = await reconcile(desk);
  if (!known.ok) return known;
  for (const step of [announceCompartments, wrapKeys, bringAllUpToDate]) {
    const finished = await step(desk);
    if (!finished.ok) return finished;
  }
  return ok(done);
}

async function writeAccounts(desk: Desk, accounts: readonly Record<string, unknown>[]): Promise<Result<Restored, ServerFailure>> {
  let written = 0;
  for (const account of accounts) {
    const path = `/_users/${encodeURIComponent(String(account['_id']))}`;
    const answer = await desk.couchdb.ask('PUT', path, account);
    if (!answer.ok) return answer;
    if (answer.value.status !== 201 && answer.value.status !== 409) return refusedBy(answer.value, path);
    if (answer.value.status === 201) written += 1;
  }
  return ok({ written, kept: accounts.length - written });
}

async function writeDocuments(desk: Desk, file: ListedFile, documents: readonly Record<string, unknown>[]): Promise<Result<Restored, ServerFailure>> {
  const path = `/${file.database ?? ''}/_bulk_docs`;
  let written = 0;
  for (let from = 0; from < documents.length; from += documentsAtOnce) {
    const docs = documents.slice(from, from + documentsAtOnce);
    const answer = await desk.couchdb.ask('POST', path, { docs });
    if (!answer.ok) return answer;
    const rows: unknown = answer.value.body;
    if (answer.value.status !== 201 || !Array.isArray(rows)) return refusedBy(answer.value, path);
    const refused = rows.find((row: unknown) => fieldOf(row, 'ok') !== true && !isThere(row));
    if (refused !== undefined) return failed('couchdb-refused', { path, status: 403 });
    written += rows.filter((row: unknown) => fieldOf(row, 'ok') === true).length;
  }
  return ok({ written, kept: documents.length - written });
}

/** A conflict, or the directory's and the orders' own rule that what is there stays. */
function isThere(row: unknown): boolean {
  const reason = fieldOf(row, 'reason');
  return fieldOf(row, 'error') === 'conflict' || (typeof reason === 'string' && /only added( to)?$/.test(reason));
}
