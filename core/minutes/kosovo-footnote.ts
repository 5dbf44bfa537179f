import type { MinutesLanguage } from './labels/languages.ts';

export interface Footnote {
  readonly language: MinutesLanguage;
  readonly text: string;
  /** The English wording is the official one; the others are translations of it. */
  readonly official: boolean;
}

/**
 * The wording agreed for official texts (conclusions of the EU-facilitated dialogue, 24 February
 * 2012). The English text is official. The French, Albanian and Serbian texts are translations.
 */
const wording: Readonly<Record<MinutesLanguage, Footnote>> = {
  en: {
    language: 'en',
    official: true,
    text: '* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
  },
  fr: {
    language: 'fr',
    official: false,
    text: '* Cette désignation est sans préjudice des positions sur le statut et est conforme à la résolution 1244/1999 du Conseil de sécurité des Nations unies ainsi qu’à l’avis de la Cour internationale de justice sur la déclaration d’indépendance du Kosovo.',
  },
  sq: {
    language: 'sq',
    official: false,
    text: '* Ky përcaktim nuk paragjykon qëndrimet për statusin dhe është në përputhje me Rezolutën 1244/1999 të Këshillit të Sigurimit të OKB-së dhe me Opinionin e GJND-së për deklaratën e pavarësisë së Kosovës.',
  },
  'sr-Cyrl': {
    language: 'sr-Cyrl',
    official: false,
    text: '* Овај назив не доводи у питање ставове о статусу и у складу је са Резолуцијом Савета безбедности УН 1244/1999 и мишљењем Међународног суда правде о декларацији о независности Косова.',
  },
};

const named = /(?:Kosov|Косов)\p{L}*\s?\*/iu;

/** Whether a text names Kosovo* with its asterisk, in any of our languages and either script. */
export function namesKosovo(text: string): boolean {
  return named.test(text);
}

/**
 * The footnote once, in each language that the document uses: that of its labels first, then that
 * of its body. A body in a language that we have no translation for gets the official text.
 */
export function kosovoFootnotes(labels: MinutesLanguage, body: string): readonly Footnote[] {
  const second = translationFor(body);
  return labels === second ? [wording[labels]] : [wording[labels], wording[second]];
}

/** `sr` without a script is Cyrillic; Serbian in Latin script has no translation here yet. */
function translationFor(language: string): MinutesLanguage {
  const [tongue, script] = language.split('-');
  if (tongue === 'fr' || tongue === 'sq') return tongue;
  if (tongue === 'sr' && script !== 'Latn') return 'sr-Cyrl';
  return 'en';
}
