import type { RecordId } from '../ids.ts';
import type { GraphRelation } from './link-graph.ts';
import type { Place } from './places.ts';

/** How far apart relations between the same two subjects run at their middle, twice that at their bends. */
const spread = 56;

/**
 * How far the bend of each relation lies beside the straight line between its ends: 0 for the only one
 * of a pair, and the more relations, the further. Positive is left of the way from `from` to `to` where
 * y grows downwards; relations in both directions of a pair are spread together.
 */
export function bendsOf(relations: readonly Pick<GraphRelation, 'record' | 'from' | 'to'>[]): ReadonlyMap<RecordId, number> {
  const pairs = Map.groupBy(relations, ({ from, to }) => (from < to ? `${from} ${to}` : `${to} ${from}`));
  const bends = new Map<RecordId, number>();
  for (const pair of pairs.values()) {
    const inOrder = pair.toSorted((one, other) => (one.record < other.record ? -1 : 1));
    inOrder.forEach(({ record, from, to }, at) => {
      const bend = (at - (pair.length - 1) / 2) * 2 * spread;
      // `|| 0`: no minus before a nought.
      bends.set(record, (from < to ? bend : -bend) || 0);
    });
  }
  return bends;
}

/** The point that a bent line is drawn towards (the control point of a quadratic curve). */
export function bendPoint(from: Place, to: Place, bend: number): Place {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: (from.x + to.x) / 2 - (dy / length) * bend, y: (from.y + to.y) / 2 + (dx / length) * bend };
}
