/** Languages that people of the programme speak and write, those of the region first (BCP 47). */
export const spokenLanguages = ['en', 'fr', 'sq', 'bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'mk', 'cnr', 'sl', 'bg', 'el', 'it', 'de', 'es', 'nl', 'ro', 'hu', 'tr', 'ru', 'rom'] as const;
