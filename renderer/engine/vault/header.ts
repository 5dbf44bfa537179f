import { z } from 'zod';
import { canonicalHash } from '../../../core/crypto/canonical.ts';
import { toBase64Url } from '../../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { HeaderRow } from '../store/rows.ts';

/**
 * The only row in clear: what is needed to turn a passphrase into the key. No name, no date of what
 * is written, no level.
 */
const bytes = (length: number) => z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === length);

/** Nonce, sealed data key of 32 bytes, tag. */
const wrappedKey = bytes(24 + 32 + 16);

const passphraseSlot = z.strictObject({
  type: z.literal('passphrase'),
  salt: bytes(16),
  operations: z.number().int().min(1).max(10_000),
  memory: z.number().int().min(1).max(4_294_967_295),
  wrapped: wrappedKey,
});
const kitSlot = z.strictObject({ type: z.literal('kit'), wrapped: wrappedKey });

export type PassphraseSlot = z.infer<typeof passphraseSlot>;
export type KitSlot = z.infer<typeof kitSlot>;

const vaultHeader = z.strictObject({
  id: z.literal('header'),
  v: z.literal(1),
  /** Random; part of what each slot authenticates, so that a slot of another vault does not fit. */
  vault: z.string().regex(/^[\w-]{22}$/),
  passphrase: passphraseSlot,
  kit: kitSlot,
  /** Milliseconds that the derivation took when the slot was made: for the progress shown. */
  derivationTime: z.number().min(0).max(600_000),
  attempts: z.strictObject({ failed: z.number().int().min(0), last: z.number() }),
  /** Over the slots: tells a damaged header from a wrong passphrase. No protection, a checksum. */
  check: z.string(),
});
export type VaultHeader = z.infer<typeof vaultHeader>;

/** Reads a header row; damaged in any way is `header-damaged`, a later version `store-newer`. */
export function readHeader(row: HeaderRow): Result<VaultHeader, 'header-damaged' | 'store-newer'> {
  if (typeof row['v'] === 'number' && row['v'] > 1) return failed('store-newer');
  const parsed = vaultHeader.safeParse(row);
  if (!parsed.success || parsed.data.check !== checkOf(parsed.data)) return failed('header-damaged');
  return ok(parsed.data);
}

/** A header with its checksum set. */
export function headerOf(parts: Omit<VaultHeader, 'id' | 'v' | 'check'>): VaultHeader {
  const header = { id: 'header', v: 1, ...parts, check: '' } as const;
  return { ...header, check: checkOf(header) };
}

function checkOf(header: Omit<VaultHeader, 'check'>): string {
  const { passphrase, kit } = header;
  return canonicalHash({
    vault: header.vault,
    passphrase: { ...passphrase, salt: toBase64Url(passphrase.salt), wrapped: toBase64Url(passphrase.wrapped) },
    kit: toBase64Url(kit.wrapped),
  });
}
