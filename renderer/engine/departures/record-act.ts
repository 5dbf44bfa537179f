import { applyAct, releaseAct, type ReleaseActInput } from '../../../core/clearance/acts.ts';
import type { RecordId } from '../../../core/ids.ts';
import { toFieldValue } from '../../../core/ledger/field-value.ts';
import { makeChange } from '../../../core/ledger/make-change.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { writingFailure } from '../notebook/save-rules.ts';
import { safeguardsOf } from '../notebook/shown-record.ts';
import type { Session } from '../session.ts';
import type { ActFailure } from './departures-api.ts';

/**
 * Records what lifts a reason to hold, as an ordinary change of the record's safeguards, read and
 * written in one piece. On a locked record it is an amendment: the approved text stays as it is.
 */
export async function recordAct(session: Session, record: RecordId, input: ReleaseActInput): Promise<Result<null, ActFailure>> {
  const act = releaseAct.safeParse(input);
  if (!act.success) return failed('not-valid', { field: act.error.issues[0]?.path.join('.') ?? '' });
  const { ledger, identity, organisation } = session;
  return ledger.exclusively(async (): Promise<Result<null, ActFailure>> => {
    const history = await ledger.history(record);
    if (history.size === 0) return failed('not-found');
    const { whole } = ledger.shown(history);
    // Two versions of the safeguards: a person says first which of them holds.
    if ((whole.fields.get('safeguards')?.rivals.length ?? 0) > 0) return failed('in-conflict');
    const applied = applyAct(safeguardsOf(whole), act.data);
    if (!applied.ok) return applied;
    const refused = writingFailure(
      { now: session.now, scheme: () => organisation.scheme(), ceiling: () => organisation.ceiling(), profile: () => organisation.profile() },
      whole.level,
      whole,
    );
    if (refused !== null) return failed(refused);
    const { kind, level, heads } = whole;
    const fields = { safeguards: toFieldValue(applied.value) };
    const change = makeChange({ record, kind, level, author: identity.person, device: identity.device, parents: heads, act: 'edit', fields }, ledger.nextTime());
    if (!change.ok) return change;
    const kept = await ledger.keep({ changes: [change.value], own: true });
    return kept.ok ? ok(null) : kept;
  });
}
