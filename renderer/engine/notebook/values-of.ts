import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import type { Entry } from './catalogue.ts';
import type { Ledger } from './ledger.ts';

/** Histories read together. */
const atOnce = 500;

/** What records say in full, as they are shown; a few hundred histories at a time. Records whose history is not here are left out. */
export async function valuesOf(ledger: Ledger, entries: readonly Entry[]): Promise<readonly (readonly [Entry, RecordValue<RecordKind>])[]> {
  const found: (readonly [Entry, RecordValue<RecordKind>])[] = [];
  for (let at = 0; at < entries.length; at += atOnce) {
    const some = entries.slice(at, at + atOnce);
    const histories = await ledger.historiesOf(some.map((entry) => entry.record));
    for (const entry of some) {
      const history = histories.get(entry.record);
      if (history !== undefined && history.size > 0) found.push([entry, ledger.shown(history).value]);
    }
  }
  return found;
}
