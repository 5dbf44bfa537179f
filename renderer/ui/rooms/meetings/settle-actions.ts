import type { MarkingId, RecordId } from '../../../../core/ids.ts';
import { planActions, type KnownAction } from '../../../../core/meetings/plan-actions.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { Failure } from '../../../../core/result.ts';
import type { Engine } from '../../engine-client/start-engine.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the actions of a meeting what its minutes say. Each step is a save of its own; when one
 * fails the rest is done at the next save, since the plan is made anew from what is there. One after
 * the other: two plans at once would both make what neither found.
 *
 * @returns the first failure, or `null`
 */
export function settleActions(engine: Engine, meeting: RecordValue<'meeting'>, record: RecordId, level: MarkingId): Promise<Failure | null> {
  const mine = last.then(() => settle(engine, meeting, record, level));
  last = mine.catch(() => undefined);
  return mine;
}

async function settle(engine: Engine, meeting: RecordValue<'meeting'>, record: RecordId, level: MarkingId): Promise<Failure | null> {
  const plan = planActions(meeting, record, await knownActions(engine, record));
  for (const one of plan.create) {
    const saved = await engine.notebook.save({ kind: 'action', value: one.value, level });
    if (!saved.ok) return saved.failure;
  }
  for (const one of plan.update) {
    const opened = await engine.notebook.open('action', one.record);
    if (!opened.ok) continue;
    const saved = await engine.notebook.save({ kind: 'action', record: one.record, value: one.value, level: opened.value.level, heads: opened.value.heads });
    if (!saved.ok) return saved.failure;
  }
  for (const one of plan.bin) await engine.notebook.bin(one);
  for (const one of plan.restore) await engine.notebook.restore(one);
  return null;
}

async function knownActions(engine: Engine, origin: RecordId): Promise<readonly KnownAction[]> {
  const standing = await engine.notebook.list('action', { origin });
  const binned = await engine.notebook.list('action', { origin, binned: true });
  const known: KnownAction[] = [];
  for (const row of new Map([...standing, ...binned].map((one) => [one.record, one])).values()) {
    const opened = await engine.notebook.open('action', row.record);
    if (!opened.ok || opened.value.value.originLine === null) continue;
    known.push({ record: row.record, line: opened.value.value.originLine, action: opened.value.value, binned: row.binned });
  }
  return known;
}
