import { z } from 'zod';
import { signedStatement } from '../../../core/organisation/signed-statement.ts';
import { chainName, type ChainName, type RegisterName } from '../../../core/registers/entry.ts';
import type { WholeChain } from '../../../core/registers/unite-chains.ts';
import type { NamedState } from '../pouch-seam/pouch-ground.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import type { RowBatch } from '../store/rows.ts';
import { continuePages, openPage, type RegisterPage } from './register-pages.ts';

const keptChain = z.strictObject({
  name: chainName,
  head: signedStatement.nullable(),
  checkpoint: signedStatement.nullable(),
  /** Its pages; the last is the one that is written on. `first` behind `last`: it has none. */
  first: z.number().int().min(0),
  last: z.number().int().min(0),
  /** When entries that are old enough to go were seen first. */
  due: z.number().nullable(),
});

/** The state of a register: its chains, and which of them this laptop continues. */
export const keptChains = z.strictObject({ v: z.literal(1), current: chainName.shape.chain.nullable(), chains: z.array(keptChain).max(1000) });
export type KeptChain = z.output<typeof keptChain>;
export type KeptChains = z.output<typeof keptChains>;

export function stateNameOf(register: RegisterName): string {
  return `registers/${register}`;
}

export function stateOf(register: RegisterName, kept: KeptChains): NamedState {
  return { name: stateNameOf(register), value: kept satisfies z.input<typeof keptChains> };
}

/** A chain that begins. */
export function newChain(name: ChainName): KeptChain {
  return { name, head: null, checkpoint: null, first: 0, last: 0, due: null };
}

/** A register of an earlier laptop on a new one, which begins a chain of its own beside those with its first entry. */
export function restoredRegister(register: RegisterName, chains: readonly WholeChain[]): { readonly state: NamedState; readonly pages: (rows: SealedRows) => NonNullable<RowBatch['registered']> } {
  const mine = chains.filter((one) => one.name.register === register).map((chain) => pagedChain(chain, 0));
  return {
    state: stateOf(register, { v: 1, current: null, chains: mine.map((one) => one.kept) }),
    pages: (rows) => mine.flatMap((one) => one.pages.map((page) => rows.sealRegisterPage(page))),
  };
}

/** A chain that comes from elsewhere, on pages from `first` on. */
export function pagedChain({ name, head, checkpoint, entries }: WholeChain, first: number): { readonly kept: KeptChain; readonly pages: readonly RegisterPage[] } {
  const pages = entries.length === 0 ? [] : continuePages(openPage(first), entries);
  return {
    kept: { name, head, checkpoint, first: pages.length === 0 ? first + 1 : first, last: pages.at(-1)?.page ?? first, due: null },
    pages: pages.map((one) => ({ name, page: one.page, entries: one.entries })),
  };
}
