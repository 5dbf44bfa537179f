import { useState } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { HeldRow, ReleaseActInput } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';

/** Records an act on a row; what was typed stays when it fails. The engine's event brings the new columns. */
export function useRecord(row: HeldRow, onDone: () => void): { readonly failure: Failure | null; readonly record: (act: ReleaseActInput) => Promise<void> } {
  const engine = useEngine();
  const [failure, setFailure] = useState<Failure | null>(null);
  const record = async (act: ReleaseActInput) => {
    const answer = await engine.departures.act(row.record, act);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onDone();
  };
  return { failure, record };
}
