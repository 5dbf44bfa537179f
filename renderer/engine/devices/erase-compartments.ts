import { Dexie } from 'dexie';
import type { ChangeHash, CompartmentId, RecordId } from '../../../core/ids.ts';
import type { DraftRow } from '../api.ts';
import type { LetterRow } from '../store/rows.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { NamedState } from '../pouch-seam/pouch-ground.ts';
import type { Session } from '../session.ts';

/** What is to go: whole records, and single changes of records that go on in another compartment. */
interface Doomed {
  readonly records: ReadonlySet<RecordId>;
  readonly changes: readonly { readonly record: RecordId; readonly change: ChangeHash }[];
}

async function doomedBy(session: Session, database: NotebookDatabase, compartments: readonly CompartmentId[]): Promise<Doomed> {
  const rows = await database.table<LetterRow>('letters').toArray();
  const opened = rows.map((row) => session.vault.rows.openLetters(row)).filter((one) => one.ok);
  const letters = opened.flatMap((one) => one.value);
  const named = letters.filter((letter) => compartments.includes(letter.compartment));
  const elsewhere = letters.filter((letter) => !compartments.includes(letter.compartment));
  const stay = new Set(elsewhere.map((letter) => letter.record));
  const stayingChanges = new Set(elsewhere.flatMap((letter) => letter.changes));
  return {
    records: new Set(named.map((letter) => letter.record).filter((record) => !stay.has(record))),
    changes: named.flatMap(({ record, changes }) =>
      stay.has(record) ? changes.filter((change) => !stayingChanges.has(change)).map((change) => ({ record, change })) : [],
    ),
  };
}

/** How many records of these compartments are here, and drafts of them. */
export async function heldOfCompartments(
  session: Session,
  database: NotebookDatabase,
  compartments: readonly CompartmentId[],
): Promise<{ readonly records: ReadonlySet<RecordId>; readonly drafts: readonly DraftRow[] }> {
  const { records, changes } = await doomedBy(session, database, compartments);
  const drafts = (await session.drafts.list()).filter((draft) => draft.record !== null && records.has(draft.record));
  return { records: new Set([...records, ...changes.map((one) => one.record)]), drafts };
}

/**
 * Erases what came in or went out through these compartments: the changes of their records, drafts
 * of them, letters, parcels on their way. A record that goes on in another compartment loses only
 * what came through these. The directory's row goes too: it holds the grant, and with it the
 * compartments' keys, and so does the last report, which names records; the next contact with the office
 * brings what is still granted. One transaction, with the states given; the session must end afterwards, since what it holds in memory is of before.
 */
export async function eraseCompartments(session: Session, database: NotebookDatabase, compartments: readonly CompartmentId[], states: readonly NamedState[] = []): Promise<void> {
  const { records, changes } = await doomedBy(session, database, compartments);
  const { drafts } = await heldOfCompartments(session, database, compartments);
  const parcels = (await session.letters.outbox()).filter((parcel) => compartments.includes(parcel.compartment));
  const { rows } = session.vault;
  const kept = states.map((one) => rows.sealState(one));
  const table = (name: string) => database.table<unknown, unknown>(name);
  const ofFirst = (name: string, key: string) => table(name).where(':id').between([key, Dexie.minKey], [key, Dexie.maxKey]).delete();
  // Whatever else summarises records is made anew at the next unlock.
  const summaries = database.tables.map((one) => one.name).filter((name) => name === 'catalogue' || name === 'since' || name.startsWith('search'));
  await database.transaction('rw', database.tables, async () => {
    for (const record of records) {
      await ofFirst('changes', rows.recordKey(record));
      await ofFirst('unsent', rows.recordKey(record));
    }
    const single = changes.map(({ record, change }) => rows.changeKey(record, change));
    await table('changes').bulkDelete(single);
    await table('unsent').bulkDelete(single);
    for (const compartment of compartments) await ofFirst('letters', rows.compartmentKey(compartment));
    await table('drafts').bulkDelete(drafts.map((draft) => rows.draftKey(draft.draft)));
    await table('outbox').bulkDelete(parcels.map((parcel) => rows.parcelKey(parcel.document._id)));
    await table('states').bulkDelete(['pouch/directory', 'pouch/report', ...compartments.flatMap(pouchStates)].map((name) => rows.stateKey(name)));
    await table('states').bulkPut(kept);
    for (const name of summaries) await table(name).clear();
  });
}

function pouchStates(compartment: CompartmentId): readonly string[] {
  return [`pouch/opened/${compartment}`, `pouch/waiting/${compartment}`];
}
