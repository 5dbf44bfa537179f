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
import type { DevicesApi, MadeLaptop, NewVaultFailure, RestoreFailure } from '../devices-api.ts';
import { unpackBackup, type BackupContent } from './backup-content.ts';
import { openBackup } from './backup-seal.ts';
import { restorationOf, verifiedChanges } from './restore-backup.ts';

export interface RestoreParts {
  readonly made: (person: PersonInput, passphrase: string, seed: VaultSeed) => Promise<Result<MadeLaptop, NewVaultFailure>>;
}

/** At first start: the notebook of the file, on a new device. */
export async function restore(parts: RestoreParts, input: Parameters<DevicesApi['restore']>[0]): ReturnType<DevicesApi['restore']> {
  if (!(await measuredStrength(input.passphrase)).accepted) return failed('weak-passphrase');
  const content = await contentOf(input.file, input.secret);
  if (!content.ok) return content;
  const restoration = restorationOf(content.value);
  if (restoration === null) return failed('backup-altered');
  const laptop = await parts.made(content.value.manifest.person, input.passphrase, restoration.seed);
  return laptop.ok ? ok({ ...laptop.value, records: restoration.records, refused: restoration.refused }) : laptop;
}

async function contentOf(file: Uint8Array, secret: string): Promise<Result<BackupContent, RestoreFailure>> {
  const plain = await openBackup(file, secret);
  return plain.ok ? unpackBackup(plain.value) : plain;
}

/**
 * Into the notebook that is open. Uniting is set union, so a backup however old takes nothing away:
 * it brings what is missing. What is erased here stays erased.
 */
export async function unite(session: Session, input: Parameters<DevicesApi['uniteBackup']>[0]): ReturnType<DevicesApi['uniteBackup']> {
  const content = await contentOf(input.file, input.secret);
  if (!content.ok) return content;
  if (content.value.manifest.identity.publicKey !== toBase64Url(session.identity.identityKeys.publicKey)) return failed('backup-other-person');
  const { changes, refused } = verifiedChanges(content.value);
  const above = aboveCeiling(session, changes);
  const unsent = new Set(content.value.unsent);
  const taken = changes.filter((change) => !above.has(change.header.record));
  await session.ready();
  return session.ledger.exclusively(async () => {
    const arrived = await session.ledger.keep({ changes: taken.filter((change) => !unsent.has(change.hash)), own: false });
    if (!arrived.ok) return arrived;
    const own = await session.ledger.keep({ changes: taken.filter((change) => unsent.has(change.hash)), own: true });
    if (!own.ok) return own;
    const registers = await session.books.unite(content.value.registers);
    if (!registers.ok) return registers;
    const books = await uniteBooks(session, content.value);
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
