import type { RecordId } from '../../../core/ids.ts';
import { isAboutPersons } from '../../../core/records/about-persons.ts';
import type { Safeguards } from '../../../core/records/parts.ts';
import type { Going } from '../../../core/registers/transfer.ts';
import type { Ledger } from '../notebook/ledger.ts';
import { safeguardsOf, type ShownRecord } from '../notebook/shown-record.ts';

/** Histories read together. */
const recordsAtOnce = 500;

/** The safeguards that bind a record: everything known, and that it is about persons by its nature. */
export function bindingSafeguards({ whole, value }: ShownRecord): Safeguards {
  const safeguards = safeguardsOf(whole);
  return { ...safeguards, aboutPersons: safeguards.aboutPersons || isAboutPersons(whole.kind, value) };
}

/** What the register keeps of these records as they stand now; each of those that are here once. */
export async function goingNow(ledger: Ledger, records: Iterable<RecordId>): Promise<readonly Going[]> {
  const asked = [...new Set(records)];
  const going: Going[] = [];
  for (let at = 0; at < asked.length; at += recordsAtOnce) {
    for (const [record, history] of await ledger.historiesOf(asked.slice(at, at + recordsAtOnce))) {
      if (history.size === 0) continue;
      const shown = ledger.shown(history);
      going.push({ record, kind: shown.whole.kind, level: shown.whole.level, safeguards: bindingSafeguards(shown) });
    }
  }
  return going;
}
