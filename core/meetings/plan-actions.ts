import type { ItemKey, RecordId } from '../ids.ts';
import type { RecordInput, RecordValue } from '../records/kinds.ts';

type Meeting = RecordValue<'meeting'>;
type Action = RecordValue<'action'>;

export interface KnownAction {
  readonly record: RecordId;
  readonly line: ItemKey;
  readonly action: Action;
  readonly binned: boolean;
}

/** What must be done so that the actions of a meeting are what its minutes say. */
export interface ActionPlan {
  readonly create: readonly { readonly line: ItemKey; readonly value: RecordInput<'action'> }[];
  readonly update: readonly { readonly record: RecordId; readonly value: RecordInput<'action'> }[];
  readonly bin: readonly RecordId[];
  readonly restore: readonly RecordId[];
}

/**
 * Every line of the minutes that is an action has a record of its own, known by the line's key. The
 * minutes lead for what, who and when; the record's own status and outcome are never touched.
 * Planning twice gives an empty second plan, so that one that was interrupted is simply made again.
 */
export function planActions(meeting: Meeting, record: RecordId, known: readonly KnownAction[]): ActionPlan {
  const lines = meeting.lines.filter((line) => line.type === 'action' && line.text.trim() !== '');
  const byLine = new Map(known.map((one) => [one.line, one]));
  const lineKeys = new Set(lines.map((line) => line.key));
  const valueOf = (line: Meeting['lines'][number]): RecordInput<'action'> => ({
    text: line.text,
    owner: line.owner,
    due: line.due,
    case: meeting.case,
    jwg: meeting.jwg,
    origin: record,
    originLine: line.key,
    safeguards: meeting.safeguards,
  });
  return {
    create: lines.filter((line) => !byLine.has(line.key)).map((line) => ({ line: line.key, value: valueOf(line) })),
    update: lines.flatMap((line) => {
      const one = byLine.get(line.key);
      return one === undefined || saysTheSame(one.action, line) ? [] : [{ record: one.record, value: { ...one.action, ...valueOf(line) } }];
    }),
    bin: known.filter((one) => !one.binned && !lineKeys.has(one.line)).map((one) => one.record),
    restore: known.filter((one) => one.binned && lineKeys.has(one.line)).map((one) => one.record),
  };
}

function saysTheSame(action: Action, line: Meeting['lines'][number]): boolean {
  return action.text === line.text && action.owner === line.owner && action.due === line.due;
}
