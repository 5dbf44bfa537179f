import type { ItemKey } from '../../../../core/ids.ts';
import { byOrder, newItemKey, orderAt } from '../../../../core/records/order.ts';
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

/** The keyed lists in the order in which they are shown. */
export function inOrder<Item extends { readonly order: string; readonly key: string }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted(byOrder);
}

/** A list with a new item at a place of the shown order (at the end when none is named). */
export function withItemAt<Item extends { readonly order: string; readonly key: ItemKey }>(
  items: readonly Item[],
  make: Omit<Item, 'key' | 'order'>,
  index?: number,
): Item[] {
  const shown = inOrder(items);
  const at = index ?? shown.length;
  const order = orderAt(shown.map((one) => one.order), at);
  return [...shown.slice(0, at), { ...make, key: freshKey(), order } as Item, ...shown.slice(at)];
}

function freshKey(): ItemKey {
  return newItemKey((bytes) => crypto.getRandomValues(bytes));
}

/** A list with one item moved up (-1) or down (+1). */
export function withItemMoved<Item extends { readonly order: string; readonly key: ItemKey }>(items: readonly Item[], key: ItemKey, by: -1 | 1): Item[] {
  const shown = [...inOrder(items)];
  const from = shown.findIndex((one) => one.key === key);
  const item = shown[from];
  const to = from + by;
  if (item === undefined || to < 0 || to >= shown.length) return shown;
  const others = shown.filter((one) => one.key !== key);
  const order = orderAt(others.map((one) => one.order), to);
  return [...others.slice(0, to), { ...item, order }, ...others.slice(to)];
}

export function withoutItem<Item extends { readonly key: ItemKey }>(items: readonly Item[], key: ItemKey): Item[] {
  return items.filter((one) => one.key !== key);
}

/**
 * A list with items that had been taken out, where they stood, beside whatever was added meanwhile.
 * A new item may have got the order of one that was gone: the old one then comes before it.
 */
export function withItemBack<Item extends { readonly order: string; readonly key: ItemKey }>(items: readonly Item[], ...back: readonly Item[]): Item[] {
  return back.reduce<Item[]>((list, item) => {
    const shown = inOrder(list);
    if (shown.some((one) => one.key === item.key)) return list;
    const twin = shown.findIndex((one) => one.order === item.order);
    const order = twin === -1 ? item.order : orderAt(shown.map((one) => one.order), twin);
    return [...list, { ...item, order }];
  }, [...items]);
}

export function withItemChanged<Item extends { readonly key: ItemKey }>(items: readonly Item[], key: ItemKey, change: Partial<Item>): Item[] {
  return items.map((one) => (one.key === key ? { ...one, ...change } : one));
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

/** `1` for the first decision of the meeting, `2` for the next: numbered through all items. */
export function numbersOf(agenda: readonly AgendaItem[], lines: readonly MinutesLine[]): ReadonlyMap<ItemKey, number> {
  const numbers = new Map<ItemKey, number>();
  const next = { decision: 1, action: 1 };
  for (const item of inOrder(agenda)) {
    for (const line of inOrder(lines.filter((one) => one.item === item.key))) {
      if (line.type === 'discussion') continue;
      numbers.set(line.key, next[line.type]);
      next[line.type] += 1;
    }
  }
  return numbers;
}
