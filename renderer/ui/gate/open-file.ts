import { useState } from 'react';
import type { Failure } from '../../../core/result.ts';
import { bridge } from '../engine-client/bridge.ts';

type Purpose = 'pairing' | 'erase-order';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Lets the person pick a file of that purpose; what was picked stays when they change their mind. */
export function useOpenFile(purpose: Purpose) {
  const [file, setFile] = useState<OpenedFile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (): Promise<OpenedFile | null> => {
    const answer = await bridge().call('file:open', { purpose });
    if (answer === null) return null;
    if ('failure' in answer) {
      setFailure({ code: answer.failure });
      return null;
    }
    setFailure(null);
    setFile(answer);
    return answer;
  };
  return { file, failure, open, forget: () => setFile(null) };
}
