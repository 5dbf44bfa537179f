import type { Instant, MarkingId } from '../ids.ts';
import type { MarkingScheme } from '../markings/marking.ts';
import { markingOf } from '../markings/scheme.ts';
import { walkHistory, type Knows } from './ancestry.ts';
import { approvalsOf } from './approvals.ts';
import type { Change, FieldPath, FieldValue } from './change.ts';
import { ancestorsOf, headsOf, missingParents } from './history.ts';
import { instantOf, isFromTheFuture } from './hybrid-clock.ts';
import type { Approved, History, RecordState } from './state.ts';
import { fieldState, removedItems, write, writesOf, type Writers } from './writers.ts';

/** What a fold needs besides the history. */
export interface FoldSurroundings {
  /** Against it clocks count as from the future. */
  readonly now: Instant;
  /** Says which of two levels is the higher. */
  readonly scheme: MarkingScheme;
}

/**
 * What a record says: its history folded field by field in causal order. The same for everyone who
 * has the same changes, whatever order they arrived in. A value is replaced only by a change that
 * writes the same field and knows of it; values that did not know of each other are a conflict, and
 * all of them are kept. The history must hold at least one change, all of one record, all verified.
 */
export function fold(history: History, { now, scheme }: FoldSurroundings): RecordState {
  const removed = removedItems(history.values());
  const fields: Writers = new Map();
  const moves: Writers = new Map();
  const ordered: Change[] = [];
  walkHistory(history, (change, place, knows) => {
    ordered.push(change);
    writeChange(change, place, knows, { fields, moves, removed, now });
  });
  const first = ordered[0];
  if (first === undefined) throw new Error('a record has at least one change');
  const future = ordered.filter((change) => isFromTheFuture(change.header.time, now));
  return {
    record: first.header.record,
    kind: first.header.kind,
    level: highestLevel(ordered, scheme),
    fields: new Map([...fields].map(([path, last]) => [path, fieldState(last)])),
    heads: headsOf(history),
    binned: isBinned(moves),
    raised: isRaised(ordered, scheme),
    ...approvalsOf(history, ordered),
    missing: missingParents(history),
    fromTheFuture: future.map((change) => change.hash),
    erased: ordered.filter((change) => change.content === 'erased').map((change) => change.hash),
    created: first.header.time,
    changed: lastTime(ordered, new Set(future)),
  };
}

/**
 * What was approved: the fold of the frontier's ancestors and of nothing else, with the approval's
 * own time for the present. Whatever arrives later, whenever it was made, changes nothing in it,
 * unless it was part of what the approver read. `null` when nothing of that is here yet.
 */
export function foldApproved(
  history: History,
  approval: Pick<Approved, 'frontier' | 'time'>,
  scheme: MarkingScheme,
): RecordState | null {
  const covered = ancestorsOf(history, approval.frontier);
  if (covered.size === 0) return null;
  const read = new Map([...history].filter(([hash]) => covered.has(hash)));
  const state = fold(read, { now: instantOf(approval.time), scheme });
  const absent = approval.frontier.filter((hash) => !history.has(hash));
  return absent.length === 0 ? state : { ...state, missing: [...new Set([...state.missing, ...absent])].sort() };
}

/** The value that each field shows, as `fromFields` reads it. */
export function shownValues(state: RecordState): ReadonlyMap<FieldPath, FieldValue> {
  return new Map([...state.fields].map(([path, field]) => [path, field.shown.value]));
}

interface Writable {
  readonly fields: Writers;
  readonly moves: Writers;
  readonly removed: ReadonlySet<string>;
  readonly now: Instant;
}

const bin = 'bin';

function writeChange(change: Change, place: number, knows: Knows, into: Writable): void {
  const { author, device, time, act } = change.header;
  const writer = { change: change.hash, author, device, time, place, fromTheFuture: isFromTheFuture(time, into.now) };
  for (const [path, value] of writesOf(change, into.removed)) write(into.fields, path, { ...writer, value }, knows);
  if (act === 'bin' || act === 'restore') write(into.moves, bin, { ...writer, value: act === 'bin' }, knows);
}

/** In the bin only when nobody took it out without knowing: losing sight of a record is the worse mistake. */
function isBinned(moves: Writers): boolean {
  const last = moves.get(bin) ?? [];
  return last.length > 0 && last.every((move) => move.value === true);
}

function highestLevel(ordered: readonly Change[], scheme: MarkingScheme): MarkingId {
  const levels = [...new Set(ordered.map((change) => change.header.level))].map((level) => markingOf(scheme, level));
  return levels.reduce((top, level) => (level.rank > top.rank ? level : top)).id;
}

/** A notice of raising counts as long as no change above it has come. */
function isRaised(ordered: readonly Change[], scheme: MarkingScheme): boolean {
  const notices = ordered.filter((change) => change.header.act === 'raise');
  if (notices.length === 0) return false;
  const top = markingOf(scheme, highestLevel(ordered, scheme)).rank;
  return notices.some((change) => markingOf(scheme, change.header.level).rank >= top);
}

/** The latest clock; one from the future only when there is no other. */
function lastTime(ordered: readonly Change[], future: ReadonlySet<Change>): Change['header']['time'] {
  const present = ordered.filter((change) => !future.has(change));
  const times = (present.length > 0 ? present : ordered).map((change) => change.header.time);
  return times.reduce((latest, time) => (time > latest ? time : latest));
}

