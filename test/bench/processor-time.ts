import { readdirSync, readFileSync } from 'node:fs';

interface ProcessNow {
  readonly id: number;
  readonly parent: number;
  readonly seconds: number;
}

/** The kernel's clock ticks in a second, on every Linux that Node runs on (proc(5), `sysconf(_SC_CLK_TCK)`). */
const ticks = 100;

/**
 * Seconds of processor time that this process and everything it started have used. On a machine that
 * others use too it says more than the time that passed. `null` where there is no `/proc`. A CouchDB
 * beside the measurement is not in it.
 */
export function processorSeconds(): number | null {
  const all = processesNow();
  if (all === null) return null;
  const ours = new Set([process.pid]);
  for (let before = 0; before !== ours.size; ) {
    before = ours.size;
    for (const one of all) if (ours.has(one.parent)) ours.add(one.id);
  }
  return all.reduce((sum, one) => (ours.has(one.id) ? sum + one.seconds : sum), 0);
}

function processesNow(): readonly ProcessNow[] | null {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => processNow(Number(name)));
  } catch {
    return null;
  }
}

/** Nothing when it ended meanwhile. */
function processNow(id: number): readonly ProcessNow[] {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name in parentheses may hold anything; what follows it does not.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return [{ id, parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticks }];
  } catch {
    return [];
  }
}
