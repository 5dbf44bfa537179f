import { randomId } from '../../../core/crypto/sodium.ts';
import type { Instant } from '../../../core/ids.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { createAll } from '../notebook/create-all.ts';
import { localDay } from '../notebook/today.ts';
import type { Session } from '../session.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { OpenVault, Vault } from '../vault/vault.ts';
import type { SampleApi } from './sample-api.ts';
import type { SampleWriting } from './sample-writing.ts';

export interface SampleGround {
  /** Only the worker of the sample's own workspace makes one: a notebook is never written over. */
  readonly isSample: boolean;
  readonly database: NotebookDatabase;
  readonly vault: Vault;
  readonly now: () => Instant;
  readonly begin: (vault: OpenVault) => Promise<Session>;
  readonly leave: () => Promise<void>;
}

const person = { name: 'Ana Sever', country: 'HRV', institution: 'Seconded prosecutor (invented)' } as const;

/**
 * Makes the sample casework anew in its own database. Nobody learns its passphrase: when it is locked
 * or left it cannot be opened again, and the next one takes its place.
 */
export async function beginSample(ground: SampleGround): ReturnType<SampleApi['begin']> {
  if (!ground.isSample) return failed('not-the-sample');
  await ground.leave();
  await ground.database.delete();
  await ground.database.open();
  const made = await ground.vault.create(person, `${randomId()} ${randomId()}`);
  if (!made.ok) return failed('storage-failed');
  const session = await ground.begin(made.value.opened);
  const { sampleRecords } = await import('./sample-records.ts');
  const sample = sampleRecords(localDay(ground.now()));
  const written = await write(session, sample, ground.now);
  return written.ok ? ok(session.me()) : failed('storage-failed');
}

async function write(session: Session, sample: SampleWriting, now: () => Instant): Promise<Result<unknown>> {
  const { ledger, identity, organisation } = session;
  const make = createAll({ ledger, identity, now, scheme: () => organisation.scheme(), ceiling: () => organisation.ceiling(), profile: () => organisation.profile() });
  const made = await make(sample.records);
  if (!made.ok) return made;
  await lockWhatIsOver(session, sample);
  await correctMinutes(session, sample);
  return made;
}

/** Documents among the notes are final, minutes of earlier meetings approved, as they would be. */
async function lockWhatIsOver({ notebook }: Session, sample: SampleWriting): Promise<void> {
  for (const { kind, value, record } of sample.records) {
    if (record === undefined) continue;
    if (kind === 'note' && value.type === 'document') {
      const note = await notebook.open('note', record);
      if (note.ok) await notebook.finalise(record, note.value.heads);
    }
    if (kind === 'meeting' && value.stage === 'circulated') {
      const meeting = await notebook.open('meeting', record);
      if (meeting.ok && !(value.title ?? '').endsWith('7')) await notebook.approve(record, meeting.value.heads);
    }
  }
}

/** Corrections of approved minutes, as a person would propose them; minutes are signed anew with one that was decided. */
async function correctMinutes({ notebook }: Session, sample: SampleWriting): Promise<void> {
  for (const { meeting, correction } of sample.corrections) {
    const view = await notebook.open('meeting', meeting);
    if (!view.ok) continue;
    const { heads, level, value } = view.value;
    const amended = await notebook.amend({ kind: 'meeting', record: meeting, heads, level, value: { ...value, corrections: [...value.corrections, correction] } });
    if (amended.ok && correction.decision !== null) await notebook.approve(meeting, amended.value.heads);
  }
}
