import { z } from 'zod';
import type { Instant } from '../../../core/ids.ts';
import type { PouchFileFailure } from '../../../core/letters/pouch-file.ts';
import type { DeliveryFailure, DeliveryReport, PouchTrouble } from '../api.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';
import { refusedWhys } from './report.ts';

const stateName = 'pouch/troubles';
/** As many as somebody would read, some months of a bad line. */
const mostKept = 200;
/** The same trouble within so many milliseconds is one. */
const together = 24 * 60 * 60 * 1000;

const failureCodes = [
  'server-absent', 'server-refused', 'server-garbled', 'wrong-server', 'certificate-date', 'session-expired', 'storage-full', 'storage-failed', 'not-a-pouch', 'pouch-newer', 'pouch-other-organisation',
] as const satisfies readonly (DeliveryFailure | PouchFileFailure)[];

const trouble = z.object({ network: z.string(), first: z.number(), last: z.number(), count: z.number().int() });
const schema = z.array(
  z.discriminatedUnion('what', [trouble.extend({ what: z.literal('failed'), code: z.enum(failureCodes) }), trouble.extend({ what: z.literal('refused'), code: z.enum(refusedWhys) })]),
);

/** What went wrong, without a word of what it went wrong with. */
export type Found = Pick<PouchTrouble, 'what' | 'code' | 'count'>;

/** What went wrong lately, the last first; nothing when the list cannot be read. */
export async function readTroubles(states: SealedStates): Promise<readonly PouchTrouble[]> {
  const read = await states.read(stateName, schema);
  return read.ok ? (read.value ?? []) : [];
}

/** The failures worth keeping: not that somebody stopped it, nor that there was no network. */
export function failureFound(code: string): readonly Found[] {
  const known = failureCodes.find((one) => one === code);
  return known === undefined ? [] : [{ what: 'failed', code: known, count: 1 }];
}

export function troublesOf({ failure, refused }: Pick<DeliveryReport, 'failure' | 'refused'>): readonly Found[] {
  return [...(failure === null ? [] : failureFound(failure.code)), ...refused.map(({ why, count }): Found => ({ what: 'refused', code: why, count }))];
}

/** The list with what was found now; empty when there is nothing to write. */
export async function troublesState(states: SealedStates, found: readonly Found[], where: { readonly network: string; readonly at: Instant }): Promise<readonly NamedState[]> {
  if (found.length === 0) return [];
  const value = found.reduce((list, one) => withTrouble(list, one, where), await readTroubles(states));
  return [{ name: stateName, value }];
}

function withTrouble(list: readonly PouchTrouble[], found: Found, { network, at }: { readonly network: string; readonly at: Instant }): readonly PouchTrouble[] {
  const same = list.find((one) => one.what === found.what && one.code === found.code && one.network === network && Math.abs(at - one.last) < together);
  const fresh = { ...found, network, first: same?.first ?? at, last: at, count: (same?.count ?? 0) + found.count } as PouchTrouble;
  return [fresh, ...list.filter((one) => one !== same)].slice(0, mostKept);
}
