import { z } from 'zod';
import type { SignSecretKey } from '../crypto/keys.ts';
import type { DeviceId, Instant } from '../ids.ts';
import { keyBytes } from '../organisation/key-text.ts';
import { openStatement, peekStatement, signStatement, type SignedStatement } from '../organisation/signed-statement.ts';
import { chainName, entryHashText, type ChainEnd, type ChainName } from './entry.ts';

/** What a device signs each time that its chain has grown: it ends here. */
const headContent = z.strictObject({
  v: z.literal(1),
  ...chainName.shape,
  number: z.number().int().min(1),
  hash: entryHashText,
  at: z.number(),
});
export type Head = z.output<typeof headContent>;

/** What a device signs when it has dropped entries that were old enough: everything up to here, and none younger than `newest`. */
const checkpointContent = z.strictObject({
  v: z.literal(1),
  ...chainName.shape,
  number: z.number().int().min(1),
  hash: entryHashText,
  newest: z.number(),
  at: z.number(),
  /** Who dropped them; the chain of an earlier laptop is pruned by the one that holds it now. */
  by: chainName.shape.device,
});
export type Checkpoint = z.output<typeof checkpointContent>;

export function signHead(name: ChainName, end: ChainEnd, at: Instant, key: SignSecretKey): SignedStatement {
  return signStatement('register-head', headContent.parse({ v: 1, ...named(name), ...end, at }), key);
}

/** `null`: not a head of this chain, or not signed by its device, whose identifier is its public key. */
export function openHead(name: ChainName, signed: unknown): Head | null {
  const opened = openStatement('register-head', headContent, signed, keyBytes(name.device));
  return opened.ok && isOf(name, opened.value) ? opened.value : null;
}

export function signCheckpoint(name: ChainName, checkpoint: Pick<Checkpoint, 'number' | 'hash' | 'newest' | 'at' | 'by'>, key: SignSecretKey): SignedStatement {
  const { number, hash, newest, at, by } = checkpoint;
  return signStatement('register-checkpoint', checkpointContent.parse({ v: 1, ...named(name), number, hash, newest, at, by }), key);
}

/**
 * `null`: not a checkpoint of this chain, or signed by a device that is none of the person's.
 * `mayPrune`: whether a device is one of theirs.
 */
export function openCheckpoint(name: ChainName, signed: SignedStatement, mayPrune: (device: DeviceId) => boolean): Checkpoint | null {
  const claimed = checkpointContent.safeParse(peekStatement(signed));
  if (!claimed.success || !mayPrune(claimed.data.by)) return null;
  const opened = openStatement('register-checkpoint', checkpointContent, signed, keyBytes(claimed.data.by));
  return opened.ok && isOf(name, opened.value) ? opened.value : null;
}

function named({ register, device, chain }: ChainName): ChainName {
  return { register, device, chain };
}

function isOf(name: ChainName, claimed: ChainName): boolean {
  return claimed.register === name.register && claimed.device === name.device && claimed.chain === name.chain;
}
