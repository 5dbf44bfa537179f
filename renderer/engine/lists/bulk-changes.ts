import type { RecordId } from '../../../core/ids.ts';
import type { Change, FieldValue } from '../../../core/ledger/change.ts';
import { sameValue } from '../../../core/ledger/field-value.ts';
import { makeChange, type NewChange } from '../../../core/ledger/make-change.ts';
import { shownValues } from '../../../core/ledger/fold.ts';
import { fieldsChanged } from '../../../core/records/fields.ts';
import { ok, type Failure, type Result } from '../../../core/result.ts';
import type { BinFailure, SaveFailure } from '../api.ts';
import type { Ledger } from '../notebook/ledger.ts';
import { checkedValue, lettingGoFailure, levelWithParts, sendingFailure, writingFailure, type SendingRules, type WritingRules } from '../notebook/save-rules.ts';
import type { ShownRecord } from '../notebook/shown-record.ts';
import type { Identity } from '../vault/identity.ts';
import type { BulkAnswer, BulkRequest } from './lists-api.ts';

export interface BulkParts extends WritingRules, Pick<SendingRules, 'isLocalTeam'> {
  readonly ledger: Ledger;
  readonly identity: Identity;
}

/** Records read, changed and written together; between two pieces others may write. */
const atOnce = 100;
/** Acts that can be taken back; older ones are forgotten. */
const remembered = 20;

/** What one record said before, and what was written over it. */
interface Step {
  readonly record: RecordId;
  readonly act: BulkRequest['act'];
  readonly fields: readonly { readonly field: string; readonly before: FieldValue; readonly after: FieldValue }[];
}

type Planned = { readonly change: NewChange; readonly step: Step } | { readonly why: BinFailure; readonly facts?: NonNullable<Failure['facts']> } | 'as-it-is';
type Skipped = Map<BinFailure, { count: number; readonly facts?: NonNullable<Failure['facts']> }>;

/**
 * The same act on many records. Each record gets an ordinary change of its own, so that history,
 * conflicts and the pouch know no difference; what cannot be changed stays and is counted.
 */
export class BulkChanges {
  private readonly parts: BulkParts;
  private readonly done = new Map<string, Step[]>();

  constructor(parts: BulkParts) {
    this.parts = parts;
  }

  async change(request: BulkRequest): Promise<Result<BulkAnswer, SaveFailure>> {
    const steps = this.done.get(request.undo) ?? [];
    this.done.set(request.undo, steps);
    const oldest = this.done.keys().next().value;
    if (this.done.size > remembered && oldest !== undefined) this.done.delete(oldest);
    return this.each(request.records, (record, current) => this.plan(request, record, current), (step) => steps.push(step));
  }

  /** Takes back what was changed under that name. A field that somebody has written since keeps what they wrote. */
  async undo(name: string): Promise<Result<BulkAnswer, SaveFailure>> {
    const steps = new Map((this.done.get(name) ?? []).map((step) => [step.record, step] as const));
    this.done.delete(name);
    return this.each([...steps.keys()], (record, current) => {
      const step = steps.get(record);
      return step === undefined ? 'as-it-is' : this.planBack(step, current);
    }, () => undefined);
  }

  forget(): void {
    this.done.clear();
  }

  private async each(records: readonly RecordId[], plan: (record: RecordId, current: ShownRecord) => Planned, onDone: (step: Step) => void): Promise<Result<BulkAnswer, SaveFailure>> {
    let changed = 0;
    const skipped: Skipped = new Map();
    for (let at = 0; at < records.length; at += atOnce) {
      const piece = await this.piece(records.slice(at, at + atOnce), plan, skipped);
      if (!piece.ok) return piece;
      piece.value.forEach(onDone);
      changed += piece.value.length;
    }
    return ok({ changed, skipped: [...skipped].map(([why, one]) => ({ why, ...one })) });
  }

