/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbour to make one
 * word the other (optimal string alignment), or `most + 1` as soon as it is more than `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  const tooMany = most + 1;
  if (Math.abs(one.length - other.length) > most) return tooMany;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    let least = at;
    for (let to = 1; to <= other.length; to += 1) {
      const distance = cheapest({ one, other, at, to }, before, last, row);
      row.push(distance);
      if (distance < least) least = distance;
    }
    if (least > most) return tooMany;
    before = last;
    last = row;
  }
  return Math.min(last[other.length] ?? tooMany, tooMany);
}

interface Place {
  readonly one: string;
  readonly other: string;
  readonly at: number;
  readonly to: number;
}

function cheapest({ one, other, at, to }: Place, before: readonly number[], last: readonly number[], row: readonly number[]): number {
  const same = one[at - 1] === other[to - 1];
  let distance = Math.min((last[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1, (last[to - 1] ?? 0) + (same ? 0 : 1));
  if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) distance = Math.min(distance, (before[to - 2] ?? 0) + 1);
  return distance;
}

/** How many typing errors a word of that length may hold: none in a short one, where everything is near everything. */
export function errorsAllowed(length: number): 0 | 1 | 2 {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
