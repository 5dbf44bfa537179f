/**
 * Keys, plaintext and ciphertext are types of their own, so that mixing them does not compile.
 * All are byte arrays at run time; sizes are libsodium's.
 */
declare const brand: unique symbol;
type Bytes<Name extends string> = Uint8Array & { readonly [brand]: Name };

/** 32 bytes for XChaCha20-Poly1305. `Use` says what it may seal: `'notebook-row'`, `'compartment'`… */
export type SealKey<Use extends string = string> = Bytes<'seal-key'> & { readonly use?: Use };
/** 32 bytes for keyed hashes (blind indexes). */
export type IndexKey = Bytes<'index-key'>;
/** Nonce (24 bytes), then XChaCha20-Poly1305 ciphertext with its tag. */
export type Sealed = Bytes<'sealed'>;
/** An X25519 sealed box: only the holder of the box key opens it. */
export type SealedBox = Bytes<'sealed-box'>;
/** Ed25519 public key, 32 bytes. */
export type SignPublicKey = Bytes<'sign-public'>;
/** Ed25519 secret key, 64 bytes. */
export type SignSecretKey = Bytes<'sign-secret'>;
/** X25519 public key, 32 bytes. */
export type BoxPublicKey = Bytes<'box-public'>;
/** X25519 secret key, 32 bytes. */
export type BoxSecretKey = Bytes<'box-secret'>;
/** Ed25519 detached signature, 64 bytes. */
export type Signature = Bytes<'signature'>;

export interface SignPair {
  readonly publicKey: SignPublicKey;
  readonly secretKey: SignSecretKey;
}
export interface BoxPair {
  readonly publicKey: BoxPublicKey;
  readonly secretKey: BoxSecretKey;
}

/** Argon2id parameters as they stand in a key slot. `memory` in bytes. */
export interface DerivationParameters {
  readonly operations: number;
  readonly memory: number;
}

/** Refused below this: 64 MiB and three passes (docs/security.md). */
export const derivationFloor: DerivationParameters = { operations: 3, memory: 64 * 1024 * 1024 };

/**
 * What one guess at a watched name costs: below the floor of passphrases on purpose, since every text
 * that is written is compared (docs/decisions/0019).
 */
export const nameDerivation: DerivationParameters = { operations: 1, memory: 8 * 1024 * 1024 };
