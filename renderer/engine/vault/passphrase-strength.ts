import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

/** From this score on (zxcvbn: "safely unguessable", 10^8 guesses and more) a passphrase is accepted. */
export const acceptedScore = 3;
/** Longer than this is not a passphrase but a mistake of the clipboard. */
export const longestPassphrase = 1000;
/** zxcvbn's work grows with the square of the length; beyond this nothing is learnt. */
const longestMeasured = 128;

let measure: ZxcvbnFactory | undefined;

export interface Strength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly accepted: boolean;
  /** zxcvbn's own keys of warning and suggestions (`useWords`, `anotherWord`…): the interface has the sentences. */
  readonly advice: readonly string[];
}

/** How hard a passphrase is to guess, by zxcvbn with common and English dictionaries. */
export function strengthOf(passphrase: string): Strength {
  // Built at first use: the dictionaries take a moment and unlocking does not need them.
  measure ??= new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs });
  const { score, feedback } = measure.check(passphrase.normalize('NFKC').slice(0, longestMeasured));
  const advice = [feedback.warning, ...feedback.suggestions].filter((key): key is string => typeof key === 'string' && key !== '');
  const accepted = score >= acceptedScore && passphrase.length <= longestPassphrase;
  return { score, accepted, advice };
}
