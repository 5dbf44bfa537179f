import type { Day, NetworkId } from '../ids.ts';

/** How much may go and come by itself in a day or a month. */
export interface DataBudget {
  readonly bytes: number;
  readonly per: 'day' | 'month';
  /** On these networks together; empty: on all. */
  readonly networks: readonly NetworkId[];
}

/** What passed on each network, counted on one day and in its month. */
export interface DataUse {
  readonly day: Day;
  readonly networks: Readonly<Record<NetworkId, { readonly day: number; readonly month: number }>>;
  /** The limit that something was kept back for: what is left of it is too little to go on with. */
  readonly spent: { readonly bytes: number; readonly per: DataBudget['per'] } | null;
}

/** How a budget stands on the network that the laptop is on. */
export interface BudgetState {
  readonly per: DataBudget['per'];
  /** Bytes. */
  readonly limit: number;
  readonly used: number;
  readonly reached: boolean;
}

export function nothingUsed(day: Day): DataUse {
  return { day, networks: {}, spent: null };
}

/** The same use as it stands today: another day begins at nothing, and another month too. */
export function useOn(use: DataUse, today: Day): DataUse {
  if (use.day === today) return use;
  const isSameMonth = monthOf(use.day) === monthOf(today);
  const networks = Object.fromEntries(Object.entries(use.networks).map(([id, { month }]) => [id, { day: 0, month: isSameMonth ? month : 0 }]));
  return { day: today, networks, spent: isSameMonth && use.spent?.per === 'month' ? use.spent : null };
}

/** After so many more bytes on a network. */
export function useAfter(use: DataUse, network: NetworkId, bytes: number, today: Day): DataUse {
  const now = useOn(use, today);
  const { day, month } = now.networks[network] ?? { day: 0, month: 0 };
  return { ...now, networks: { ...now.networks, [network]: { day: day + bytes, month: month + bytes } } };
}

/** After something was kept back because it would have gone beyond this budget. */
export function useSpent(use: DataUse, { bytes, per }: DataBudget, today: Day): DataUse {
  return { ...useOn(use, today), spent: { bytes, per } };
}

/** `null`: nothing is limited on this network. */
export function budgetState(budget: DataBudget | null, use: DataUse, network: NetworkId | null, today: Day): BudgetState | null {
  if (budget === null || (network !== null && budget.networks.length > 0 && !budget.networks.includes(network))) return null;
  const { networks, spent } = useOn(use, today);
  const counted = Object.entries(networks).filter(([id]) => budget.networks.length === 0 || budget.networks.includes(id as NetworkId));
  const used = counted.reduce((total, [, one]) => total + one[budget.per], 0);
  const isSpent = spent !== null && spent.bytes === budget.bytes && spent.per === budget.per;
  return { per: budget.per, limit: budget.bytes, used, reached: used >= budget.bytes || isSpent };
}

function monthOf(day: Day): string {
  return day.slice(0, 7);
}
