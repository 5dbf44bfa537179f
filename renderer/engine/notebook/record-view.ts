import type { ChangeHash, Instant, PersonId } from '../../../core/ids.ts';
import type { Change, FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import { fold, type FoldSurroundings } from '../../../core/ledger/fold.ts';
import { ancestorsOf, causalOrder } from '../../../core/ledger/history.ts';
import { instantOf } from '../../../core/ledger/hybrid-clock.ts';
import type { History, RecordState, Writing } from '../../../core/ledger/state.ts';
import type { FieldConflict, HistoryEntry, Version } from '../api.ts';

/** Names for the persons in a view. */
export interface Names {
  readonly me: PersonId;
  nameOf(person: PersonId): string;
}

/** Fields with rival values, as a person settles them. */
export function fieldConflictsOf(state: RecordState, names: Names): readonly FieldConflict[] {
  return [...state.fields]
    .filter(([, field]) => field.rivals.length > 0)
    .map(([field, { shown, rivals }]) => ({
      field,
      shown: versionOf(shown, names),
      rivals: rivals.map((rival) => versionOf(rival, names)),
    }));
}

function versionOf(writing: Writing, names: Names): Version {
  const { change, value, author, device, time } = writing;
  return { change, value, author: names.nameOf(author), device, at: instantOf(time) };
}

/** Everybody who approved it, the first first: minutes are approved anew with each correction. */
export function approversOf(state: RecordState, names: Names): readonly { readonly name: string; readonly at: Instant }[] {
  return state.approvals.map(({ author, time }) => ({ name: names.nameOf(author), at: instantOf(time) }));
}

/** A record's history, the earliest change first, with each field as it stood before and after. */
export function historyEntries(history: History, names: Names, surroundings: FoldSurroundings): readonly HistoryEntry[] {
  const before = new FieldsBefore(history, surroundings);
  return causalOrder(history).map((change) => entryOf(change, before.of(change), names));
}

function entryOf(change: Change, before: ReadonlyMap<FieldPath, FieldValue>, names: Names): HistoryEntry {
  const { act, author, time, level } = change.header;
  return {
    change: change.hash,
    act,
    author: names.nameOf(author),
    mine: author === names.me,
    at: instantOf(time),
    level,
    fields: writesOf(change).map(([field, after]) => ({ field, before: before.get(field) ?? null, after })),
    erased: change.content === 'erased',
  };
}

function writesOf(change: Change): readonly (readonly [FieldPath, FieldValue])[] {
  return change.content === 'erased' ? [] : Object.entries(change.content.fields);
}

/**
 * What a field said to the person who changed it. Along a straight line that is the last value
 * written; where a history branches, the fold of what the change names as its parents.
 */
class FieldsBefore {
  private readonly history: History;
  private readonly surroundings: FoldSurroundings;
  private readonly line = new Map<FieldPath, FieldValue>();
  private previous: ChangeHash | null = null;
  private straight = true;

  constructor(history: History, surroundings: FoldSurroundings) {
    this.history = history;
    this.surroundings = surroundings;
  }

  /** What the fields that a change writes said before it. Asked of each change once, in causal order. */
  of(change: Change): ReadonlyMap<FieldPath, FieldValue> {
    const { parents } = change.header;
    this.straight &&= this.previous === null ? parents.length === 0 : parents.length === 1 && parents[0] === this.previous;
    this.previous = change.hash;
    const said = this.straight ? (field: FieldPath) => this.line.get(field) ?? null : this.branched(parents);
    const before = new Map(writesOf(change).map(([field]) => [field, said(field)]));
    if (this.straight) for (const [field, value] of writesOf(change)) this.line.set(field, value);
    return before;
  }

  private branched(parents: readonly ChangeHash[]): (field: FieldPath) => FieldValue {
    const known = ancestorsOf(this.history, parents);
    if (known.size === 0) return () => null;
    const state = fold(new Map([...this.history].filter(([hash]) => known.has(hash))), this.surroundings);
    return (field) => state.fields.get(field)?.shown.value ?? null;
  }
}
