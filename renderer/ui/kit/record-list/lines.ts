import type { ListAnswer } from '../../../engine/api.ts';

/** A line of the drawn list: the head of a group, or the row at a place. */
export type Line = { readonly head: string; readonly count: number } | { readonly place: number };

/** Where heads and rows stand when they are drawn one beneath the other, without a list of them all. */
export interface Lines {
  readonly count: number;
  at(line: number): Line;
  /** The line on which a row stands. */
  lineOf(place: number): number;
}

/** `withHeads`: each group has a line of its own before its rows. */
export function linesOf(groups: ListAnswer['groups'], total: number, withHeads: boolean): Lines {
  if (!withHeads) return { count: total, at: (line) => ({ place: line }), lineOf: (place) => place };
  // The head of group n stands before its rows, after n heads of others.
  const starts = groups.map((group, index) => group.from + index);
  const groupAt = (line: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count: total + groups.length,
    at: (line) => {
      const index = groupAt(line);
      const group = groups[index];
      if (group !== undefined && starts[index] === line) return { head: group.value, count: group.count };
      return { place: line - index - 1 };
    },
    lineOf: (place) => {
      const index = groups.findLastIndex((group) => group.from <= place);
      return place + Math.max(0, index) + 1;
    },
  };
}
