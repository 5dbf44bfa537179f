import { z } from 'zod';
import type { RecordId } from '../../../core/ids.ts';
import type { FieldValue } from '../../../core/ledger/change.ts';
import { markingId } from '../../../core/records/parts.ts';
import type { Result } from '../../../core/result.ts';
import type { SealedStates, StoreFailure } from '../pouch-seam/pouch-ground.ts';
import type { ReviewBegun } from './lowering-api.ts';

const stateName = 'lowering/reviews';
/** The oldest go: nobody reviews more at a time. */
const most = 20;

const reviews = z.array(
  z.object({
    record: z.string().transform((text) => text as RecordId),
    review: z.object({
      level: markingId,
      turned: z.record(z.string(), z.boolean()),
      written: z.record(z.string(), z.custom<FieldValue>((value) => value !== undefined)),
      typed: z.record(z.string(), z.string().nullable()),
    }),
  }),
);

/** Reviews that are not finished; on this laptop only, and in no backup. */
export async function begunReview(states: SealedStates, record: RecordId): Promise<ReviewBegun | null> {
  return (await read(states)).find((one) => one.record === record)?.review ?? null;
}

/** `null`: it is finished, or left. */
export async function keepReview(states: SealedStates, record: RecordId, review: ReviewBegun | null): Promise<Result<null, StoreFailure>> {
  const others = (await read(states)).filter((one) => one.record !== record);
  return states.write([{ name: stateName, value: [...others, ...(review === null ? [] : [{ record, review }])].slice(-most) }]);
}

async function read(states: SealedStates): Promise<readonly { readonly record: RecordId; readonly review: ReviewBegun }[]> {
  const kept = await states.read(stateName, reviews);
  return kept.ok ? (kept.value ?? []) : [];
}
