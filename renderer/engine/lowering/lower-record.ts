import { randomId } from '../../../core/crypto/sodium.ts';
import type { ItemKey, MarkingId, RecordId } from '../../../core/ids.ts';
import { shownValues } from '../../../core/ledger/fold.ts';
import { makeChange } from '../../../core/ledger/make-change.ts';
import { checkConsent, loweringGround } from '../../../core/lowering/lowering-consent.ts';
import { canBeCopied, planCopy, type CopyPlan } from '../../../core/lowering/plan-copy.ts';
import { reviewedCopy } from '../../../core/lowering/reviewed-copy.ts';
import { isAbove, markingOf } from '../../../core/markings/scheme.ts';
import { signStatement } from '../../../core/organisation/signed-statement.ts';
import { fieldsChanged, fromFields } from '../../../core/records/fields.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { checkedValue, levelWithParts, writingFailure } from '../notebook/save-rules.ts';
import { conflictCount, type ShownRecord } from '../notebook/shown-record.ts';
import { localDay } from '../notebook/today.ts';
import type { Session } from '../session.ts';
import type { LoweringApi, LoweringFailure, LoweringRequest, LoweringView } from './lowering-api.ts';
import { lowering, loweringBookState, readLoweringBook, type Lowering } from './lowering-book.ts';

/** A record's text as it stands, amendments included, and what of it a copy at that level can hold. */
interface Looked {
  readonly shown: ShownRecord;
  readonly value: RecordValue<RecordKind>;
  readonly plan: CopyPlan;
}
type LookFailure = Extract<LoweringFailure, 'not-found' | 'not-lower' | 'cannot-be-copied' | 'unsettled'>;

export async function prepareCopy(session: Session, record: RecordId, level: MarkingId): ReturnType<LoweringApi['prepare']> {
  const looked = await look(session, record, level);
  if (!looked.ok) return looked;
  const { shown: { whole }, value, plan } = looked.value;
  return ok<LoweringView>({
    record, kind: whole.kind, level: whole.level, heads: whole.heads,
    title: session.ledger.catalogue.get(record)?.title ?? '',
    originator: value.safeguards.originator,
    ...plan,
  });
}

async function look(session: Session, record: RecordId, level: MarkingId): Promise<Result<Looked, LookFailure>> {
  const { ledger, organisation } = session;
  const history = await ledger.history(record);
  if (history.size === 0 || ledger.catalogue.get(record)?.gone !== null) return failed('not-found');
  const shown = ledger.shown(history);
  const { whole } = shown;
  const scheme = organisation.scheme();
  if (!canBeCopied(whole.kind)) return failed('cannot-be-copied');
  if (!isAbove(markingOf(scheme, whole.level), markingOf(scheme, level))) return failed('not-lower');
  if (conflictCount(whole) > 0 || shown.standing === 'approval-conflict') return failed('unsettled');
  const { value } = fromFields(whole.kind, shownValues(whole));
  const levelOf = (other: RecordId) => ledger.catalogue.get(other)?.level ?? null;
  return ok({ shown, value, plan: planCopy(whole.kind, value, { record, level: markingOf(scheme, level), scheme, levelOf }) });
}

/**
 * Makes the copy: a new record with one change that holds what was reviewed, and in the same
 * transaction the entry, kept on this laptop only, that says from what and on what ground. The record
 * that it was copied from is read and not written.
 */
export async function makeCopy(session: Session, request: LoweringRequest): ReturnType<LoweringApi['make']> {
  const { ledger, identity, vault } = session;
  return ledger.exclusively(async (): Promise<Result<{ readonly record: RecordId }, LoweringFailure>> => {
    const copy = await reviewed(session, request);
    if (!copy.ok) return copy;
    const { kind, value, ground, whole } = copy.value;
    const record = randomId<RecordId>();
    const change = makeChange(
      { record, kind, level: request.level, author: identity.person, device: identity.device, parents: [], act: 'edit', fields: fieldsChanged(kind, null, value) },
      ledger.nextTime(),
    );
    if (!change.ok) return change;
    const entry: Lowering = {
      v: 1, id: randomId(), from: request.record, to: record, fromLevel: whole.level, toLevel: request.level,
      reviewed: [...whole.heads], at: session.now(), by: identity.person, device: identity.device, ...ground,
    };
    const signed = signStatement('lowering', lowering.parse(entry), identity.deviceKeys.secretKey);
    const states = [vault.rows.sealState({ name: loweringBookState, value: [...(await readLoweringBook(session.states)), signed] })];
    const kept = await ledger.keep({ changes: [change.value], own: true, rows: { states } });
    return kept.ok ? ok({ record }) : kept;
  });
}

interface Reviewed {
  readonly kind: RecordKind;
  readonly value: RecordValue<RecordKind>;
  readonly ground: Pick<Lowering, 'ground' | 'reviewer' | 'consent'>;
  readonly whole: ShownRecord['whole'];
}

async function reviewed(session: Session, request: LoweringRequest): Promise<Result<Reviewed, LoweringFailure>> {
  const { ground: said, reviewer, consent, record, level } = request;
  const ground = loweringGround.safeParse({ ground: said, reviewer, consent });
  if (!ground.success) return failed('not-valid', { field: String(ground.error.issues[0]?.path.at(-1) ?? '') });
  const looked = await look(session, record, level);
  if (!looked.ok) return looked;
  const { shown: { whole }, value, plan } = looked.value;
  if (whole.heads.length !== request.heads.length || !whole.heads.every((head) => request.heads.includes(head))) return failed('changed-meanwhile');
  const consented = checkConsent(value.safeguards, ground.data, localDay(session.now()));
  if (!consented.ok) return consented;
  const copy = reviewedCopy(whole.kind, value, { plan, taken: request.taken, newKey: () => randomId<ItemKey>() });
  if (!copy.ok) return copy;
  const checked = checkedValue(whole.kind, copy.value);
  if (!checked.ok) return checked;
  const refused = refusal(session, level, checked.value);
  return refused === null ? ok({ kind: whole.kind, value: checked.value, ground: ground.data, whole }) : failed(refused);
}

function refusal({ organisation, now }: Session, level: MarkingId, value: RecordValue<RecordKind>): LoweringFailure | null {
  // No part of the plan is above the copy's level; should one be, the copy is not what was asked for.
  if (levelWithParts(organisation.scheme(), level, value) !== level) return 'not-in-plan';
  return writingFailure({ now, scheme: () => organisation.scheme(), ceiling: () => organisation.ceiling(), profile: () => organisation.profile() }, level, null, value);
}
