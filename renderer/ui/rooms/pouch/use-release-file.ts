import { useState } from 'react';
import type { Failure, Result } from '../../../../core/result.ts';
import type { ReleaseFile } from '../../../engine/api.ts';
import { bridge } from '../../engine-client/bridge.ts';

export interface SavedFile<Value> {
  readonly name: string;
  readonly value: Value;
}

/** Makes a file for the other laptop and saves it where the person says. Nothing is said when they do not. */
export function useReleaseFile<Value extends ReleaseFile>(): {
  readonly failure: Failure | null;
  readonly saved: SavedFile<Value> | null;
  readonly save: (made: Promise<Result<Value>>) => Promise<boolean>;
} {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<SavedFile<Value> | null>(null);
  const save = async (made: Promise<Result<Value>>): Promise<boolean> => {
    const file = await made;
    setFailure(file.ok ? null : file.failure);
    if (!file.ok) return false;
    const { suggestedName } = file.value;
    const answer = await bridge().call('file:save', { purpose: 'release', suggestedName, bytes: new Uint8Array(file.value.file) });
    if (answer === null) return false;
    if ('failure' in answer) {
      setFailure({ code: answer.failure });
      return false;
    }
    setSaved({ name: answer.name, value: file.value });
    return true;
  };
  return { failure, saved, save };
}
