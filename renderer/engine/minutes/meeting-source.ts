import { markingOf } from '../../../core/markings/scheme.ts';
import type { RecordId } from '../../../core/ids.ts';
import { instantOf } from '../../../core/ledger/hybrid-clock.ts';
import type { Approved, History } from '../../../core/ledger/state.ts';
import type { LinkedAction, Meeting, MinutesSource } from '../../../core/minutes/minutes-source.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { MinutesOptions } from '../api.ts';
import type { MinutesGround } from '../minutes-seam/minutes-ground.ts';
import { shownRecord, type ShownRecord } from '../notebook/shown-record.ts';
import { localDay } from '../notebook/today.ts';

/** A meeting as it is printed: what was approved where it was approved, and everything around it. */
export interface GatheredMeeting {
  readonly source: MinutesSource;
  readonly record: ShownRecord<'meeting'>;
  readonly history: History;
  readonly approvals: readonly Approved[];
}

/** Gathers what the printed minutes of a meeting need. Two approvals of different texts are for a person to settle. */
export async function gatherMeeting(
  ground: MinutesGround,
  meeting: RecordId,
  options: MinutesOptions,
): Promise<Result<GatheredMeeting, 'not-found' | 'approvals-differ'>> {
  const history = await ground.history(meeting);
  if (history.size === 0) return failed('not-found');
  const record = shownRecord<'meeting'>(history, { now: ground.now(), scheme: ground.scheme() });
  if (record.whole.kind !== 'meeting') return failed('not-found');
  if (record.standing === 'approval-conflict') return failed('approvals-differ');
  const approvals = record.standing === 'approved' ? record.whole.standingApprovals : [];
  const source: MinutesSource = {
    meeting: record.value,
    level: record.whole.level,
    scheme: ground.scheme(),
    language: options.language,
    group: ground.profile()?.jwgs.find((one) => one.id === record.value.jwg)?.name ?? null,
    actions: await linkedActions(ground, record.value),
    approvals: approvedFirst(record, approvals).map((one) => ({ name: ground.nameOf(one.author) ?? '', day: localDay(instantOf(one.time)) })),
  };
  return ok({ source, record, history, approvals });
}

/** Minutes are approved anew with each correction; who approved them is who approved their text, and each correction says where it was approved. */
function approvedFirst({ whole, value }: ShownRecord<'meeting'>, standing: readonly Approved[]): readonly Approved[] {
  const first = whole.approvals[0];
  if (first === undefined || standing.length === 0 || value.corrections.length === 0) return standing;
  return whole.approvals.filter((one) => one.frontier.join() === first.frontier.join());
}

/** The action records that lines of the minutes became, as far as they are here and not in the bin. */
async function linkedActions(ground: MinutesGround, meeting: Meeting): Promise<ReadonlyMap<RecordId, LinkedAction>> {
  const linked = new Map<RecordId, LinkedAction>();
  for (const { action } of meeting.lines) {
    if (action === null || linked.has(action)) continue;
    const view = await ground.open('action', action);
    if (view.ok && !view.value.binned) linked.set(action, { value: view.value.value, level: markingOf(ground.scheme(), view.value.level).id });
  }
  return linked;
}
