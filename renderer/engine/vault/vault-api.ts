import type { DeviceId, Instant, PersonId } from '../../../core/ids.ts';
import type { Failure, Result } from '../../../core/result.ts';
import type { Settings } from '../settings/settings-api.ts';

export type VaultState =
  | { readonly state: 'none' }
  | { readonly state: 'locked'; readonly retryAt: Instant | null }
  /** `unreadableRows`: rows that did not open at unlock, when there were any. They are kept. */
  | { readonly state: 'open'; readonly unreadableRows?: number }
  /** The store is there but cannot be read: never replaced by an empty one. */
  | { readonly state: 'damaged'; readonly failure: Failure<'header-missing' | 'header-damaged' | 'store-newer' | 'store-unreadable' | 'store-full'> };

export type UnlockFailure = 'wrong-passphrase' | 'wait' | 'damaged' | 'parameters-below-floor' | 'no-vault' | 'store-full';

export interface RecoveryKit {
  /** The key as it is printed: groups of Crockford base32 with a check symbol. */
  readonly code: string;
  readonly name: string;
  readonly created: Instant;
  readonly fingerprint: string;
}

export interface KitState {
  readonly made: Instant;
  /** The person said that they have it, on paper or elsewhere. Until then they are asked at each unlock. */
  readonly confirmed: boolean;
}

export interface Me {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly name: string;
  readonly country: string;
  readonly institution: string;
  /** Fingerprint of the identity key, in groups, to be compared aloud. */
  readonly fingerprint: string;
  /** The name of the organisation joined; `null` when working alone. */
  readonly organisation: string | null;
  /** `requested`: the secretariat has not certified this device yet. */
  readonly standing: 'alone' | 'requested' | 'member';
  readonly sample: boolean;
}

export interface PersonInput {
  readonly name: string;
  readonly country: string;
  readonly institution: string;
}

export interface VaultApi {
  state(): Promise<VaultState>;
  /** Strength 0 to 4 after zxcvbn, and what would help: zxcvbn's own keys (`useWords`, `anotherWord`…). `accepted` from 3 on. */
  strength(passphrase: string): Promise<{ score: 0 | 1 | 2 | 3 | 4; accepted: boolean; advice: readonly string[] }>;
  createAlone(person: PersonInput, passphrase: string): Promise<Result<RecoveryKit, 'weak-passphrase' | 'vault-exists' | 'storage-full' | 'storage-failed'>>;
  unlock(passphrase: string): Promise<Result<Me, UnlockFailure>>;
  unlockWithKit(code: string, newPassphrase: string): Promise<Result<Me, UnlockFailure | 'wrong-kit' | 'weak-passphrase'>>;
  changePassphrase(current: string, next: string): Promise<Result<null, UnlockFailure | 'weak-passphrase' | 'storage-failed'>>;
  kit(): Promise<KitState>;
  /** A new kit to be shown; the one before stays good until `confirmKit`. */
  newKit(passphrase: string): Promise<Result<RecoveryKit, UnlockFailure | 'vault-locked'>>;
  /** The person has the kit that was shown last; a new one replaces the old from here on. */
  confirmKit(): Promise<Result<null, 'storage-full' | 'storage-failed' | 'damaged' | 'vault-locked'>>;
  /** Milliseconds that the key derivation takes on this machine, for the progress shown. */
  derivationTime(): Promise<number>;
  /** Waits for writes under way, then forgets every key. The caller ends the worker afterwards. */
  lock(): Promise<void>;
  me(): Promise<Me>;
  settings(): Promise<Settings>;
  changeSettings(settings: Partial<Settings>): Promise<Result<Settings, 'storage-failed' | 'storage-full'>>;
}
