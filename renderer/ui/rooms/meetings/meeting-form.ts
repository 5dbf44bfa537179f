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
