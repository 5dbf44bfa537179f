import type { RecordId } from '../ids.ts';
import type { Place, Places } from './places.ts';

/** The room of a node with its name beneath; nearer than this, across and down, two cover one another. */
export const nodeRoom = { width: 116, height: 92 } as const;
/** When pushing has not been enough after so many rounds, everything is drawn out by so much, and on it goes. */
const patience = 12;
const drawnOut = 1.12;
/** More are never needed for what has places of its own; what stands on one spot may still touch then. */
const mostRounds = 600;

/**
 * The same arrangement with nobody covering anybody: whoever stands too near to another is pushed away
 * from it along the shorter way, a little at a time, until all have room. Deterministic.
 */
export function spreadApart(places: Places): Places {
  const all = [...places].sort(([one], [other]) => (one < other ? -1 : 1)).map(([record, { x, y }]) => ({ record, x, y }));
  for (let round = 1; round <= mostRounds && pushAll(all); round += 1) {
    if (round % patience === 0) for (const one of all) stretch(one);
  }
  return new Map(all.map(({ record, x, y }) => [record, { x: Math.round(x), y: Math.round(y) }] as const));
}

interface Moving {
  readonly record: RecordId;
  x: number;
  y: number;
}

function stretch(one: Moving): void {
  one.x *= drawnOut;
  one.y *= drawnOut;
}

/** Pushes each pair that is too near apart once; whether there was any. */
function pushAll(all: readonly Moving[]): boolean {
  const cells = Map.groupBy(all, cellOf);
  let pushed = false;
  for (const one of all) {
    for (const other of around(cells, one)) {
      if (one.record < other.record && push(one, other)) pushed = true;
    }
  }
  return pushed;
}

function cellOf({ x, y }: Place): string {
  return `${String(Math.floor(x / nodeRoom.width))} ${String(Math.floor(y / nodeRoom.height))}`;
}

/** Whoever may be too near: in the same cell or one beside it. */
function around(cells: ReadonlyMap<string, readonly Moving[]>, { x, y }: Place): readonly Moving[] {
  const [column, row] = [Math.floor(x / nodeRoom.width), Math.floor(y / nodeRoom.height)];
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${String(column + dx)} ${String(row + dy)}`) ?? []));
}

/** Half a pixel of grace, so that rounding does not start it again. */
const grace = 0.5;

function push(one: Moving, other: Moving): boolean {
  const across = nodeRoom.width - Math.abs(one.x - other.x);
  const down = nodeRoom.height - Math.abs(one.y - other.y);
  if (across <= grace || down <= grace) return false;
  const axis = across < down ? 'x' : 'y';
  const step = (Math.min(across, down) + 1) / 2;
  // Of two on one spot the first goes up or left.
  const direction = one[axis] <= other[axis] ? -1 : 1;
  one[axis] += direction * step;
  other[axis] -= direction * step;
  return true;
}
