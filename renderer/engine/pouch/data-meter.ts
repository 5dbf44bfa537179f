import { z } from 'zod';
import type { Day, Instant, NetworkId } from '../../../core/ids.ts';
import { budgetState, nothingUsed, useAfter, useSpent, type BudgetState, type DataBudget, type DataUse } from '../../../core/pouch/data-budget.ts';
import { localDay } from '../notebook/today.ts';
import type { SealedStates } from '../pouch-seam/pouch-ground.ts';
import { readSettings } from '../settings/settings.ts';
import { WireFailure } from './answers.ts';
import type { LineWatch, Passing } from './line-watch.ts';

const stateName = 'pouch/data-use';
const schema = z.object({
  day: z.string().transform((text) => text as Day),
  networks: z.record(z.string().transform((text) => text as NetworkId), z.object({ day: z.number(), month: z.number() })),
  spent: z.object({ bytes: z.number(), per: z.enum(['day', 'month']) }).nullable(),
});

/** Bytes that the end of the process may leave uncounted. */
const uncounted = 256 * 1024;

/** Counts what passes between this laptop and the office, on the network that it is on, and says what is left of the budget. */
export class DataMeter {
  private readonly states: SealedStates;
  private readonly now: () => Instant;
  private use: DataUse;
  private network: NetworkId | null = null;
  private unkept = 0;
  private keeping: Promise<unknown> = Promise.resolve();

  private constructor(states: SealedStates, now: () => Instant, use: DataUse) {
    this.states = states;
    this.now = now;
    this.use = use;
  }

  static async open(states: SealedStates, now: () => Instant): Promise<DataMeter> {
    const read = await states.read(stateName, schema);
    return new DataMeter(states, now, (read.ok ? read.value : null) ?? nothingUsed(localDay(now())));
  }

  /** What is counted from here on passes over this network. */
  isOn(network: NetworkId | null): void {
    this.network = network;
  }

  /** Counts everything. */
  readonly watch: LineWatch = (bytes) => {
    this.count(bytes);
    return {
      sent: () => undefined,
      received: (some) => this.count(some),
      ended: () => {
        if (this.unkept >= uncounted) void this.keep();
      },
    };
  };

  /** Lets nothing pass that would go beyond the budget, and cuts off what does on its way. For what nobody asked for. */
  async guard(): Promise<LineWatch> {
    const budget = await this.budget();
    const left = () => {
      const state = this.stateOf(budget);
      return state === null ? Infinity : state.reached ? 0 : state.limit - state.used;
    };
    const stopAt = (least: number): void => {
      if (budget === null || left() >= least) return;
      this.use = useSpent(this.use, budget, localDay(this.now()));
      throw new WireFailure('over-budget');
    };
    return (bytes): Passing => {
      stopAt(bytes);
      return { sent: () => undefined, received: () => stopAt(1), ended: () => undefined };
    };
  }

  /** `null`: the person set no limit, or none for the network that the laptop is on. */
  async state(): Promise<BudgetState | null> {
    return this.stateOf(await this.budget());
  }

  /** Makes durable what was counted. */
  async keep(): Promise<void> {
    this.unkept = 0;
    const value = this.use;
    this.keeping = this.keeping.then(() => this.states.write([{ name: stateName, value }]));
    await this.keeping;
  }

  private async budget(): Promise<DataBudget | null> {
    return (await readSettings(this.states)).dataBudget;
  }

  private stateOf(budget: DataBudget | null): BudgetState | null {
    return budgetState(budget, this.use, this.network, localDay(this.now()));
  }

  private count(bytes: number): void {
    if (this.network === null) return;
    this.use = useAfter(this.use, this.network, bytes, localDay(this.now()));
    this.unkept += bytes;
  }
}
