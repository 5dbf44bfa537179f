import type { RecordId } from '../../../core/ids.ts';
import { failed } from '../../../core/result.ts';
import type { Session } from '../session.ts';
import { whenOpen } from '../when-open.ts';
import { begunReview, keepReview } from './begun-reviews.ts';
import type { LoweringApi, LoweringRow } from './lowering-api.ts';
import { readLowering, readLoweringBook } from './lowering-book.ts';
import { makeCopy, prepareCopy } from './lower-record.ts';

/** Copies at a lower level, for whoever asks at any time. */
export function createLowering(session: () => Session | null): LoweringApi {
  const inSession = whenOpen(session);
  return {
    prepare: (record, level) => inSession((open) => prepareCopy(open, record, level), failed('vault-locked')),
    make: (request) => inSession((open) => makeCopy(open, request), failed('vault-locked')),
    begun: (record) => inSession((open) => begunReview(open.states, record), null),
    keep: (record, review) => inSession((open) => keepReview(open.states, record, review), failed('vault-locked')),
    of: (record) => inSession((open) => copiesOf(open, record), []),
  };
}

async function copiesOf({ states, ledger }: Session, record: RecordId): Promise<readonly LoweringRow[]> {
  const book = await readLoweringBook(states);
  return book.flatMap((signed): readonly LoweringRow[] => {
    const read = readLowering(signed);
    if (read === null || (read.entry.from !== record && read.entry.to !== record)) return [];
    const { id, from, to, fromLevel, toLevel, at, ground, reviewer, consent } = read.entry;
    const side = from === record ? 'copied-from' : 'copy';
    const other = ledger.catalogue.get(side === 'copied-from' ? to : from);
    return [{
      id, side, fromLevel, toLevel, at, ground, reviewer, consent,
      other: other === undefined || other.gone !== null ? null : { record: other.record, kind: other.kind },
      intact: read.intact,
    }];
  }).toReversed();
}
