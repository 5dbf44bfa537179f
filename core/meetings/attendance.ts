import { byOrder } from '../records/order.ts';
import type { RecordValue } from '../records/kinds.ts';

export type Attending = RecordValue<'meeting'>['attendance'][number];

/** Those who are expected in the room; who is informed only gets the minutes. */
export function expected(attendance: readonly Attending[]): readonly Attending[] {
  return attendance.filter((one) => one.role !== 'informed').toSorted(byOrder);
}

export function informed(attendance: readonly Attending[]): readonly Attending[] {
  return attendance.filter((one) => one.role === 'informed').toSorted(byOrder);
}

/** Invited, and nobody has said yet whether they were there. */
export function notTaken(attendance: readonly Attending[]): readonly Attending[] {
  return expected(attendance).filter((one) => one.presence === 'invited');
}

/** A list on which everybody expected of whom nothing was said was there. */
export function allPresent(attendance: readonly Attending[]): Attending[] {
  return attendance.map((one) => (one.role !== 'informed' && one.presence === 'invited' ? { ...one, presence: 'present' } : one));
}

export type AttendanceMissing =
  /** Nobody is on the list. */
  | { readonly code: 'attendance-missing' }
  /** Of some it is not said whether they were there. */
  | { readonly code: 'attendance-not-taken'; readonly facts: { readonly count: number; readonly names: string } }
  /** Nobody was there. */
  | { readonly code: 'attendance-nobody' };

const mostNamed = 5;

/** Why minutes may not be approved yet: an approval signs who was there, so that must have been said. `null` when it was. */
export function attendanceMissing(attendance: readonly Attending[]): AttendanceMissing | null {
  const people = expected(attendance);
  if (people.length === 0) return { code: 'attendance-missing' };
  const open = notTaken(attendance);
  if (open.length > 0) {
    const names = open.slice(0, mostNamed).map((one) => one.name).join(', ');
    return { code: 'attendance-not-taken', facts: { count: open.length, names: open.length > mostNamed ? `${names}…` : names } };
  }
  return people.some((one) => one.presence === 'present') ? null : { code: 'attendance-nobody' };
}
