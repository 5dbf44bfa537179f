import { mergeContacts } from '../../../../core/contacts/same-contact.ts';
import type { RecordId } from '../../../../core/ids.ts';
import { ok, type Result } from '../../../../core/result.ts';
import type { BinFailure } from '../../../engine/api.ts';
import type { Engine } from '../../engine-client/start-engine.ts';

/**
 * Writes what the second contact says into the first, and puts the second into the bin. Both are
 * ordinary changes: the histories of both stay, and either can be taken back.
 */
export async function mergeRecords(engine: Engine, kept: RecordId, gone: RecordId): Promise<Result<{ undo: () => Promise<void> }, BinFailure>> {
  const [one, other] = await Promise.all([engine.notebook.open('contact', kept), engine.notebook.open('contact', gone)]);
  if (!one.ok) return one;
  if (!other.ok) return other;
  const before = one.value;
  const saved = await engine.notebook.save({ kind: 'contact', record: kept, value: mergeContacts(before.value, other.value.value), level: before.level, heads: before.heads });
  if (!saved.ok) return saved;
  const binned = await engine.notebook.bin(gone);
  if (!binned.ok) return binned;
  const undo = async () => {
    await engine.notebook.restore(gone);
    await engine.notebook.save({ kind: 'contact', record: kept, value: before.value, level: before.level, heads: saved.value.heads });
  };
  return ok({ undo });
}
