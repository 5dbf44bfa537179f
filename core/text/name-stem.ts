import { foldName, softKeyOf } from './fold-name.ts';

/**
 * Letters in which spellings part that `nameKeys` lets meet by two keys: Ѓорѓи is Gjorgji, Đorđi and
 * Gorgi, Ќосев is Kjosev, Ćosev and Kosev. Here there is one stem, so the letters are one.
 */
const merged: Readonly<Record<string, string>> = { g: 'd', k: 'c' };

/**
 * Case endings of Serbian, Croatian, Bosnian, Montenegrin and Albanian names, in the letters of the
 * keys: Marković, Markovića, Markoviću, Markovićem; Agim, Agimi, Agimit, Agimin; Hoxha, Hoxhës.
 */
const ending = /(?:[aeiou]|[eio]m|[eiu]n|[iu]t|es|o[jd]|ih)$/;
const shortestStem = 2;
/** Petar, Petra: the vowel goes where an ending comes. */
const fleeting = /([^aeiou])a([^aeiou])$/;

/**
 * What a word of a name is in every spelling, script and case: Đorđević, Djordjevic, Ђорђевићу and
 * DORDEVICA have one stem. Coarser than `nameKeys`: whatever meets there meets here, and some names
 * meet that are two (Goran and Đoran). Empty for text without letters and digits.
 */
export function nameStem(word: string): string {
  const folded = foldName(word).replaceAll(' ', '');
  let stem = mergeLetters(folded);
  for (let shorter = withoutEnding(stem); shorter !== stem; shorter = withoutEnding(stem)) stem = shorter;
  return stem.length > shortestStem + 1 ? stem.replace(fleeting, '$1$2') : stem;
}

/** Merged before respelling, so that gj is đ and g alike; again while a respelling brings what is merged (x is ks). */
function mergeLetters(folded: string): string {
  let letters = folded;
  for (;;) {
    const next = softKeyOf(letters.replace(/[gk]j*/g, (sound) => merged[sound.slice(0, 1)] ?? sound));
    if (next === letters) return letters;
    letters = next;
  }
}

function withoutEnding(stem: string): string {
  const shorter = stem.replace(ending, '');
  return shorter.length < shortestStem ? stem : shorter;
}
