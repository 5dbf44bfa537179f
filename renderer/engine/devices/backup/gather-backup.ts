import { toBase64Url } from '../../../../core/crypto/sodium.ts';
import type { ChangeHash, Instant } from '../../../../core/ids.ts';
import type { Change } from '../../../../core/ledger/change.ts';
import type { LetterRecord } from '../../pouch-seam/pouch-ground.ts';
import { releaseBookState } from '../../departures/release-book.ts';
import { loweringBookState } from '../../lowering/lowering-book.ts';
import { erasuresStateName } from '../../notebook/erasures.ts';
import type { Session } from '../../session.ts';
import type { NotebookDatabase } from '../../store/notebook-database.ts';
import type { LetterRow } from '../../store/rows.ts';
import type { BackupContent } from './backup-content.ts';
import type { BackupWatch } from './backup-watch.ts';

/** Settings, the signed profile, the list of erasures, who confirmed which release and what was copied to a lower level travel. What belongs to one device alone (letters, checkpoints, its grant) does not. */
const travellingStates = ['settings', 'organisation', erasuresStateName, releaseBookState, loweringBookState] as const;

/**
 * Everything that a new laptop needs to be this notebook on another device, read with no write in
 * between. What is sealed and on its way counts as not sent: this laptop may never deliver it.
 */
export async function gatherBackup(session: Session, database: NotebookDatabase, now: Instant, watch: BackupWatch): Promise<Omit<BackupContent, 'files'>> {
  const { rows, identity } = session.vault;
  const changes: Change[] = [];
  for await (const found of database.allChanges()) {
    for (const row of found) {
      const opened = rows.openChange(row);
      if (opened.ok) changes.push(opened.value);
    }
    await watch.at('reading', changes.length, 0);
  }
  const marks = new Set((await database.allUnsent()).map((row) => row.id));
  const underWay = await changesUnderWay(session, database);
  const unsent = changes.filter(({ header, hash }) => marks.has(rows.changeKey(header.record, hash)[1]) || underWay.has(hash));
  const drafts = await Promise.all((await session.drafts.list()).map((one) => session.drafts.open(one.draft)));
  const { name, country, institution, device, identityKeys } = identity;
  return {
    manifest: {
      made: now,
      person: { name, country, institution },
      device,
      identity: { publicKey: toBase64Url(identityKeys.publicKey), secretKey: toBase64Url(identityKeys.secretKey) },
      records: new Set(changes.map((change) => change.header.record)).size,
    },
    changes,
    unsent: unsent.map((change) => change.hash),
    erased: changes.filter((change) => change.content === 'erased').map((change) => change.hash),
    drafts: drafts.filter((draft) => draft !== null),
    states: await statesOf(session, database),
    registers: await session.books.gather(),
  };
}

async function changesUnderWay(session: Session, database: NotebookDatabase): Promise<ReadonlySet<ChangeHash>> {
  const sealed = new Set((await session.letters.outbox()).flatMap((parcel) => parcel.letters));
  if (sealed.size === 0) return new Set();
  const letters: LetterRecord[] = [];
  for (const row of await database.table<LetterRow>('letters').toArray()) {
    const opened = session.vault.rows.openLetters(row);
    if (opened.ok) letters.push(...opened.value);
  }
  return new Set(letters.filter((letter) => sealed.has(letter.hash)).flatMap((letter) => letter.changes));
}

async function statesOf(session: Session, database: NotebookDatabase): Promise<BackupContent['states']> {
  const { rows } = session.vault;
  const found = await Promise.all(
    travellingStates.map(async (name) => {
      const row = await database.readState(rows.stateKey(name));
      const opened = row === undefined ? null : rows.openState(row);
      return opened?.ok === true ? [{ name, value: opened.value }] : [];
    }),
  );
  return found.flat();
}