  private piece(records: readonly RecordId[], plan: (record: RecordId, current: ShownRecord) => Planned, skipped: Skipped): Promise<Result<readonly Step[], SaveFailure>> {
    const { ledger } = this.parts;
    return ledger.exclusively<readonly Step[], SaveFailure>(async () => {
      const histories = await ledger.historiesOf(records);
      const changes: Change[] = [];
      const steps: Step[] = [];
      const skip = (why: BinFailure, facts?: Failure['facts']) => {
        const before = skipped.get(why);
        skipped.set(why, before === undefined ? { count: 1, ...(facts === undefined ? {} : { facts }) } : { ...before, count: before.count + 1 });
      };
      for (const [record, history] of histories) {
        const planned = history.size === 0 ? { why: 'not-found' as const } : plan(record, ledger.shown(history));
        if (planned === 'as-it-is') continue;
        if ('why' in planned) {
          skip(planned.why, planned.facts);
          continue;
        }
        const made = makeChange(planned.change, ledger.nextTime());
        if (!made.ok) skip(made.failure.code);
        else {
          changes.push(made.value);
          steps.push(planned.step);
        }
      }
      if (changes.length === 0) return ok([]);
      const kept = await ledger.keep({ changes, own: true });
      return kept.ok ? ok(steps) : kept;
    });
  }

  private plan(request: BulkRequest, record: RecordId, current: ShownRecord): Planned {
    const { whole } = current;
    if (whole.kind !== request.kind) return { why: 'not-found' };
    if (request.act !== 'edit') return this.planMove(request.act, record, current);
    if (current.standing !== 'open') return { why: 'locked-record' };
    const checked = checkedValue(whole.kind, { ...current.value, ...request.fields });
    if (!checked.ok) return { why: 'not-valid' };
    const level = levelWithParts(this.parts.scheme(), request.level ?? whole.level, checked.value, whole.level);
    const refused = writingFailure(this.parts, level, whole, checked.value) ?? sendingFailure(this.parts, whole.kind, current.value, checked.value);
    if (refused !== null) return { why: refused };
    const fields = fieldsChanged(whole.kind, current.value, checked.value);
    if (Object.keys(fields).length === 0 && level === whole.level) return 'as-it-is';
    const before = shownValues(whole);
    const step: Step = { record, act: 'edit', fields: Object.entries(fields).map(([field, after]) => ({ field, before: before.get(field) ?? null, after })) };
    return { change: { ...this.changeOf(whole), level, act: 'edit', parents: whole.heads, fields }, step };
  }

  private planMove(act: 'bin' | 'restore', record: RecordId, { whole, value }: ShownRecord): Planned {
    if (whole.binned === (act === 'bin')) return 'as-it-is';
    const refused = writingFailure(this.parts, whole.level, whole);
    if (refused !== null) return { why: refused };
    const held = act === 'bin' ? lettingGoFailure(this.parts, value) : null;
    if (held !== null) return { why: held.code, ...(held.facts === undefined ? {} : { facts: held.facts }) };
    return { change: { ...this.changeOf(whole), act, parents: whole.heads }, step: { record, act, fields: [] } };
  }

  private planBack(step: Step, current: ShownRecord): Planned {
    const { whole } = current;
    if (step.act !== 'edit') return this.planMove(step.act === 'bin' ? 'restore' : 'bin', step.record, current);
    if (current.standing !== 'open') return { why: 'locked-record' };
    const now = shownValues(whole);
    const back = step.fields.filter(({ field, after }) => sameValue(now.get(field) ?? null, after));
    if (back.length === 0) return 'as-it-is';
    const refused = writingFailure(this.parts, whole.level, whole);
    if (refused !== null) return { why: refused };
    const fields = Object.fromEntries(back.map(({ field, before }) => [field, before]));
    const reversed: Step = { ...step, fields: back.map(({ field, before, after }) => ({ field, before: after, after: before })) };
    return { change: { ...this.changeOf(whole), act: 'edit', parents: whole.heads, fields }, step: reversed };
  }

  private changeOf(state: ShownRecord['whole']): Pick<NewChange, 'record' | 'kind' | 'author' | 'device' | 'level'> {
    const { identity } = this.parts;
    return { record: state.record, kind: state.kind, level: state.level, author: identity.person, device: identity.device };
  }
}

