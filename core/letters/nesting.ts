/**
 * Whether a JSON value nests deeper than `limit` arrays or objects. Walks with a list of its own, so
 * that hostile depth cannot exhaust the call stack; what passes may be handled recursively.
 */
export function nestsDeeperThan(value: unknown, limit: number): boolean {
  let level: readonly object[] = isNested(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
