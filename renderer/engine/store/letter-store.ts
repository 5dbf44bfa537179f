import type { CompartmentId, ParcelId } from '../../../core/ids.ts';
import type { Ledger } from '../notebook/ledger.ts';
import type { LetterRecord, LetterStore, OutgoingParcel } from '../pouch-seam/pouch-ground.ts';
import type { NotebookDatabase } from './notebook-database.ts';
import type { LetterRow } from './rows.ts';
import type { TransferRegister } from '../registers/transfer-register.ts';
import type { SealedRows } from './sealed-rows.ts';

/** Rows for letters that are stored together: one for each compartment among them. */
export function letterRows(rows: SealedRows, letters: readonly LetterRecord[]): readonly LetterRow[] {
  const grouped = new Map<CompartmentId, [LetterRecord, ...LetterRecord[]]>();
  for (const letter of letters) {
    const same = grouped.get(letter.compartment);
    if (same === undefined) grouped.set(letter.compartment, [letter]);
    else same.push(letter);
  }
  return [...grouped.values()].map((group) => rows.sealLetters(group));
}

/**
 * Letters and the outbox, sealed. A row that does not open is left where it is and left out: a
 * missing letter shows as a gap in its chain, a missing parcel goes out no more.
 */
export function letterStore(database: NotebookDatabase, rows: SealedRows, ledger: Ledger, transfers: Pick<TransferRegister, 'confirmed'>): LetterStore {
  return {
    async ofCompartment(compartment) {
      const found = await database.lettersOf(rows.compartmentKey(compartment));
      const letters = found.map((row) => rows.openLetters(row)).filter((opened) => opened.ok).flatMap((opened) => opened.value);
      return [...new Map(letters.map((letter) => [letter.hash, letter])).values()];
    },
    async outbox(): Promise<readonly OutgoingParcel[]> {
      const found = await database.allParcels();
      return found.map((row) => rows.openParcel(row)).filter((opened) => opened.ok).map((opened) => opened.value);
    },
    confirmed: (parcels: readonly ParcelId[]) =>
      // Should this be lost, they are sent once more and found to be there.
      ledger.exclusively(() => transfers.confirmed(parcels, (entered) => ledger.keepRows({ ...entered, parcelsGone: parcels.map((parcel) => rows.parcelKey(parcel)), repeatable: true }))),
  };
}
