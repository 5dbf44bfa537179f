import type { Strength } from './passphrase-strength.ts';

/**
 * How hard a passphrase is to guess. The dictionaries are most of what the engine is made of, and
 * unlocking does not need them: they are loaded when the first passphrase is chosen.
 */
export async function measuredStrength(passphrase: string): Promise<Strength> {
  const { strengthOf } = await import('./passphrase-strength.ts');
  return strengthOf(passphrase);
}
