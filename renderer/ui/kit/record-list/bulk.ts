import { useRef, useState } from 'react';
import type { MarkingId, RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { BulkAnswer, BulkRequest, Skipped } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useWords } from '../../words/words.ts';
import { reportSaved } from '../saved-state.tsx';
import { useHoldOfFailure } from '../hold-words.ts';
import { tellFailure } from '../tell-failure.tsx';
import { offerUndo, tell } from '../undo.ts';
import type { Selection } from './selection.ts';

/** Records changed in one piece; between two of them the progress is shown and it can be stopped. */
const atOnce = 200;

export interface Bulk {
  /** While it runs. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly stop: () => void;
  readonly set: (change: { readonly fields?: Readonly<Record<string, unknown>>; readonly level?: MarkingId }) => Promise<void>;
  readonly move: (act: 'bin' | 'restore') => Promise<void>;
}

type Told = 'bulk.changed' | 'bulk.binned' | 'bulk.restored';

/** Changes everything that is chosen; one press takes it all back. */
export function useBulk(kind: RecordKind, selection: Selection): Bulk {
  const say = useWords('kit');
  const engine = useEngine();
  const [progress, setProgress] = useState<Bulk['progress']>(null);
  const stopped = useRef(false);
  const skippedInWords = useSkippedInWords();

  const run = async (request: Omit<BulkRequest, 'kind' | 'records' | 'undo'>, told: Told) => {
    const records: readonly RecordId[] = [...selection.chosen];
    const undo = crypto.randomUUID();
    stopped.current = false;
    let sum: BulkAnswer = { changed: 0, skipped: [] };
    for (let at = 0; at < records.length && !stopped.current; at += atOnce) {
      setProgress({ done: at, total: records.length });
      const answer = await engine.lists.change({ ...request, kind, records: records.slice(at, at + atOnce), undo });
      if (!answer.ok) {
        tellFailure(answer.failure);
        break;
      }
      sum = added(sum, answer.value);
    }
    setProgress(null);
    if (request.act !== 'edit') selection.clear();
    const left = skippedInWords(sum);
    if (sum.changed === 0) return left === '' ? undefined : tell(left);
    reportSaved(Date.now());
    const message = [say(told, { count: sum.changed }), left].filter((text) => text !== '').join('. ');
    // A level cannot be lowered again: there is nothing to offer.
    if (request.level !== undefined) return tell(message);
    offerUndo(message, () => {
      void engine.lists.undo(undo).then((back) => {
        if (!back.ok) return tellFailure(back.failure);
        const stays = skippedInWords(back.value);
        if (stays !== '') tell(stays);
      });
    });
  };
  return {
    progress,
    stop: () => {
      stopped.current = true;
    },
    set: (change) => run({ act: 'edit', ...change }, 'bulk.changed'),
    move: (act) => run({ act }, act === 'bin' ? 'bulk.binned' : 'bulk.restored'),
  };
}

function added(one: BulkAnswer, other: BulkAnswer): BulkAnswer {
  const skipped = new Map<Skipped['why'], Skipped>();
  for (const some of [...one.skipped, ...other.skipped]) {
    const before = skipped.get(some.why);
    skipped.set(some.why, before === undefined ? some : { ...before, count: before.count + some.count });
  }
  return { changed: one.changed + other.changed, skipped: [...skipped.values()] };
}

const told = ['on-hold', 'locked-record', 'above-ceiling', 'cannot-lower', 'no-data-protection', 'not-valid'] as const;

function useSkippedInWords(): (answer: BulkAnswer) => string {
  const say = useWords('kit');
  const holdOf = useHoldOfFailure();
  return ({ skipped }) => {
    const count = skipped.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) return '';
    const reasons = skipped.map(({ why, count: some, facts }) => {
      // Of a single one it is said whose hold it is; the pages of several say it each.
      if (why === 'on-hold' && some === 1 && facts !== undefined) return holdOf(facts);
      return say(`bulk.skippedWhy.${told.find((one) => one === why) ?? 'other'}`, { count: some });
    });
    return `${say('bulk.skipped', { count })} ${reasons.join(', ')}`;
  };
}
