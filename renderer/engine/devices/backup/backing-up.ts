import type { Instant, TransferId } from '../../../../core/ids.ts';
import { recordKinds } from '../../../../core/records/kinds.ts';
import type { TransferEnd } from '../../../../core/registers/transfer.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import type { StoreFailure } from '../../pouch-seam/pouch-ground.ts';
import type { Session } from '../../session.ts';
import type { NotebookDatabase } from '../../store/notebook-database.ts';
import { measuredStrength } from '../../vault/measured-strength.ts';
import type { BackUpFailure, BackupFile, BackupLock, BackupProgress, BackupStanding } from '../devices-api.ts';
import { packBackup } from './backup-content.ts';
import { backupIsDue } from './backup-due.ts';
import { readBackupRecipient } from './backup-recipient.ts';
import { sealForKit, sealForPassphrase } from './backup-seal.ts';
import { Cancelled, type BackupWatch } from './backup-watch.ts';
import { gatherBackup } from './gather-backup.ts';
import { lastBackupState, readLastBackup } from './last-backup.ts';

export interface BackingUpParts {
  readonly database: NotebookDatabase;
  readonly now: () => Instant;
  readonly progress: (progress: BackupProgress) => void;
}

/** Makes backups, one at a time, and remembers when the last one was saved. */
export class BackingUp {
  private readonly parts: BackingUpParts;
  private run = 0;
  private made: Instant | null = null;
  /** The last backup, as it stands in the register. */
  private transfer: TransferId | null = null;

  constructor(parts: BackingUpParts) {
    this.parts = parts;
  }

  cancel(): void {
    this.run += 1;
  }

  async backUp(session: Session, lock: BackupLock): Promise<Result<BackupFile, BackUpFailure>> {
    const recipient = 'kit' in lock ? await readBackupRecipient(session.states) : null;
    if ('kit' in lock && recipient === null) return failed('no-kit-recipient');
    if ('passphrase' in lock && !(await measuredStrength(lock.passphrase)).accepted) return failed('weak-passphrase');
    this.run += 1;
    await this.register(session, 'kit' in lock ? 'kit' : 'passphrase');
    try {
      return await this.make(session, 'passphrase' in lock ? (plain) => sealForPassphrase(plain, lock.passphrase) : (plain) => sealForKit(plain, recipient ?? ''));
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      await this.ended(session, 'not-given');
      return failed('cancelled');
    } finally {
      this.parts.progress({ phase: 'done', done: 0, total: 0 });
    }
  }

  private async make(session: Session, seal: (plain: Uint8Array) => Promise<Uint8Array>): Promise<Result<BackupFile, BackUpFailure>> {
    const watch = this.watch(this.run);
    const now = this.parts.now();
    const content = await session.ledger.exclusively(async () => ok(await gatherBackup(session, this.parts.database, now, watch)));
    if (!content.ok) return failed(content.failure.code === 'vault-locked' ? 'vault-locked' : 'storage-failed');
    const plain = await packBackup(content.value, watch);
    await watch.at('sealing', 0, 0);
    const file = await seal(plain);
    await watch.at('sealing', 1, 1);
    this.made = now;
    const day = new Date(now).toISOString().slice(0, 10);
    return ok({ file, suggestedName: `Rapporteur backup ${day}.age`, records: content.value.manifest.records });
  }

  private watch(run: number): BackupWatch {
    return {
      at: async (phase, done, total) => {
        this.parts.progress({ phase, done, total });
        // What was asked meanwhile (a note to be saved, a cancelling) has its turn.
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (run !== this.run) throw new Cancelled();
      },
    };
  }

  /** Before it is made, so that it stands in the backup too. A full disk keeps nobody from a backup: it goes to nobody else. */
  private async register(session: Session, lock: 'passphrase' | 'kit'): Promise<void> {
    await session.ready();
    const given = await session.books.transfers.give({ act: 'backed-up', records: session.ledger.catalogue.size, lock });
    this.transfer = given.ok ? given.value : null;
  }

  private async ended(session: Session, how: TransferEnd): Promise<void> {
    const { transfer } = this;
    this.transfer = null;
    if (transfer !== null) await session.books.transfers.ended(transfer, how);
  }

  async saved(session: Session): Promise<Result<null, StoreFailure>> {
    await this.ended(session, 'saved');
    return session.states.write([lastBackupState(this.made ?? this.parts.now())]);
  }

  async standing(session: Session): Promise<BackupStanding> {
    const last = await readLastBackup(session.states);
    const records = recordKinds.reduce((sum, kind) => sum + session.notebook.rows(kind).length, 0);
    return { last, due: backupIsDue({ last, made: session.identity.made, now: this.parts.now(), records }) };
  }
}
