/** The languages that minutes can be labelled in (BCP 47). A new one is its own file and one line in labels-of.ts. */
export const minutesLanguages = ['en', 'fr', 'sq', 'sr-Cyrl'] as const;
export type MinutesLanguage = (typeof minutesLanguages)[number];

export function isMinutesLanguage(text: string): text is MinutesLanguage {
  return (minutesLanguages as readonly string[]).includes(text);
}
