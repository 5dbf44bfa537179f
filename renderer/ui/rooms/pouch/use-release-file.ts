import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure, Result } from '../../../../core/result.ts';
import type { ReleaseFile } from '../../../engine/api.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { handOutRegistered, type HandedOut } from '../../kit/hand-out.ts';

export interface SavedFile<Value> {
  readonly name: string;
  readonly value: Value;
}

/** Makes a file for the other laptop and saves it where the person says. Nothing is said when they do not. */
export function useReleaseFile<Value extends ReleaseFile>(): {
  readonly failure: Failure | null;
  readonly saved: SavedFile<Value> | null;
  /** `kept`: it was made, and the person put the dialog away. */
  readonly save: (made: Promise<Result<Value>>) => Promise<'saved' | 'kept' | 'failed'>;
} {
  const engine = useEngine();
  const client = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState<SavedFile<Value> | null>(null);
  const save = async (made: Promise<Result<Value>>): Promise<'saved' | 'kept' | 'failed'> => {
    const file = await made;
    setFailure(file.ok ? null : file.failure);
    if (!file.ok) return 'failed';
    const out = await saveFile(engine, file.value);
    if (out.done === 'failed') setFailure(out.failure);
    if (out.done !== 'saved') return out.done === 'failed' ? 'failed' : 'kept';
    setSaved({ name: out.name, value: file.value });
    await client.invalidateQueries({ queryKey: ['pouch', 'releases'] });
    return 'saved';
  };
  return { failure, saved, save };
}

/** A request holds what records say, and stands in the register; an answer holds nothing of them. */
async function saveFile(engine: Engine, { transfer, suggestedName, file }: ReleaseFile): Promise<HandedOut> {
  const saving = { purpose: 'release', suggestedName, bytes: new Uint8Array(file) } as const;
  if (transfer !== undefined) return handOutRegistered(engine, transfer, saving);
  const answer = await bridge().call('file:save', saving);
  if (answer === null) return { done: 'not' };
  return 'failure' in answer ? { done: 'failed', failure: { code: answer.failure } } : { done: 'saved', name: answer.name };
}
