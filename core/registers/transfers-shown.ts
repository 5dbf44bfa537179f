import type { DeviceId, Instant, ParcelId, RecordId, TransferId } from '../ids.ts';
import type { Act, Lot, TransferContent, TransferEnd } from './transfer.ts';

/** What begins a transfer; the other entries say what became of one. */
export type TransferBegun = Exclude<TransferContent, Act<'confirmed'> | Act<'resealed'> | Act<'ended'>>;

/** How it stands. `done`: there is nothing more to know. `not-known` is what was handed to the person when the app ended before they had said where to. */
export type TransferResult = 'waiting' | 'partly' | 'confirmed' | TransferEnd | 'not-known' | 'done';

/** One transfer, put together from all entries about it. */
export interface TransferShown {
  readonly transfer: TransferId;
  readonly device: DeviceId;
  readonly number: number;
  readonly at: Instant;
  readonly begun: TransferBegun;
  readonly lots: readonly Lot[];
  readonly result: TransferResult;
  /** When the result was known. */
  readonly since: Instant | null;
}

export interface TransferEntry {
  readonly device: DeviceId;
  readonly number: number;
  readonly at: Instant;
  readonly content: TransferContent;
}

/**
 * Transfers from the entries of all chains, each chain in its order; the latest first. What a later
 * entry says of one is told with it.
 */
export function transfersShown(entries: readonly TransferEntry[]): readonly TransferShown[] {
  const confirmed = new Map<ParcelId, Instant>();
  const instead = new Map<ParcelId, readonly ParcelId[]>();
  const ended = new Map<TransferId, { readonly how: TransferEnd; readonly at: Instant }>();
  for (const { at, content } of entries) {
    if (content.act === 'confirmed') for (const parcel of content.parcels) if (!confirmed.has(parcel)) confirmed.set(parcel, at);
    if (content.act === 'resealed') for (const { was, now } of content.instead) instead.set(was, now);
    if (content.act === 'ended') ended.set(content.transfer, { how: content.how, at });
  }
  const shown: TransferShown[] = [];
  for (const { device, number, at, content } of entries) {
    if (content.act === 'confirmed' || content.act === 'resealed' || content.act === 'ended') continue;
    const { result, since } = content.act === 'sealed' ? delivery(content.parcels.flatMap((one) => nowOf(one, instead)), confirmed) : ending(content, ended);
    shown.push({ transfer: content.transfer, device, number, at, begun: content, lots: content.act === 'backed-up' ? [] : content.lots, result, since });
  }
  return shown.toSorted((one, other) => other.at - one.at || other.number - one.number);
}

/** Every record that a transfer was about. */
export function recordsIn(lots: readonly Lot[]): readonly RecordId[] {
  return [...new Set(lots.flatMap((lot) => lot.records))];
}

/** What stands for a parcel now; one that was sealed anew may have been again. */
function nowOf(parcel: ParcelId, instead: ReadonlyMap<ParcelId, readonly ParcelId[]>): readonly ParcelId[] {
  return instead.get(parcel)?.flatMap((one) => nowOf(one, instead)) ?? [parcel];
}

function delivery(parcels: readonly ParcelId[], confirmed: ReadonlyMap<ParcelId, Instant>): Pick<TransferShown, 'result' | 'since'> {
  // All of it was ordered away before it went.
  if (parcels.length === 0) return { result: 'not-given', since: null };
  const times = parcels.flatMap((parcel) => confirmed.get(parcel) ?? []);
  if (times.length === 0) return { result: 'waiting', since: null };
  return { result: times.length === parcels.length ? 'confirmed' : 'partly', since: Math.max(...times) };
}

function ending(content: Exclude<TransferBegun, Act<'sealed'>>, ended: ReadonlyMap<TransferId, { readonly how: TransferEnd; readonly at: Instant }>): Pick<TransferShown, 'result' | 'since'> {
  const end = ended.get(content.transfer);
  if (end !== undefined) return { result: end.how, since: end.at };
  const isDone = (content.act === 'handed-over' && content.what === 'cases') || (content.act === 'exported' && content.as === 'clipboard');
  return { result: isDone ? 'done' : 'not-known', since: null };
}
