import type { ParseArgsOptionDescriptor } from 'node:util';
import type { DerivationParameters, SealKey } from '../core/crypto/keys.ts';
import type { Result } from '../core/result.ts';
import type { ServerFailure } from './sentences.ts';

/** One option of a verb, as `--help` shows it. */
export type VerbOption = ParseArgsOptionDescriptor & { readonly says: string; readonly needed?: boolean };

export type OptionValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** Makes a key of a passphrase (core/crypto: Argon2id). It costs about a second, so whoever runs many verbs may remember. */
export type DeriveKey = (passphrase: string, salt: Uint8Array, parameters: DerivationParameters) => Result<SealKey<'slot'>, 'parameters-below-floor'>;

/** What a verb is given besides its options. */
export interface VerbSurroundings {
  readonly now: number;
  readonly values: OptionValues;
  /** Whether the verb changes anything when it is not rehearsed: such a one is not run by a wrong clock. */
  readonly writes: boolean;
  /** Passphrases may come from here: RAPPORTEUR_PASSPHRASE, RAPPORTEUR_RECOVERY_PASSPHRASE, RAPPORTEUR_NEW_PASSPHRASE,
   * RAPPORTEUR_BACKUP_PASSPHRASE. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly derive: DeriveKey;
  /** Asks the person at the terminal; `null` when there is none. Hidden input is not echoed. */
  ask(question: string, hidden?: boolean): Promise<string | null>;
  /** Tells the person something before the verb has ended. */
  tell(line: string): void;
}

/** What a verb did: lines for people, and the same as data for `--json`. */
export interface VerbOutcome {
  readonly lines: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  /** A server that was started: stays until the process is asked to end. */
  readonly running?: { close(): Promise<void> };
}

/** One verb of the secretariat's command; each is a file of its own in server/verbs. */
export interface Verb {
  readonly name: string;
  readonly says: string;
  readonly options: Readonly<Record<string, VerbOption>>;
  run(surroundings: VerbSurroundings): Promise<Result<VerbOutcome, ServerFailure>>;
}

/** The option of every verb that writes anything, to a file or to a server. */
export const dryRunOption = {
  'dry-run': { type: 'boolean', says: 'writes nothing and says what would be done' },
} as const satisfies Record<string, VerbOption>;

/** Whether nothing is to be written. */
export function isDryRun(values: OptionValues): boolean {
  return values['dry-run'] === true;
}

/** The text of an option, or the empty text. */
export function textOf(values: OptionValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** All texts of an option that may be given several times. */
export function textsOf(values: OptionValues, name: string): readonly string[] {
  const value = values[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
