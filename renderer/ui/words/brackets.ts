import type { Texts } from './resources.ts';

/**
 * The pseudo language of the tests: every text stands in brackets, so that what is not taken from here
 * shows, and is longer by two fifths, as German or Albanian would be, so that what does not fit shows.
 */
export function bracketedTexts(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, typeof value === 'string' ? inBrackets(value) : bracketedTexts(value)]));
}

const longer = ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';

function inBrackets(text: string): string {
  if (text === '') return '';
  const seen = text.replaceAll(/\{\{\w+\}\}/g, 'some');
  return `⟦${text}${longer.repeat(8).slice(0, Math.ceil(seen.length * 0.4))}⟧`;
}
