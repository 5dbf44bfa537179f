import type { Day, RecordId } from '../../core/ids.ts';
import type { Change } from '../../core/ledger/change.ts';
import { fold, shownValues } from '../../core/ledger/fold.ts';
import { historyOf } from '../../core/ledger/history.ts';
import { standingHold, type LegalHold } from '../../core/persons/legal-hold.ts';
import { fromFields } from '../../core/records/fields.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import { dayOf } from './members.ts';
import { readCompartment } from './parcel-reader.ts';
import { placeOf } from './reading-place.ts';

/**
 * The legal holds that stand today on these records, by what the server has of them in any compartment:
 * a hold is often set at a higher level than the one that an order is about. Letters are opened in
 * memory; nothing of a record is kept but its hold.
 */
export async function holdsOn(desk: Desk, records: ReadonlySet<RecordId>): Promise<Result<ReadonlyMap<RecordId, LegalHold>, ServerFailure>> {
  const changes = new Map<RecordId, Change[]>();
  const holds = new Map<RecordId, LegalHold>();
  if (records.size === 0) return ok(holds);
  for (const compartment of desk.book().compartments) {
    const place = await placeOf(desk, compartment);
    if (!place.ok) return place;
    const read = await readCompartment(desk.couchdb, place.value, (document) => {
      if (document.kind !== 'parcel') return;
      for (const { letter } of document.letters) {
        if (!records.has(letter.record)) continue;
        const own = changes.get(letter.record) ?? [];
        own.push(...letter.changes);
        changes.set(letter.record, own);
      }
    });
    if (!read.ok) return read;
  }
  for (const [record, own] of changes) {
    const hold = holdOf(own, desk);
    if (hold !== null) holds.set(record, hold);
  }
  return ok(holds);
}

function holdOf(changes: readonly Change[], desk: Desk): LegalHold | null {
  const state = fold(historyOf(changes), { now: desk.now, scheme: { markings: desk.profile.markings } });
  return standingHold(fromFields(state.kind, shownValues(state)).value, dayOf(desk.now) as Day);
}
