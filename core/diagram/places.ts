import type { RecordId } from '../ids.ts';
import { subjectSchemas } from '../records/subject.ts';
import type { GraphRelation, GraphSubject } from './link-graph.ts';

/** Where the middle of a node is, in the diagram's own units: a node is about 44 wide. x grows to the right, y downwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Places = ReadonlyMap<RecordId, Place>;

/** Distances that leave room for a name of two lines beneath a node. */
const across = 170;
const down = 130;
const mostInRow = 10;
/** How far from its neighbour a newcomer stands: the words of the relation fit between them. */
const beside = 210;
/** Nearer than this, two nodes with their names cover one another. */
const apart = 120;

/** In rows by what they are, in the order of the schemas and within it as they come; long rows go on in the next line. */
export function rowPlaces(subjects: readonly Pick<GraphSubject, 'record' | 'schema'>[]): Places {
  const places = new Map<RecordId, Place>();
  let line = 0;
  for (const schema of subjectSchemas) {
    const same = subjects.filter((one) => one.schema === schema);
    for (let from = 0; from < same.length; from += mostInRow) {
      const row = same.slice(from, from + mostInRow);
      row.forEach(({ record }, at) => places.set(record, { x: (at - (row.length - 1) / 2) * across, y: line * down }));
      line += 1;
    }
  }
  return places;
}

/**
 * While an arrangement by relations is being worked out: each group of subjects that hang together in
 * rings around the one with most relations, the groups beside one another, the largest first. The same
 * for the same subjects and relations, in whatever order they come.
 */
export function ringPlaces(subjects: readonly Pick<GraphSubject, 'record'>[], relations: readonly Pick<GraphRelation, 'from' | 'to'>[]): Places {
  const neighbours = neighboursOf(subjects, relations);
  const groups = groupsOf(neighbours).toSorted((one, other) => other.flat().length - one.flat().length);
  const places = new Map<RecordId, Place>();
  let left = 0;
  for (const rings of groups) {
    const radii = radiiOf(rings);
    const widest = radii.at(-1) ?? 0;
    rings.forEach((ring, depth) => {
      const radius = radii[depth] ?? 0;
      ring.forEach((record, at) => {
        // A turn from ring to ring, so that nodes do not hide behind one another.
        const angle = (2 * Math.PI * at) / ring.length + depth * 0.7 - Math.PI / 2;
        places.set(record, { x: rounded(left + widest + radius * Math.cos(angle)), y: rounded(radius * Math.sin(angle)) });
      });
    });
    left += 2 * widest + across;
  }
  return places;
}

function rounded(length: number): number {
  return Math.round(length);
}

/** Wide enough for every ring's nodes, and each beyond the one before. */
function radiiOf(rings: readonly (readonly RecordId[])[]): readonly number[] {
  const radii: number[] = [];
  rings.forEach((ring, depth) => radii.push(depth === 0 ? 0 : Math.max((radii[depth - 1] ?? 0) + across, (ring.length * apart) / (2 * Math.PI))));
  return radii;
}

type Neighbours = ReadonlyMap<RecordId, readonly RecordId[]>;

function neighboursOf(subjects: readonly Pick<GraphSubject, 'record'>[], relations: readonly Pick<GraphRelation, 'from' | 'to'>[]): Neighbours {
  const found = new Map<RecordId, Set<RecordId>>(subjects.map(({ record }) => [record, new Set()]));
  for (const { from, to } of relations) {
    if (from === to) continue;
    found.get(from)?.add(to);
    found.get(to)?.add(from);
  }
  return new Map([...found].map(([record, others]) => [record, [...others].sort(byText)]));
}

/** Each group that hangs together, as rings: the middle, its neighbours, theirs. */
function groupsOf(neighbours: Neighbours): readonly (readonly (readonly RecordId[])[])[] {
  const waiting = [...neighbours.keys()].sort((one, other) => (neighbours.get(other)?.length ?? 0) - (neighbours.get(one)?.length ?? 0) || byText(one, other));
  const seen = new Set<RecordId>();
  return waiting.flatMap((middle) => {
    if (seen.has(middle)) return [];
    seen.add(middle);
    const rings: RecordId[][] = [];
    for (let ring = [middle]; ring.length > 0; ring = nextRing(ring, neighbours, seen)) rings.push(ring);
    return [rings];
  });
}

function nextRing(ring: readonly RecordId[], neighbours: Neighbours, seen: Set<RecordId>): RecordId[] {
  const next: RecordId[] = [];
  for (const record of ring) {
    for (const other of neighbours.get(record) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      next.push(other);
    }
  }
  return next;
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The same places with one for every subject that has none yet: near those that it has relations with,
 * where nothing else is; those with no neighbour beneath everything. What stands somewhere stays there.
 */
export function withNewcomers(places: Places, subjects: readonly Pick<GraphSubject, 'record'>[], relations: readonly Pick<GraphRelation, 'from' | 'to'>[]): Places {
  const neighbours = neighboursOf(subjects, relations);
  const next = new Map<RecordId, Place>();
  for (const { record } of subjects) {
    const known = places.get(record);
    if (known !== undefined) next.set(record, known);
  }
  const waiting = subjects.map((one) => one.record).filter((record) => !next.has(record));
  // Who has a neighbour that stands somewhere goes first: the others may follow them.
  while (waiting.length > 0) {
    const at = Math.max(0, waiting.findIndex((record) => (neighbours.get(record) ?? []).some((other) => next.has(other))));
    const [record] = waiting.splice(at, 1);
    if (record === undefined) break;
    const known = (neighbours.get(record) ?? []).flatMap((other) => next.get(other) ?? []);
    next.set(record, freePlace(known.length === 0 ? beneath(next) : middleOf(known), [...next.values()]));
  }
  return next;
}

function middleOf(places: readonly Place[]): Place {
  const sum = places.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / places.length, y: sum.y / places.length };
}

function beneath(places: Places): Place {
  const all = [...places.values()];
  return all.length === 0 ? { x: 0, y: 0 } : { x: Math.min(...all.map((one) => one.x)), y: Math.max(...all.map((one) => one.y)) + down };
}

/** The first place free of others on growing rings around a point, the point itself included. */
function freePlace(around: Place, taken: readonly Place[]): Place {
  const isFree = (place: Place) => taken.every((one) => Math.hypot(one.x - place.x, one.y - place.y) >= apart);
  for (let ring = 0; ; ring += 1) {
    const radius = ring * beside;
    const steps = ring === 0 ? 1 : Math.max(6, Math.floor((2 * Math.PI * radius) / apart));
    for (let step = 0; step < steps; step += 1) {
      const angle = (2 * Math.PI * step) / steps;
      const place = { x: rounded(around.x + radius * Math.cos(angle)), y: rounded(around.y + radius * Math.sin(angle)) };
      if (isFree(place)) return place;
    }
  }
}
