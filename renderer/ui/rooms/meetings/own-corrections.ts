import type { ItemKey } from '../../../../core/ids.ts';
import { isOfDecision } from '../../../../core/meetings/corrections.ts';
import type { HistoryEntry } from '../../../engine/api.ts';

/** The corrections whose words the person at this laptop wrote, by their key: they may withdraw them. */
export function ownCorrections(entries: readonly HistoryEntry[]): ReadonlySet<ItemKey> {
  const own = new Set<ItemKey>();
  for (const { mine, fields } of entries) {
    if (!mine) continue;
    for (const { field } of fields) {
      const [list, key] = field.split('.');
      if (list === 'corrections' && !isOfDecision(field)) own.add(key as ItemKey);
    }
  }
  return own;
}
