import { byPeriod, periods, type Period, type TimeOrder } from '../../../core/records/periods.ts';
import { datedFamilies, familyOf, type DatedFamily } from '../../../core/timeline/dated-things.ts';
import type { Day } from '../../../core/ids.ts';
import type { DatedRow } from '../../engine/api.ts';

/** How a timeline is looked at. */
export interface TimelineView {
  readonly period: Period;
  readonly order: TimeOrder;
  /** Sorts of things that are left out. */
  readonly hidden: readonly DatedFamily[];
}

export const firstView: TimelineView = { period: 'month', order: 'latest', hidden: [] };

/** The view as a part of an address: `month.latest.note+action`. */
export function viewInAddress({ period, order, hidden }: TimelineView): string {
  return [period, order, ...(hidden.length === 0 ? [] : [hidden.join('+')])].join('.');
}

/** The view that an address names; what it does not name is as at first. */
export function viewOfAddress(text: string): TimelineView {
  const [period, order, hidden = ''] = text.split('.');
  const names = new Set(hidden.split('+'));
  return { period: periods.find((one) => one === period) ?? firstView.period, order: order === 'earliest' ? 'earliest' : 'latest', hidden: datedFamilies.filter((one) => names.has(one)) };
}

export interface TimelineGroup {
  /** `2026`, `2026-Q4`, `2026-11`, `2026-11-24`. */
  readonly period: string;
  readonly items: readonly DatedRow[];
}

/** What is shown, by period; within a day by the hour, what has none last. */
export function groupsOf(rows: readonly DatedRow[], { period, order, hidden }: TimelineView): readonly TimelineGroup[] {
  const shown = rows.filter((row) => !hidden.includes(familyOf(row.what)));
  const turn = order === 'latest' ? -1 : 1;
  const hourOf = ({ time }: DatedRow) => time ?? (order === 'latest' ? '' : '99');
  const byHour = shown.toSorted((one, other) => turn * compare(hourOf(one), hourOf(other)) || compare(one.title, other.title) || compare(one.what, other.what));
  return byPeriod(byHour, period, order);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The first row on the other side of today, before which today is said; none where everything is on one side. */
export function rowAfterToday(groups: readonly TimelineGroup[], order: TimeOrder, today: Day): DatedRow | null {
  const rows = groups.flatMap((group) => group.items);
  const at = rows.findIndex((row) => (order === 'latest' ? row.day <= today : row.day > today));
  return at <= 0 ? null : (rows[at] ?? null);
}

/** The sorts of things that there are, in the order of the house. */
export function familiesIn(rows: readonly DatedRow[]): readonly DatedFamily[] {
  const there = new Set(rows.map((row) => familyOf(row.what)));
  return datedFamilies.filter((one) => there.has(one));
}
