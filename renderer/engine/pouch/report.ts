import { z } from 'zod';
import type { Failure } from '../../../core/result.ts';
import type { Instant, RecordId } from '../../../core/ids.ts';
import type { OfficeLook } from '../../../core/pouch/standing.ts';
import { isRecordKind } from '../../../core/records/kinds.ts';
import type { DeliveryFailure, DeliveryReport } from '../api.ts';
import type { LedgerStore, NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';
import type { Received } from './opener.ts';

const stateName = 'pouch/report';
export const refusedWhys = ['forged', 'damaged', 'unknown-signer', 'malformed', 'fork', 'removal-notice', 'erase-order', 'countersignature'] as const satisfies readonly DeliveryReport['refused'][number]['why'][];
const failureCodes = [
  'no-channel', 'not-a-member', 'server-absent', 'server-refused', 'server-garbled', 'wrong-server', 'certificate-date', 'session-expired', 'storage-full', 'storage-failed', 'over-budget', 'cancelled', 'busy',
] as const satisfies readonly DeliveryFailure[];

const schema = z.object({
  at: z.number(),
  network: z.string(),
  delivered: z.number(),
  received: z.number(),
  held: z.number(),
  conflicts: z.array(
    z.object({
      record: z.string().transform((text) => text as RecordId),
      kind: z.string().refine(isRecordKind),
      title: z.string(),
    }),
  ),
  refused: z.array(z.object({ why: z.enum(refusedWhys), count: z.number() })),
  unconfirmed: z.number(),
  files: z.object({ sent: z.number(), fetched: z.number(), waiting: z.number() }).optional(),
  moved: z.object({ bytes: z.number(), seconds: z.number() }).optional(),
  failure: z.object({ code: z.enum(failureCodes) }).nullable(),
});

/** The report of the last exchange; `null` when there was none, or when it cannot be read. */
export async function readReport(states: SealedStates): Promise<DeliveryReport | null> {
  const read = await states.read(stateName, schema);
  return read.ok ? read.value : null;
}

export function reportState(report: DeliveryReport): NamedState {
  return { name: stateName, value: report };
}

/** What became of the files; `waiting`: not whole at the office yet. */
export interface FilesTally {
  sent: number;
  fetched: number;
  waiting: number;
}

export interface Tally {
  readonly files: FilesTally;
  readonly network: string;
  /** What passed over the line until now. */
  readonly moved: () => NonNullable<DeliveryReport['moved']>;
  /** Compartments that were not asked for. */
  leftAside: Pick<OfficeLook, 'aboveNetwork' | 'aboveLaptop'>;
  delivered: number;
  held: number;
  readonly received: Received;
  failure: Failure<DeliveryFailure> | null;
}

/** True numbers: what is in the outbox still is unconfirmed, whatever was tried. */
export function makeReport(tally: Tally, unconfirmed: number, at: Instant, ledger: LedgerStore): DeliveryReport {
  const { received } = tally;
  return {
    at,
    network: tally.network,
    delivered: tally.delivered,
    received: received.letters,
    held: tally.held,
    conflicts: listConflicts(received.conflicts, ledger),
    refused: [...received.refused].map(([why, count]) => ({ why, count })),
    unconfirmed,
    files: { ...tally.files },
    moved: tally.moved(),
    failure: tally.failure === null ? null : { code: tally.failure.code },
  };
}

/** Records that this exchange brought a conflict to, fields or approvals. */
export function listConflicts(records: ReadonlySet<RecordId>, ledger: LedgerStore): DeliveryReport['conflicts'] {
  return [...records].flatMap((record) => {
    const entry = ledger.entry(record);
    return entry === null ? [] : [{ record, kind: entry.kind, title: entry.title }];
  });
}
