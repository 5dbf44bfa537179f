import type { ItemKey } from '../../../../core/ids.ts';
import { kinds, type RecordValue } from '../../../../core/records/kinds.ts';

/** What the form of a meeting holds: the record's value, and what is typed but not yet a line. */
export type MeetingForm = RecordValue<'meeting'> & {
  /** The line being typed: kept with the draft, so that it survives a lock or a crash. */
  readonly typing: { readonly item: ItemKey | null; readonly text: string };
};
export type AgendaItem = MeetingForm['agenda'][number];
export type MinutesLine = MeetingForm['lines'][number];
export type Attendance = MeetingForm['attendance'][number];

const untitled = kinds.meeting.schema.parse({ title: '-' });

/** A form's values from a saved meeting or from a draft, which may hold anything or nothing of it. */
export function meetingForm(value: Readonly<Record<string, unknown>>): MeetingForm {
  const empty: MeetingForm = { ...untitled, title: '', typing: { item: null, text: '' } };
  return { ...empty, ...(value as Partial<MeetingForm>) };
}

/** What is saved: rows that were added and never filled in are nothing. */
export function withoutBlankRows<Value extends Omit<MeetingForm, 'typing'>>(value: Value): Value {
  const isNoted = (key: ItemKey) => value.lines.some((line) => line.item === key);
  const hasName = (one: { readonly name: string; readonly institution: string }) => one.name.trim() !== '' || one.institution.trim() !== '';
  return {
    ...value,
    agenda: value.agenda.filter((item) => item.title.trim() !== '' || isNoted(item.key)),
    attendance: value.attendance.filter(hasName),
    distribution: value.distribution.filter(hasName),
    annexes: value.annexes.filter((one) => one.title.trim() !== ''),
  };
}

/**
 * When each item begins, and when the last ends, as `HH:MM`: the start and the planned minutes of
 * those before. Behind an item without planned minutes nothing can be told.
 */
export function beginnings(start: string | null, agenda: readonly AgendaItem[]): readonly (string | null)[] {
  const [hours = 0, minutes = 0] = (start ?? '').split(':').map(Number);
  let at = start === null ? null : hours * 60 + minutes;
  const times: (string | null)[] = [at === null ? null : clock(at)];
  for (const item of agenda) {
    at = at === null || item.minutes === null ? null : at + item.minutes;
    times.push(at === null ? null : clock(at));
  }
  return times;
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
