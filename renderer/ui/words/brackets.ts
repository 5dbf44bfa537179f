import type { Texts } from './resources.ts';

/** The pseudo language of the tests: every text stands in brackets, so that what is not taken from here shows. */
export function bracketedTexts(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, typeof value === 'string' ? inBrackets(value) : bracketedTexts(value)]));
}

function inBrackets(text: string): string {
  return text === '' ? '' : `⟦${text}⟧`;
}
