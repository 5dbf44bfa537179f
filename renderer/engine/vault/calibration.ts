import { derivationFloor, type DerivationParameters } from '../../../core/crypto/keys.ts';
import { deriveFromPassphrase, passphraseSaltBytes, randomBytes } from '../../../core/crypto/sodium.ts';

/** What a derivation should take, in milliseconds. */
const target = 1000;
const mostOperations = 40;

export interface Calibration {
  readonly parameters: DerivationParameters;
  /** Milliseconds that a derivation with these parameters is expected to take here. */
  readonly time: number;
}

/**
 * Parameters that take about a second on this machine, never below the floor. Passes grow, not
 * memory: the memory of WebAssembly is never given back while the worker lives, so more would be
 * held for the whole session.
 *
 * `clock` gives milliseconds and need only run forward.
 */
export function calibrate(clock: () => number): Calibration {
  const started = clock();
  deriveFromPassphrase('calibration', randomBytes(passphraseSaltBytes), derivationFloor);
  return calibrationFrom(clock() - started);
}

/** From the time that the floor's parameters took. */
export function calibrationFrom(floorTime: number): Calibration {
  const perOperation = Math.max(floorTime, 1) / derivationFloor.operations;
  const fitting = Math.min(Math.floor(target / perOperation), mostOperations);
  const operations = Math.max(derivationFloor.operations, fitting);
  return { parameters: { operations, memory: derivationFloor.memory }, time: Math.round(perOperation * operations) };
}
