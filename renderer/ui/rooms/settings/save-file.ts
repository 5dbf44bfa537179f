import { useState } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { Payload } from '../../../../electron/preload/bridge.ts';
import { bridge } from '../../engine-client/bridge.ts';
import type { HandedOut } from '../../kit/hand-out.ts';

/** Receipts and the like say nothing of records. */
async function saveAsIs(file: Payload<'file:save'>): Promise<HandedOut> {
  const answer = await bridge().call('file:save', { ...file, bytes: new Uint8Array(file.bytes) });
  if (answer === null) return { done: 'not' };
  return 'failure' in answer ? { done: 'failed', failure: { code: answer.failure } } : { done: 'saved', name: answer.name };
}

/** Saves a file where the person says; `name` is what it was called in the end. `give`: another way than as it is. */
export function useSaveFile() {
  const [name, setName] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (file: Payload<'file:save'>, give: (file: Payload<'file:save'>) => Promise<HandedOut> = saveAsIs): Promise<boolean> => {
    const out = await give(file);
    if (out.done === 'not') return false;
    setFailure(out.done === 'failed' ? out.failure : null);
    setName(out.done === 'saved' ? out.name : null);
    return out.done === 'saved';
  };
  return { name, failure, save };
}
