import type { Instant } from '../ids.ts';
import type { BudgetState } from './data-budget.ts';

/** How the pouch stands now, in numbers that are true at this moment and not only after the last exchange. */
export interface PouchStanding {
  /** Records that may go over the channel now. */
  readonly goes: number;
  /** Records that are held. */
  readonly stays: number;
  /** Records with changes that did not go and that are too many to be sorted into the two above by the way. */
  readonly unsorted: number;
  /** Letters that are sealed and that the office has not confirmed. */
  readonly underWay: number;
  /** Files of records that went, not whole at the office. */
  readonly filesToGo: number;
  /** The same, but they are not on this laptop either and cannot go from here. */
  readonly filesElsewhere: number;
  /** Files that come by themselves and have not. */
  readonly filesToCome: number;
  /** Letters that came and are kept apart until somebody's word lets them in. */
  readonly quarantined: number;
  /** Parcels that came and could not be opened, or not whole. */
  readonly unopened: number;
  /** Why nothing goes by itself although the person wants that in general; `null`: it does, or they do not. */
  readonly paused: Paused | null;
  /** What is used of the person's limit on the network that the laptop is on; `null`: there is none. */
  readonly budget: BudgetState | null;
  /** The last time that the office was asked; `null`: never. */
  readonly looked: OfficeLook | null;
}

export type Paused =
  /** The person paused it, or stopped an exchange. */
  | { readonly why: 'person' | 'stopped'; readonly since: Instant }
  /** Until the next period, another limit or another network. */
  | { readonly why: 'budget' };

export interface OfficeLook {
  readonly at: Instant;
  /** What the laptop was on. */
  readonly network: string;
  /** It broke off before its end. */
  readonly failed: boolean;
  /** Compartments granted to this laptop that were not asked for because of the network… */
  readonly aboveNetwork: number;
  /** …or because of the laptop or the person: its ceiling, a briefing, a clearance. */
  readonly aboveLaptop: number;
}

/** What counts something, in the order in which it is said. */
const counted = ['to-go', 'unsorted', 'under-way', 'files-to-go', 'files-elsewhere', 'quarantined', 'unopened', 'files-to-come'] as const;
export type CountedSaying = (typeof counted)[number];

export type PouchSaying =
  /** Said beside any other: nothing goes by itself. */
  | { readonly says: 'paused' }
  /** Something is moving at this moment. */
  | { readonly says: 'exchanging' }
  /** The office was never asked. */
  | { readonly says: 'never' }
  | { readonly says: 'broke-off'; readonly at: Instant; readonly network: string }
  | { readonly says: CountedSaying; readonly count: number }
  | { readonly says: 'not-fetched-network'; readonly network: string }
  | { readonly says: 'not-fetched-laptop' }
  /** The office has confirmed everything that may go, files too, and everything that comes by itself is here and open. */
  | { readonly says: 'synchronised'; readonly at: Instant; readonly network: string }
  /** Said beside any other: what is held has its reasons, and being held is no shortcoming of the exchange. */
  | { readonly says: 'held'; readonly count: number };

/**
 * What may truly be said of the pouch, the most pressing first. "Synchronised" is said when nothing
 * else is to be said but what is held and that nothing goes by itself.
 */
export function sayingsOf(standing: PouchStanding, isMoving: boolean): readonly PouchSaying[] {
  const { looked, stays } = standing;
  const moving: readonly PouchSaying[] = isMoving ? [{ says: 'exchanging' }] : [];
  const amiss = [...moving, ...beginning(looked), ...ofTheCounts(standing), ...notFetched(looked)];
  const paused: readonly PouchSaying[] = standing.paused === null ? [] : [{ says: 'paused' }];
  const held: readonly PouchSaying[] = stays > 0 ? [{ says: 'held', count: stays }] : [];
  if (looked === null || amiss.length > 0) return [...paused, ...amiss, ...held];
  return [...paused, { says: 'synchronised', at: looked.at, network: looked.network }, ...held];
}

function beginning(looked: OfficeLook | null): readonly PouchSaying[] {
  if (looked === null) return [{ says: 'never' }];
  return looked.failed ? [{ says: 'broke-off', at: looked.at, network: looked.network }] : [];
}

function ofTheCounts(standing: PouchStanding): readonly PouchSaying[] {
  const counts: Readonly<Record<CountedSaying, number>> = {
    'to-go': standing.goes,
    unsorted: standing.unsorted,
    'under-way': standing.underWay,
    'files-to-go': standing.filesToGo,
    'files-elsewhere': standing.filesElsewhere,
    quarantined: standing.quarantined,
    unopened: standing.unopened,
    'files-to-come': standing.filesToCome,
  };
  return counted.filter((says) => counts[says] > 0).map((says) => ({ says, count: counts[says] }));
}

function notFetched(looked: OfficeLook | null): readonly PouchSaying[] {
  const sayings: PouchSaying[] = [];
  if (looked !== null && looked.aboveNetwork > 0) sayings.push({ says: 'not-fetched-network', network: looked.network });
  if (looked !== null && looked.aboveLaptop > 0) sayings.push({ says: 'not-fetched-laptop' });
  return sayings;
}
