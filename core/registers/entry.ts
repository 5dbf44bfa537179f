import { z } from 'zod';
import { canonicalHash } from '../crypto/canonical.ts';
import type { ChainId, DeviceId, EntryHash, Instant } from '../ids.ts';

export const registerNames = ['transfers', 'consultations'] as const;
export type RegisterName = (typeof registerNames)[number];

/** One register as one device keeps it. Whatever is signed or hashed names all three: an entry serves nowhere else. */
export interface ChainName {
  readonly register: RegisterName;
  readonly device: DeviceId;
  readonly chain: ChainId;
}

/** Numbers run from 1 and each entry names the one before: what is taken out, altered, added or moved shows. */
export interface Entry<Content = unknown> {
  readonly number: number;
  readonly previous: EntryHash | null;
  /** What the laptop's clock said. The order of entries is that of their numbers. */
  readonly at: Instant;
  readonly content: Content;
}

/** Where a chain ends, and where the next entry continues; number 0 before the first. */
export interface ChainEnd {
  readonly number: number;
  readonly hash: EntryHash | null;
}

export const beginning: ChainEnd = { number: 0, hash: null };

export const entryHashText = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as EntryHash);

export const chainName = z.strictObject({
  register: z.enum(registerNames),
  device: z.string().regex(/^[\w-]{43}$/).transform((text) => text as DeviceId),
  chain: z.string().regex(/^[\w-]{22}$/).transform((text) => text as ChainId),
});

/** An entry of which only the links are checked: what it says is its register's to read. */
export const anyEntry = z.strictObject({
  number: z.number().int().min(1),
  previous: entryHashText.nullable(),
  at: z.number(),
  content: z.record(z.string(), z.unknown()),
});

/** SHA-256 over the entry and the chain that it stands in. */
export function entryHash({ register, device, chain }: ChainName, { number, previous, at, content }: Entry): EntryHash {
  return canonicalHash({ v: 1, register, device, chain, number, previous, at, content }) as EntryHash;
}

/** Entries for what happened, each linked to the one before, and where the chain ends then. */
export function continueChain<Content>(name: ChainName, end: ChainEnd, contents: readonly Content[], at: Instant): { readonly entries: readonly Entry<Content>[]; readonly end: ChainEnd } {
  let last = end;
  const entries = contents.map((content) => {
    const entry: Entry<Content> = { number: last.number + 1, previous: last.hash, at, content };
    last = { number: entry.number, hash: entryHash(name, entry) };
    return entry;
  });
  return { entries, end: last };
}
