import type { DeviceId, RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { EngineApi, FieldConflict, Version } from '../../../engine/api.ts';

/** Which text holds when several conflicts are settled at once. */
export type Preference = 'latest' | 'mine';

export interface SettledMany {
  readonly fields: number;
  /** Left as they were: locked, or nothing of one's own among the texts. */
  readonly left: number;
  readonly failure: string | null;
}

/** The text that a preference takes; `null` where it takes none. The latest is the one shown. */
export function preferred(conflict: FieldConflict, preference: Preference, mine: ReadonlySet<DeviceId>): Version | null {
  if (preference === 'latest') return conflict.shown;
  const own = [conflict.shown, ...conflict.rivals].filter((version) => mine.has(version.device));
  return own.toSorted((one, other) => other.at - one.at)[0] ?? null;
}

/**
 * Settles every conflict of several records the same way, one after the other, each a change of its
 * own. Stops at the first that cannot be written; what was settled stays settled.
 */
export async function settleMany(
  notebook: Pick<EngineApi['notebook'], 'open' | 'settle'>,
  rows: readonly { readonly kind: RecordKind; readonly record: RecordId }[],
  preference: Preference,
  mine: ReadonlySet<DeviceId>,
): Promise<SettledMany> {
  let [fields, left] = [0, 0];
  for (const { kind, record } of rows) {
    const view = await notebook.open(kind, record);
    if (!view.ok) continue;
    for (const conflict of view.value.fieldConflicts) {
      const version = view.value.standing === 'open' ? preferred(conflict, preference, mine) : null;
      if (version === null) {
        left += 1;
        continue;
      }
      const settled = await notebook.settle(record, conflict.field, version.value);
      if (!settled.ok) return { fields, left, failure: settled.failure.code };
      fields += 1;
    }
  }
  return { fields, left, failure: null };
}
