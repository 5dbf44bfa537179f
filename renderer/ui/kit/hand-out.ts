import type { Payload } from '../../../electron/preload/bridge.ts';
import type { TransferId } from '../../../core/ids.ts';
import type { Failure } from '../../../core/result.ts';
import type { Departure } from '../../engine/api.ts';
import { bridge } from '../engine-client/bridge.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import type { Engine } from '../engine-client/start-engine.ts';
import { useAskBeforeLeaving } from './persons-named.ts';

/** What became of a file that was made to be given: `not` when the person chose no place for it. */
export type HandedOut = { readonly done: 'saved'; readonly name: string } | { readonly done: 'not' } | { readonly done: 'failed'; readonly failure: Failure };

/**
 * Saves what says something of records where the person wants it. The only way there is: it is entered
 * in the register of transfers first, and what cannot be entered is not given.
 */
export async function handOut(engine: Engine, departure: Departure, file: Payload<'file:save'>): Promise<HandedOut> {
  const registered = await engine.registers.leaving(departure);
  return registered.ok ? handOutRegistered(engine, registered.value, file) : { done: 'failed', failure: registered.failure };
}

/** The same, once the person was asked about names of protected persons in those records. */
export function useHandOut(): (departure: Departure, file: Payload<'file:save'>) => Promise<HandedOut> {
  const engine = useEngine();
  const mayLeave = useAskBeforeLeaving();
  return async (departure, file) => ((await mayLeave(departure.records)) ? handOut(engine, departure, file) : { done: 'not' });
}

/** The same for what the engine entered itself when it made it. */
export async function handOutRegistered(engine: Engine, transfer: TransferId, file: Payload<'file:save'>): Promise<HandedOut> {
  const answer = await bridge().call('file:save', { ...file, bytes: new Uint8Array(file.bytes) });
  const isSaved = answer !== null && !('failure' in answer);
  // That it was saved stands on the disk already: an entry that cannot say so leaves it "not known".
  await engine.registers.left(transfer, isSaved ? 'saved' : 'not-given');
  if (answer === null) return { done: 'not' };
  return 'failure' in answer ? { done: 'failed', failure: { code: answer.failure } } : { done: 'saved', name: answer.name };
}
