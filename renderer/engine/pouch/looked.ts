import { z } from 'zod';
import { decideReceive } from '../../../core/clearance/decide.ts';
import type { OfficeLook } from '../../../core/pouch/standing.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';
import type { Circumstances } from './gather.ts';

const stateName = 'pouch/looked';

const schema = z.object({ at: z.number(), network: z.string(), failed: z.boolean(), aboveNetwork: z.number(), aboveLaptop: z.number() });

/** The last time that the office was asked, also when it had nothing to say. An unreadable row is as none: nothing is claimed then. */
export async function readLooked(states: SealedStates): Promise<OfficeLook | null> {
  const read = await states.read(stateName, schema);
  return read.ok ? read.value : null;
}

export function lookedState(looked: OfficeLook): NamedState {
  return { name: stateName, value: looked };
}

/** Whether two looks differ in nothing but their time. */
export function saysTheSame(before: OfficeLook | null, now: OfficeLook): boolean {
  return before !== null && before.network === now.network && before.failed === now.failed && before.aboveNetwork === now.aboveNetwork && before.aboveLaptop === now.aboveLaptop;
}

/** What of the compartments granted to this laptop an exchange leaves aside: because of the network alone, or of laptop and person. */
export function leftAside({ places, channel, person, now }: Circumstances): Pick<OfficeLook, 'aboveNetwork' | 'aboveLaptop'> {
  const counts = { aboveNetwork: 0, aboveLaptop: 0 };
  for (const { database, facts } of places) {
    if (database === null) continue;
    const decision = decideReceive(facts, channel, person, now);
    if (decision.verdict === 'cleared') continue;
    if (decision.reasons.every((one) => one.code === 'above-channel')) counts.aboveNetwork += 1;
    else counts.aboveLaptop += 1;
  }
  return counts;
}
