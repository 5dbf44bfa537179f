import sodium from 'libsodium-wrappers-sumo';
import { failed, ok, type Result } from '../result.ts';
import {
  derivationFloor,
  nameDerivation,
  type BoxPair,
  type BoxPublicKey,
  type BoxSecretKey,
  type DerivationParameters,
  type IndexKey,
  type SealKey,
  type Sealed,
  type SealedBox,
  type SignPair,
  type SignPublicKey,
  type SignSecretKey,
  type Signature,
} from './keys.ts';
import { pooledRandom } from './random-pool.ts';

/**
 * libsodium behind our own types. Await `cryptoReady` once per process or worker; everything after
 * that is synchronous. No primitive here is our own.
 */
export const cryptoReady: Promise<void> = sodium.ready;

const nonceBytes = 24;

export function randomBytes(count: number): Uint8Array {
  return pooledRandom(count);
}

/** 128 random bits in base64url: 22 characters. */
export function randomId<Name extends string>(): Name {
  return toBase64Url(randomBytes(16)) as Name;
}

/** SHA-256, 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return sodium.crypto_hash_sha256(bytes);
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return sodium.to_hex(sha256(bytes));
}

/** SHA-256 of bytes that come in pieces. */
export interface HashStream {
  add(bytes: Uint8Array): void;
  /** In lower-case hexadecimal; nothing can be added afterwards. */
  end(): string;
}

export function sha256Stream(): HashStream {
  const state = sodium.crypto_hash_sha256_init();
  return {
    add: (bytes) => sodium.crypto_hash_sha256_update(state, bytes),
    end: () => sodium.to_hex(sodium.crypto_hash_sha256_final(state)),
  };
}

/** Keyed BLAKE2b, 16 bytes in base64url: a blind index. Equal inputs give equal outputs only under one key. */
export function blindIndex(key: IndexKey, text: string): string {
  return toBase64Url(sodium.crypto_generichash(16, sodium.from_string(text), key));
}

export function newSealKey<Use extends string>(): SealKey<Use> {
  return sodium.crypto_aead_xchacha20poly1305_ietf_keygen() as SealKey<Use>;
}

/** Seals with XChaCha20-Poly1305 under a random nonce; `context` is authenticated and not stored. */
export function seal(key: SealKey, plain: Uint8Array, context: string): Sealed {
  const nonce = randomBytes(nonceBytes);
  const body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, sodium.from_string(context), null, nonce, key);
  const out = new Uint8Array(nonceBytes + body.length);
  out.set(nonce);
  out.set(body, nonceBytes);
  return out as Sealed;
}

/** Opens what `seal` made. Any altered bit, another key or another context gives `cannot-open`. */
export function open(key: SealKey, sealed: Uint8Array, context: string): Result<Uint8Array, 'cannot-open'> {
  if (sealed.length < nonceBytes + 16) return failed('cannot-open');
  try {
    const nonce = sealed.subarray(0, nonceBytes);
    const body = sealed.subarray(nonceBytes);
    return ok(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, sodium.from_string(context), nonce, key));
  } catch {
    return failed('cannot-open');
  }
}

/** One of 2^64 keys derived from a master key (BLAKE2b, libsodium's kdf). `purpose` is 8 ASCII characters. */
export function deriveKey(master: SealKey, purpose: string, number = 1): Uint8Array {
  if (purpose.length !== 8) throw new Error('a key purpose has eight characters');
  return sodium.crypto_kdf_derive_from_key(32, number, purpose, master);
}

/** Argon2id 1.3. Blocks for about a second: never call it on the interface's thread. */
export function deriveFromPassphrase(
  passphrase: string,
  salt: Uint8Array,
  parameters: DerivationParameters,
): Result<SealKey<'slot'>, 'parameters-below-floor'> {
  if (parameters.operations < derivationFloor.operations || parameters.memory < derivationFloor.memory) {
    return failed('parameters-below-floor');
  }
  const key = sodium.crypto_pwhash(
    32,
    passphrase.normalize('NFKC'),
    salt,
    parameters.operations,
    parameters.memory,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
  return ok(key as SealKey<'slot'>);
}

export const passphraseSaltBytes = 16;

/**
 * A key from a few words that could be guessed: Argon2id 1.3 under `nameDerivation`, 32 bytes. Blocks for some
 * hundredths of a second. `salt` has 16 bytes.
 */
export function deriveFromName(words: string, salt: Uint8Array): IndexKey {
  const { operations, memory } = nameDerivation;
  return sodium.crypto_pwhash(32, words, salt, operations, memory, sodium.crypto_pwhash_ALG_ARGON2ID13) as IndexKey;
}

/** Keyed BLAKE2b cut to so many bits (at most 31), as a number. Equal by chance once in 2^bits. */
export function shortMark(key: IndexKey, text: string, bits: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = sodium.crypto_generichash(16, sodium.from_string(text), key);
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 1) % 2 ** bits;
}

