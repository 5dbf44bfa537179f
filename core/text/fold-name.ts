/**
 * One name has many spellings in the region: Đorđević, Djordjevic, Dordevic and Ђорђевић; Hoxha and
 * Hodža; Ѓорѓи and Gjorgji. Names are compared by keys in which such spellings meet. Keys find; they
 * are never shown.
 */

/** Serbian and Macedonian Cyrillic in Latin letters, as their own Latin alphabets and passports have it; other Slavic letters by sound. */
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', ѓ: 'gj', е: 'e', ж: 'ž', з: 'z', ѕ: 'dz', и: 'i', ј: 'j', к: 'k',
  ќ: 'kj', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f',
  х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š', ѐ: 'e', ѝ: 'i',
  ё: 'e', й: 'j', щ: 'št', ъ: 'a', ы: 'i', ь: '', э: 'e', ю: 'ju', я: 'ja', є: 'e', і: 'i', ї: 'i', ґ: 'g',
};

/** Latin letters that no Unicode decomposition takes apart, and Croatian letters that are one sign. */
const undecomposed: Readonly<Record<string, string>> = {
  đ: 'dj', ð: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ǆ: 'dz', ǉ: 'lj', ǌ: 'nj', þ: 'th', ħ: 'h',
};

type Spelling = readonly [RegExp, string];

/** Albanian, German and typewriter spellings of sounds that Serbian and Macedonian write with one letter. */
const shared: readonly Spelling[] = [
  [/xh/g, 'dz'],
  [/x/g, 'ks'],
  [/tsch/g, 'c'],
  [/sch/g, 's'],
  [/sh/g, 's'],
  [/zh/g, 'z'],
  [/ch|q/g, 'c'],
  [/dh|dj/g, 'd'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/([aou])e/g, '$1'],
  [/y/g, 'i'],
  [/w/g, 'v'],
];

/** Gjakova is Đakovica, Ќосев is Ćosev. */
const soft: readonly Spelling[] = [[/gj/g, 'd'], [/kj/g, 'c']];
/** Ѓорѓи is Gorgi, Ќосев is Kosev. */
const hard: readonly Spelling[] = [[/gj/g, 'g'], [/kj/g, 'k']];
const doubled: Spelling = [/([a-z])\1+/g, '$1'];
/** Without any of these no other spelling is possible: most words are done with here. */
const spelledOtherwise = /[xqyw]|[sczdtp]h|[dgk]j|[aou]e|([a-z])\1/;
const softOrHard = /[gk]j/;

/** Lower-case Latin letters and digits without diacritics, words parted by one space: Ђорђевић is `djordjevic`. */
export function foldName(text: string): string {
  // Most text of a list has nothing to fold, and a long list is folded as a whole.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
  const latin = Array.from(text.normalize('NFC').toLowerCase(), (letter) => cyrillic[letter] ?? letter).join('');
  const whole = Array.from(latin.normalize('NFC'), (letter) => undecomposed[letter] ?? letter).join('');
  const bare = whole.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/**
 * The keys of a name, the closest first. Two spellings may be one name when they have a key in
 * common; the earlier it stands in both, the closer they are. Empty for text without letters or digits.
 */
export function nameKeys(text: string): readonly string[] {
  const folded = foldName(text);
  return folded === '' ? [] : keysOfFolded(folded);
}

/** The same for a name that is folded already. */
export function keysOfFolded(folded: string): readonly string[] {
  if (!spelledOtherwise.test(folded)) return [folded];
  const softly = softKeyOf(folded);
  if (!softOrHard.test(folded)) return softly === folded ? [folded] : [folded, softly];
  return [...new Set([folded, softly, respell(folded, [...hard, ...shared, doubled])])];
}

/** The one key in which Albanian, German and typewriter spellings of a folded name meet the Slavic ones. */
export function softKeyOf(folded: string): string {
  return spelledOtherwise.test(folded) ? respell(folded, [...soft, ...shared, doubled]) : folded;
}

function respell(text: string, spellings: readonly Spelling[]): string {
  return spellings.reduce((spelled, [sound, letters]) => spelled.replace(sound, letters), text);
}
