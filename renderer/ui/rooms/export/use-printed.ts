import { useEffect, useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { Failure } from '../../../../core/result.ts';
import type { MinutesOptions, PrintJob } from '../../../engine/api.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';

/** The printed file, and what it was made from. */
export interface Printed {
  readonly job: PrintJob;
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
  const [printed, setPrinted] = useState<Printed | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [making, setMaking] = useState(false);
  useEffect(() => {
    if (prepared === undefined) return undefined;
    let wanted = true;
    const finish = (made: Printed | null, why: Failure | null) => {
      if (!wanted) return;
      setPrinted(made);
      setFailure(why);
      setMaking(false);
    };
    if (prepared.ok) {
      setMaking(true);
      void print(prepared.value).then((made) => ('code' in made ? finish(null, made) : finish(made, null)));
    } else finish(null, prepared.failure);
    return () => {
      wanted = false;
    };
  }, [prepared]);
  return { printed, failure, making: making || prepared === undefined };
}

async function print(job: PrintJob): Promise<Printed | Failure> {
  try {
    const answer = await bridge().call('print:pdf', { ...job, record: new Uint8Array(job.record) });
    return 'failure' in answer ? { code: answer.failure } : { job, pdf: answer.pdf, pages: answer.pages };
  } catch {
    return { code: 'print-failed' };
  }
}
