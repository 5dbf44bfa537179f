import type { Instant } from '../../../../core/ids.ts';
import { recordKinds } from '../../../../core/records/kinds.ts';
import type { TransferEnd } from '../../../../core/registers/transfer.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import { PieceStore } from '../../files/piece-store.ts';
import type { Session } from '../../session.ts';
import type { NotebookDatabase } from '../../store/notebook-database.ts';
import { measuredStrength } from '../../vault/measured-strength.ts';
import type { BackUpFailure, BackupMade, BackupOut, BackupRequest, BackupStanding } from '../devices-api.ts';
import { attachedFiles, wholeFiles, type WholeFile } from './attached-files.ts';
import { packBackup } from './backup-content.ts';
import { backupIsDue } from './backup-due.ts';
import { readBackupRecipient } from './backup-recipient.ts';
import type { BackupRecipient } from './backup-seal.ts';
import { Cancelled, type BackupRuns, type BackupWatch } from './backup-watch.ts';
import { gatherBackup } from './gather-backup.ts';
import { lastBackupState, readLastBackup } from './last-backup.ts';
import { writeBackup } from './write-backup.ts';

export interface BackingUpParts {
  readonly database: NotebookDatabase;
  readonly now: () => Instant;
  readonly runs: BackupRuns;
}

/** Makes backups, one at a time, and remembers when the last one was saved. */
export class BackingUp {
  private readonly parts: BackingUpParts;

  constructor(parts: BackingUpParts) {
    this.parts = parts;
  }

  /** What does not become a whole backup is given up: nothing of it stays where it was to go. */
  async backUp(session: Session, request: BackupRequest, out: BackupOut): Promise<Result<BackupMade, BackUpFailure>> {
    const watch = this.parts.runs.begin();
    let made: Result<BackupMade, BackUpFailure> = failed('cancelled');
    try {
      const recipient = await recipientOf(session, request.lock);
      made = recipient.ok ? await this.registered(session, { request, recipient: recipient.value, out, watch }) : recipient;
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    } finally {
      if (!made.ok) await out.abandon();
      this.parts.runs.end();
    }
    return made;
  }

  /** Entered before it is made, so that it stands in the backup too. A full disk keeps nobody from a backup: it goes to nobody else. */
  private async registered(session: Session, making: Making): Promise<Result<BackupMade, BackUpFailure>> {
    const { transfers } = session.books;
    await session.ready();
    const given = await transfers.give({ act: 'backed-up', records: session.ledger.catalogue.size, lock: 'kit' in making.request.lock ? 'kit' : 'passphrase' });
    let how: TransferEnd = 'not-given';
    try {
      const made = await this.make(session, making);
      if (made.ok) how = 'saved';
      return made;
    } finally {
      if (given.ok) await transfers.ended(given.value, how);
    }
  }

  private async make(session: Session, { request, recipient, out, watch }: Making): Promise<Result<BackupMade, BackUpFailure>> {
    const now = this.parts.now();
    const pieces = new PieceStore(this.parts.database, session.vault.rows);
    const files = request.files ? await this.filesToTake(session, pieces, watch) : [];
    const content = await session.ledger.exclusively(async () => ok(await gatherBackup(session, this.parts.database, now, watch)));
    if (!content.ok) return failed(content.failure.code === 'vault-locked' ? 'vault-locked' : 'storage-failed');
    const notebook = await packBackup({ ...content.value, files: files.map((one) => one.entry) }, watch);
    const written = await writeBackup({ notebook, files, pieces }, recipient, out, watch);
    if (!written.ok) return written;
    const noted = await session.states.write([lastBackupState(now)]);
    return ok({ ...written.value, records: content.value.manifest.records, files: files.length - written.value.damaged.length, unnoted: noted.ok ? null : noted.failure.code });
  }

  private async filesToTake(session: Session, pieces: PieceStore, watch: BackupWatch): Promise<readonly WholeFile[]> {
    await watch.at('reading', 0, 0);
    return wholeFiles((await attachedFiles(session)).values(), pieces);
  }

  async standing(session: Session): Promise<BackupStanding> {
    const last = await readLastBackup(session.states);
    const records = recordKinds.reduce((sum, kind) => sum + session.notebook.rows(kind).length, 0);
    return { last, due: backupIsDue({ last, made: session.identity.made, now: this.parts.now(), records }) };
  }
}

interface Making {
  readonly request: BackupRequest;
  readonly recipient: BackupRecipient;
  readonly out: BackupOut;
  readonly watch: BackupWatch;
}

async function recipientOf(session: Session, lock: BackupRequest['lock']): Promise<Result<BackupRecipient, 'no-kit-recipient' | 'weak-passphrase'>> {
  if ('passphrase' in lock) return (await measuredStrength(lock.passphrase)).accepted ? ok({ passphrase: lock.passphrase }) : failed('weak-passphrase');
  const publicKey = await readBackupRecipient(session.states);
  return publicKey === null ? failed('no-kit-recipient') : ok({ publicKey });
}
