import type { RecordId } from '../../../../core/ids.ts';
import type { Change } from '../../../../core/ledger/change.ts';
import { markingOf } from '../../../../core/markings/scheme.ts';
import { toBase64Url } from '../../../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import type { PersonInput } from '../../api.ts';
import { loweringBookState, readLoweringBook, unitedLoweringBooks } from '../../lowering/lowering-book.ts';
import { readReleaseBook, releaseBookState, restoredReleaseBook, unitedReleaseBooks } from '../../departures/release-book.ts';
import type { StoreFailure } from '../../pouch-seam/pouch-ground.ts';
import type { Session } from '../../session.ts';
import { measuredStrength } from '../../vault/measured-strength.ts';
import type { VaultSeed } from '../../vault/vault.ts';
import type { DevicesApi, FilesBack, MadeLaptop, NewVaultFailure, RestoreFailure, United } from '../devices-api.ts';
import { openArchive, type BackupArchive } from './backup-archive.ts';
import type { BackupContent } from './backup-content.ts';
import { restorationOf, verifiedChanges } from './restore-backup.ts';

export interface RestoreParts {
  readonly made: (person: PersonInput, passphrase: string, seed: VaultSeed) => Promise<Result<MadeLaptop, NewVaultFailure>>;
  /** The contents of files, into the notebook that is open by then. */
  readonly bringFilesBack: (archive: BackupArchive) => Promise<FilesBack>;
}

/** At first start: the notebook of the file, on a new device. The records are safe there before the first file is brought back. */
export async function restore(parts: RestoreParts, { file, secret, passphrase }: Parameters<DevicesApi['restore']>[0]): ReturnType<DevicesApi['restore']> {
  if (!(await measuredStrength(passphrase)).accepted) return failed('weak-passphrase');
  return withArchive(file, secret, async (archive): ReturnType<DevicesApi['restore']> => {
    const { content } = archive;
    const restoration = restorationOf(content);
    if (restoration === null) return failed('backup-altered');
    const laptop = await parts.made(content.manifest.person, passphrase, restoration.seed);
    if (!laptop.ok) return laptop;
    return ok({ ...laptop.value, records: restoration.records, refused: restoration.refused, files: await parts.bringFilesBack(archive) });
  });
}

async function withArchive<Value, Code extends string>(file: Blob, secret: string, work: (archive: BackupArchive) => Promise<Result<Value, Code>>): Promise<Result<Value, Code | RestoreFailure>> {
  const archive = await openArchive(file, secret);
  if (!archive.ok) return archive;
  try {
    return await work(archive.value);
  } finally {
    archive.value.close();
  }
}

/**
 * Into the notebook that is open. Uniting is set union, so a backup however old takes nothing away:
 * it brings what is missing. What is erased here stays erased.
 */
export async function unite(session: Session, { file, secret }: Parameters<DevicesApi['uniteBackup']>[0], bringFilesBack: RestoreParts['bringFilesBack']): ReturnType<DevicesApi['uniteBackup']> {
  return withArchive(file, secret, async (archive): ReturnType<DevicesApi['uniteBackup']> => {
    const { content } = archive;
    if (content.manifest.identity.publicKey !== toBase64Url(session.identity.identityKeys.publicKey)) return failed('backup-other-person');
    const united = await uniteRecords(session, content);
    return united.ok ? ok({ ...united.value, files: await bringFilesBack(archive) }) : united;
  });
}

async function uniteRecords(session: Session, content: BackupContent): Promise<Result<Omit<United, 'files'>, StoreFailure>> {
  const { changes, refused } = verifiedChanges(content);
  const above = aboveCeiling(session, changes);
  const unsent = new Set(content.unsent);
  const taken = changes.filter((change) => !above.has(change.header.record));
  await session.ready();
  return session.ledger.exclusively(async () => {
    const arrived = await session.ledger.keep({ changes: taken.filter((change) => !unsent.has(change.hash)), own: false });
    if (!arrived.ok) return arrived;
    const own = await session.ledger.keep({ changes: taken.filter((change) => unsent.has(change.hash)), own: true });
    if (!own.ok) return own;
    const registers = await session.books.unite(content.registers);
    if (!registers.ok) return registers;
    const books = await uniteBooks(session, content);
    if (!books.ok) return books;
    // Confirmations that came back let something go.
    session.tellPouch();
    const records = new Set([...arrived.value, ...own.value].map((change) => change.header.record));
    return ok({ records: records.size, refused, aboveCeiling: above.size });
  });
}

/** Who confirmed which release and what was copied to a lower level, as the file knows it and as it is known here. Only inside `exclusively`. */
async function uniteBooks({ states, ledger, vault: { rows } }: Session, { states: kept, manifest: { made } }: BackupContent): Promise<Result<null, StoreFailure>> {
  const valueOf = (name: string) => kept.find((one) => one.name === name)?.value;
  const [releases, lowerings] = [
    unitedReleaseBooks(await readReleaseBook(states), restoredReleaseBook(valueOf(releaseBookState), made)),
    unitedLoweringBooks(await readLoweringBook(states), valueOf(loweringBookState)),
  ];
  const united = [
    ...(releases === null ? [] : [{ name: releaseBookState, value: releases }]),
    ...(lowerings === null ? [] : [{ name: loweringBookState, value: lowerings }]),
  ];
  return united.length === 0 ? ok(null) : ledger.keepRows({ states: united.map((one) => rows.sealState(one)) });
}

/** Records with anything above what this laptop may hold. */
function aboveCeiling(session: Session, changes: readonly Change[]): ReadonlySet<RecordId> {
  const scheme = session.organisation.scheme();
  const { rank } = session.organisation.ceiling();
  return new Set(changes.filter((change) => markingOf(scheme, change.header.level).rank > rank).map((change) => change.header.record));
}
