import type { ItemKey } from '../ids.ts';
import { byOrder, orderAt } from '../records/order.ts';
import type { RecordValue } from '../records/kinds.ts';

type Meeting = RecordValue<'meeting'>;
type AgendaItem = Meeting['agenda'][number];

/** An item as it is planned, before it has a place in an agenda. */
export interface PlannedItem {
  readonly title: string;
  /** Planned minutes, where they are known. */
  readonly minutes: number | null;
}

/** New items for the end of an agenda, in their order. */
export function itemsBehind(agenda: readonly AgendaItem[], planned: readonly PlannedItem[], newKey: () => ItemKey): readonly AgendaItem[] {
  const orders = agenda.toSorted(byOrder).map((item) => item.order);
  return planned.map(({ title, minutes }) => {
    const order = orderAt(orders, orders.length);
    orders.push(order);
    return { key: newKey(), order, title, minutes, parked: false, outcome: null, level: null };
  });
}

/** An agenda without some items. Those under which something has been noted stay: no word goes with them. */
export function withoutUnused(meeting: Pick<Meeting, 'agenda' | 'lines'>, keys: readonly ItemKey[]): readonly AgendaItem[] {
  const used = new Set(meeting.lines.map((line) => line.item));
  const gone = new Set(keys.filter((key) => !used.has(key)));
  return meeting.agenda.filter((item) => !gone.has(item.key));
}
