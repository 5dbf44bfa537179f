import type { ItemKey } from '../ids.ts';
import { byOrder } from '../records/order.ts';
import type { RecordValue } from '../records/kinds.ts';

type Minutes = Pick<RecordValue<'meeting'>, 'agenda' | 'lines'>;

/** The number of each decision and of each action, by its line: each counted through all items of the meeting, as the printed minutes have it. */
export function numbersOf({ agenda, lines }: Minutes): ReadonlyMap<ItemKey, number> {
  const numbers = new Map<ItemKey, number>();
  const next = { decision: 1, action: 1 };
  for (const line of linesInOrder({ agenda, lines })) {
    if (line.type === 'discussion') continue;
    numbers.set(line.key, next[line.type]);
    next[line.type] += 1;
  }
  return numbers;
}

export interface Decision {
  readonly number: number;
  readonly text: string;
  /** The title of the agenda item that it was taken under. */
  readonly item: string;
}

/** What a meeting decided, in the order of its minutes. */
export function decisionsOf(minutes: Minutes): readonly Decision[] {
  const titles = new Map(minutes.agenda.map((item) => [item.key, item.title]));
  return linesInOrder(minutes)
    .filter((line) => line.type === 'decision')
    .map(({ text, item }, at) => ({ number: at + 1, text, item: titles.get(item) ?? '' }));
}

function linesInOrder({ agenda, lines }: Minutes): Minutes['lines'] {
  return agenda.toSorted(byOrder).flatMap((item) => lines.filter((line) => line.item === item.key).toSorted(byOrder));
}
