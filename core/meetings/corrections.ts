import type { ItemKey, PersonId } from '../ids.ts';
import type { FieldPath, FieldValue } from '../ledger/change.ts';
import type { FieldState } from '../ledger/state.ts';
import type { RecordValue } from '../records/kinds.ts';
import { byOrder } from '../records/order.ts';

type Meeting = RecordValue<'meeting'>;
export type Correction = Meeting['corrections'][number];
export type CorrectionState = 'proposed' | 'approved' | 'rejected' | 'withdrawn';

/** A correction with the number by which it is cited. */
export type NumberedCorrection = Correction & { readonly number: number };

/**
 * The corrections in the order in which they were proposed. Each keeps its number whatever is decided
 * of it, so that what one print calls correction 2 is correction 2 in the next. Two that were proposed
 * at one place on laptops that had not met have one number until they do; then the earlier day is first.
 */
export function numberedCorrections(corrections: readonly Correction[]): readonly NumberedCorrection[] {
  return corrections.toSorted(byProposal).map((one, at) => ({ ...one, number: at + 1 }));
}

function byProposal(one: Correction, other: Correction): number {
  if (one.order !== other.order) return byOrder(one, other);
  const [day, otherDay] = [one.on ?? '', other.on ?? ''];
  return day === otherDay ? byOrder(one, other) : day < otherDay ? -1 : 1;
}

/** What has been decided of a correction. */
export function stateOfCorrection({ decision }: Pick<Correction, 'decision'>): CorrectionState {
  return decision ?? 'proposed';
}

/**
 * The corrections as they stand now: as they were signed, with what came beside them since. A decision that was
 * signed stands, also where whoever proposed the correction withdrew it without knowing of that.
 */
export function standingCorrections(signed: readonly Correction[], amended: readonly Correction[]): readonly Correction[] {
  const decided = new Map(signed.filter((one) => one.decision !== null).map((one) => [one.key, one]));
  return amended.map((one) => decided.get(one.key) ?? one);
}

/** Corrections of one line, item or person; `null`: of the minutes as a whole. What names a part that is not there is of the whole. */
export function correctionsOf<One extends Correction>(corrections: readonly One[], of: ItemKey | null, meeting: Pick<Meeting, 'lines' | 'agenda'>): readonly One[] {
  if (of !== null) return corrections.filter((one) => one.of === of);
  const known = new Set<ItemKey>([...meeting.lines, ...meeting.agenda].map((one) => one.key));
  return corrections.filter((one) => one.of === null || !known.has(one.of));
}

/** A piece of a text, and whether a correction is of it. */
export interface MarkedPiece {
  readonly text: string;
  readonly corrected: boolean;
}

/**
 * A text in pieces, those marked that a correction names. A passage that the text does not hold marks
 * nothing; passages that overlap are one piece. The pieces joined are the text.
 */
export function markedPieces(text: string, passages: readonly string[]): readonly MarkedPiece[] {
  const marked = passages
    .map((passage) => ({ from: text.indexOf(passage), length: passage.length }))
    .filter(({ from, length }) => from !== -1 && length > 0)
    .toSorted((one, other) => one.from - other.from);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { from, length } of marked) {
    const end = from + length;
    if (end <= at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), corrected: false });
    pieces.push({ text: text.slice(Math.max(at, from), end), corrected: true });
    at = end;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), corrected: false });
  return pieces;
}

const decidedParts: ReadonlySet<string> = new Set<keyof Correction>(['decision', 'decidedAs', 'decidedOn', 'decidedBy', 'decidedAt']);

/** Whether a field says what became of a correction, and is none of its words. */
export function isOfDecision(path: FieldPath): boolean {
  const [list, , part = ''] = path.split('.');
  return list === 'corrections' && decidedParts.has(part);
}

/**
 * Whether a change may be written to minutes that are approved: it leaves the approved text as it
 * is. A correction may be added, and one that nothing was decided of may be decided, once; files may be
 * annexed; safeguards may be recorded, since what is recorded later binds and permits as well.
 */
export function staysBesideApproved(fields: Iterable<FieldPath>, before: readonly Correction[]): boolean {
  const known = new Map<string, Correction>(before.map((one) => [one.key, one]));
  return [...fields].every((path) => {
    const [list = '', key = ''] = path.split('.');
    if (list === 'attachments' || path === 'safeguards') return true;
    if (list !== 'corrections') return false;
    const correction = known.get(key);
    return correction === undefined || (correction.decision === null && isOfDecision(path));
  });
}

/**
 * Whether every correction that these fields withdraw was proposed by the person: whoever wrote its words.
 * What somebody else proposed is decided, not withdrawn.
 */
export function withdrawsOnlyOwn(fields: Readonly<Record<FieldPath, FieldValue>>, before: ReadonlyMap<FieldPath, FieldState>, person: PersonId): boolean {
  return Object.entries(fields).every(([path, value]) => {
    const [list, key = '', part] = path.split('.');
    if (list !== 'corrections' || part !== 'decision' || value !== 'withdrawn') return true;
    return proposerOf(before, key) === person;
  });
}

function proposerOf(fields: ReadonlyMap<FieldPath, FieldState>, correction: string): PersonId | null {
  for (const [path, { shown }] of fields) {
    const [list, key] = path.split('.');
    if (list === 'corrections' && key === correction && !isOfDecision(path)) return shown.author;
  }
  return null;
}
