import { en } from './en.ts';
import { fr } from './fr.ts';
import type { MinutesLabels } from './labels.ts';
import type { MinutesLanguage } from './languages.ts';
import { sq } from './sq.ts';
import { srCyrl } from './sr-cyrl.ts';

const all: Readonly<Record<MinutesLanguage, MinutesLabels>> = { en, fr, sq, 'sr-Cyrl': srCyrl };

/** The labels of one language. */
export function labelsOf(language: MinutesLanguage): MinutesLabels {
  return all[language];
}