export function newSignPair(): SignPair {
  const pair = sodium.crypto_sign_keypair();
  return { publicKey: pair.publicKey as SignPublicKey, secretKey: pair.privateKey as SignSecretKey };
}

/** Signs `purpose` and the message together, so that a signature for one purpose never serves another. */
export function sign(secretKey: SignSecretKey, purpose: string, message: Uint8Array): Signature {
  return sodium.crypto_sign_detached(forPurpose(purpose, message), secretKey) as Signature;
}

export function verifySignature(
  publicKey: Uint8Array,
  purpose: string,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  return sodium.crypto_sign_verify_detached(signature, forPurpose(purpose, message), publicKey);
}

function forPurpose(purpose: string, message: Uint8Array): Uint8Array {
  const label = sodium.from_string(`rapporteur/${purpose}\n`);
  const out = new Uint8Array(label.length + message.length);
  out.set(label);
  out.set(message, label.length);
  return out;
}

export function newBoxPair(): BoxPair {
  const pair = sodium.crypto_box_keypair();
  return { publicKey: pair.publicKey as BoxPublicKey, secretKey: pair.privateKey as BoxSecretKey };
}

/** The X25519 public key of 32 secret bytes that came from elsewhere. */
export function boxPublicKeyOf(secret: Uint8Array): BoxPublicKey {
  return sodium.crypto_scalarmult_base(secret) as BoxPublicKey;
}

/** An anonymous sealed box to one receiver (X25519, XSalsa20-Poly1305). */
export function sealBox(receiver: BoxPublicKey, plain: Uint8Array): SealedBox {
  return sodium.crypto_box_seal(plain, receiver) as SealedBox;
}

export function openBox(pair: BoxPair, box: Uint8Array): Result<Uint8Array, 'cannot-open'> {
  try {
    return ok(sodium.crypto_box_seal_open(box, pair.publicKey, pair.secretKey));
  } catch {
    return failed('cannot-open');
  }
}

/** Overwrites key bytes that are no longer needed. */
export function wipe(bytes: Uint8Array): void {
  sodium.memzero(bytes);
}

export function toBase64Url(bytes: Uint8Array): string {
  return sodium.to_base64(bytes, sodium.base64_variants.URLSAFE_NO_PADDING);
}

export function fromBase64Url(text: string): Result<Uint8Array, 'not-base64'> {
  try {
    return ok(sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING));
  } catch {
    return failed('not-base64');
  }
}

export function toBase64(bytes: Uint8Array): string {
  return sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
}

export function fromBase64(text: string): Result<Uint8Array, 'not-base64'> {
  try {
    return ok(sodium.from_base64(text, sodium.base64_variants.ORIGINAL));
  } catch {
    return failed('not-base64');
  }
}

export function toHex(bytes: Uint8Array): string {
  return sodium.to_hex(bytes);
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sodium.memcmp(a, b);
}

/** HKDF with SHA-256 (RFC 5869), 32 bytes out; `salt` is at most 32 bytes long, which HMAC fills up with zeros. */
export function hkdfSha256(secret: Uint8Array, salt: Uint8Array, label: string): Uint8Array {
  const key = new Uint8Array(32);
  key.set(salt);
  const extracted = sodium.crypto_auth_hmacsha256(secret, key);
  return sodium.crypto_auth_hmacsha256(new Uint8Array([...sodium.from_string(label), 1]), extracted);
}

/** Opens ChaCha20-Poly1305 (RFC 8439) under a 12-byte nonce: what other people's formats are made of. Ours uses `seal`. */
export function openChaCha(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Result<Uint8Array, 'cannot-open'> {
  try {
    return ok(sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key));
  } catch {
    return failed('cannot-open');
  }
}
