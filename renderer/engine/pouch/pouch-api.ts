import type { MemberOfGroup, Reason } from '../../../core/clearance/decision.ts';
import type { Instant, JwgId, MarkingId, NetworkId, RecordId } from '../../../core/ids.ts';
import type { PouchFileFailure } from '../../../core/letters/pouch-file.ts';
import type { Marking } from '../../../core/markings/marking.ts';
import type { PouchStanding } from '../../../core/pouch/standing.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Failure, Result } from '../../../core/result.ts';
import type { ArrivalsApi } from './arrivals-api.ts';

export interface ChannelState {
  readonly network: NetworkId | null;
  /** What the status line calls it; empty when nothing is recognised. */
  readonly name: string;
  readonly reachable: boolean;
  readonly accreditation: Marking | null;
  readonly loweredTo: Marking | 'nothing' | null;
}

export interface PouchRow {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly level: MarkingId;
  readonly jwg: string | null;
  readonly changes: number;
}

export interface HeldRow extends PouchRow {
  /** The group it would go to; `null` when it names none. */
  readonly group: JwgId | null;
  /** Who would receive it there. */
  readonly recipients: readonly MemberOfGroup[];
  readonly reasons: readonly [Reason, ...Reason[]];
}

export interface PouchPreview {
  readonly channel: ChannelState;
  readonly goes: readonly PouchRow[];
  readonly stays: readonly HeldRow[];
  readonly standing: PouchStanding;
  /** Arrived and waiting: what cannot be opened yet, and why. */
  readonly waiting: readonly { readonly why: 'no-key' | 'future-epoch' | 'unknown-order' | 'not-in-group' | 'above-ceiling' | 'unknown-signer' | 'damaged' | 'forged'; readonly count: number }[];
  readonly lastDelivery: DeliveryReport | null;
}

export type DeliveryFailure =
  | 'no-channel' | 'not-a-member' | 'server-absent' | 'server-refused' | 'server-garbled' | 'wrong-server' | 'certificate-date' | 'session-expired' | 'storage-full' | 'storage-failed' | 'over-budget' | 'cancelled' | 'busy';

export interface DeliveryProgress {
  readonly phase: 'sealing' | 'delivering' | 'receiving' | 'opening' | 'files' | 'fetching-files' | 'done';
  readonly done: number;
  readonly total: number;
  /** The same in bytes on the wire, by estimate where parts of it are not known yet; `null`: not known at all. */
  readonly bytes: { readonly done: number; readonly total: number } | null;
  readonly bytesPerSecond: number | null;
  /** Until this phase is over, at this speed. */
  readonly secondsLeft: number | null;
}

export interface DeliveryReport {
  readonly at: Instant;
  readonly network: string;
  readonly delivered: number;
  readonly received: number;
  readonly held: number;
  readonly conflicts: readonly { readonly record: RecordId; readonly kind: RecordKind; readonly title: string }[];
  readonly refused: readonly { readonly why: 'forged' | 'damaged' | 'unknown-signer' | 'malformed' | 'fork' | 'removal-notice' | 'erase-order' | 'countersignature'; readonly count: number }[];
  /** Letters sealed but not confirmed; they stay and go with the next delivery. */
  readonly unconfirmed: number;
  /** Attached files that went whole, that came, and that still have to go. */
  readonly files?: { readonly sent: number; readonly fetched: number; readonly waiting: number } | undefined;
  /** Bytes on the wire both ways, and seconds from beginning to end. */
  readonly moved?: { readonly bytes: number; readonly seconds: number } | undefined;
  readonly failure: Failure<DeliveryFailure> | null;
}

export interface ExchangeOptions {
  /** Records only: files stay for another time. */
  readonly recordsOnly?: boolean;
}

/** Something that went wrong on the way, without content: how often, on which network, from when to when. */
export type PouchTrouble = { readonly network: string; readonly first: Instant; readonly last: Instant; readonly count: number } & (
  | { readonly what: 'failed'; readonly code: Exclude<DeliveryFailure, 'no-channel' | 'not-a-member' | 'cancelled' | 'busy'> | PouchFileFailure }
  | { readonly what: 'refused'; readonly code: DeliveryReport['refused'][number]['why'] }
);

export interface PouchApi extends ArrivalsApi {
  /** What went wrong lately, the last first. */
  troubles(): Promise<readonly PouchTrouble[]>;
  preview(): Promise<PouchPreview>;
  channel(): Promise<ChannelState>;
  /** Lowers what this channel is trusted with; `null` takes the lowering back. Never raises. */
  lower(to: MarkingId | 'nothing' | null): Promise<ChannelState>;
  /** Delivers what is cleared and receives what is there; progress comes as events. */
  exchange(options?: ExchangeOptions): Promise<Result<DeliveryReport, DeliveryFailure>>;
  /** Stops what is under way; nothing goes by itself until the next exchange that is asked for, also after a restart. */
  cancel(): Promise<Result<null, 'storage-full' | 'storage-failed' | 'vault-locked'>>;
  /** Nothing goes or comes by itself until `goOn`, also after a restart; what nobody asked for is stopped. */
  pause(): Promise<Result<null, 'storage-full' | 'storage-failed' | 'vault-locked'>>;
  goOn(): Promise<Result<null, 'storage-full' | 'storage-failed' | 'vault-locked'>>;
}
