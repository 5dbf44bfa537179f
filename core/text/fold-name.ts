/**
 * One name has many spellings in the region: Đorđević, Djordjevic, Dordevic and Ђорђевић; Hoxha and
 * Hodža; Ѓорѓи and Gjorgji. Names are compared by keys in which such spellings meet. Keys find; they
 * are never shown.
 */

/** Serbian and Macedonian Cyrillic in Latin letters, as their own Latin alphabets and passports have it. */
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', ѓ: 'gj', е: 'e', ж: 'ž', з: 'z', ѕ: 'dz', и: 'i', ј: 'j', к: 'k',
  ќ: 'kj', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f',
  х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š',
};

/** Latin letters that no Unicode decomposition takes apart. */
const undecomposed: Readonly<Record<string, string>> = { đ: 'dj', ð: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

type Spelling = readonly [RegExp, string];

/** Albanian and typewriter spellings of sounds that Serbian and Macedonian write with one letter. */
const shared: readonly Spelling[] = [
  [/xh/g, 'dz'],
  [/x/g, 'ks'],
  [/sh/g, 's'],
  [/zh/g, 'z'],
  [/ch|q/g, 'c'],
  [/dh|dj/g, 'd'],
  [/th/g, 't'],
  [/y/g, 'i'],
  [/w/g, 'v'],
];

/** Gjakova is Đakovica, Ќосев is Ćosev. */
const soft: readonly Spelling[] = [[/gj/g, 'd'], [/kj/g, 'c']];
/** Ѓорѓи is Gorgi, Ќосев is Kosev. */
const hard: readonly Spelling[] = [[/gj/g, 'g'], [/kj/g, 'k']];
const doubled: Spelling = [/([a-z])\1+/g, '$1'];

/** Lower-case Latin letters and digits without diacritics, words parted by one space: Ђорђевић is `djordjevic`. */
export function foldName(text: string): string {
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
  if (folded === '') return [];
  return [...new Set([folded, ...[soft, hard].map((way) => respell(folded, [...way, ...shared, doubled]))])];
}

function respell(text: string, spellings: readonly Spelling[]): string {
  return spellings.reduce((spelled, [sound, letters]) => spelled.replace(sound, letters), text);
}
