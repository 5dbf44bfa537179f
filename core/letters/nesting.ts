/**
 * Whether a JSON value nests deeper than `limit` arrays or objects. Walks with a list of its own, so
 * that hostile depth cannot exhaust the call stack; what passes may be handled recursively.
 */
export function nestsDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one).filter(isNested) : []));
  }
  return false;
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
