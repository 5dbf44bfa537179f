import { useState } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { Payload } from '../../../../electron/preload/bridge.ts';
import { bridge } from '../../engine-client/bridge.ts';

/** Saves a file where the person says; `name` is what it was called in the end. */
export function useSaveFile() {
  const [name, setName] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (file: Payload<'file:save'>): Promise<boolean> => {
    const answer = await bridge().call('file:save', { ...file, bytes: new Uint8Array(file.bytes) });
    if (answer === null) return false;
    setFailure('failure' in answer ? { code: answer.failure } : null);
    setName('failure' in answer ? null : answer.name);
    return !('failure' in answer);
  };
  return { name, failure, save };
}
