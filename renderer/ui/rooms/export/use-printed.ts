import { useEffect, useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { Failure } from '../../../../core/result.ts';
import type { MinutesApi, MinutesJob, MinutesOptions } from '../../../engine/api.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';

/** The printed file, and what it was made from. */
export interface Printed {
  readonly job: MinutesJob;
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

export interface Printing {
  /** The last file that could be made; stays while another is being made. */
  readonly printed: Printed | null;
  readonly making: boolean;
  readonly failure: Failure | null;
}

/**
 * Prints a meeting's minutes, and again whenever the choices or the records change. `options` is
 * `null` until they are known.
 */
export function usePrinted(meeting: RecordId, options: MinutesOptions | null): Printing {
  const prepared = useEngineQuery(
    ['records', 'any', 'print', meeting, options?.language ?? '', String(options?.h3Confirmed ?? false)],
    (engine) => engine.minutes.prepare(meeting, options ?? { language: 'en' }),
    { enabled: options !== null },
  ).data;
  const [last, setLast] = useState<Outcome & { readonly of: unknown }>({ of: undefined, printed: null, failure: null });
  useEffect(() => {
    if (prepared === undefined) return undefined;
    let wanted = true;
    void outcomeOf(prepared).then((outcome) => {
      if (wanted) setLast({ of: prepared, ...outcome });
    });
    return () => {
      wanted = false;
    };
  }, [prepared]);
  const making = prepared === undefined || last.of !== prepared;
  return { printed: last.printed, making, failure: making ? null : last.failure };
}

type Outcome = Pick<Printing, 'printed' | 'failure'>;

async function outcomeOf(prepared: Awaited<ReturnType<MinutesApi['prepare']>>): Promise<Outcome> {
  if (!prepared.ok) return { printed: null, failure: prepared.failure };
  const made = await print(prepared.value);
  return 'code' in made ? { printed: null, failure: made } : { printed: made, failure: null };
}

async function print(job: MinutesJob): Promise<Printed | Failure> {
  try {
    const { blocks: _words, ...page } = job;
    const answer = await bridge().call('print:pdf', { ...page, record: new Uint8Array(job.record) });
    return 'failure' in answer ? { code: answer.failure } : { job, pdf: answer.pdf, pages: answer.pages };
  } catch {
    return { code: 'print-failed' };
  }
}
