/** Casework as it is written, made up by rule: the same for the same number, with words as frequent as words are. */
const sounds = ['ka', 'mi', 'ra', 'to', 've', 'shi', 'lo', 'dja', 'ne', 'pu', 'zhe', 'ri', 'ba', 'gjo', 'su', 'te', 'kra', 'vla', 'sta', 'no'];
const endings = ['vić', 'ski', 'a', 'i', 'ev', 'en', 'im', 'ost', 'nje', 'ar', 'ing', 'ed', 'es', ''];
const cyrillic: Readonly<Record<string, string>> = { k: 'к', a: 'а', m: 'м', i: 'и', r: 'р', t: 'т', o: 'о', v: 'в', e: 'е', l: 'л', n: 'н', p: 'п', u: 'у', b: 'б', s: 'с' };

export interface WrittenRecord {
  readonly kind: 'note' | 'contact';
  readonly value: Readonly<Record<string, unknown>>;
}

/** Numbers from 0 to 1, always the same (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function wordNumber(number: number): string {
  const parts = [sounds[number % 20], sounds[Math.floor(number / 20) % 20], number > 400 ? sounds[Math.floor(number / 400) % 20] : ''];
  const word = `${parts.join('')}${endings[number % endings.length] ?? ''}`;
  return number % 3 === 0 ? Array.from(word, (letter) => cyrillic[letter] ?? letter).join('') : word;
}

const vocabulary = 40_000;

/** A word: few are frequent, most are rare (Zipf). */
export function aWord(random: () => number): string {
  return wordNumber(Math.floor(vocabulary ** random()));
}

export function aName(random: () => number): string {
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  return `${capital(wordNumber(Math.floor(random() * 3000)))} ${capital(wordNumber(3000 + Math.floor(random() * 20_000)))}`;
}

export function aPlate(random: () => number): string {
  const letters = 'ABDEGKMNPRSTV';
  const letter = () => letters[Math.floor(random() * letters.length)] ?? 'A';
  return `${letter()}${letter()} ${String(100 + Math.floor(random() * 900))}-${letter()}${letter()}`;
}

/** One record in five a contact with a number, the others notes of some hundred words with a name in them and, in one of three, a plate. */
export function aRecord(number: number): WrittenRecord {
  const random = chance(number + 1);
  const words = (count: number) => Array.from({ length: count }, () => aWord(random)).join(' ');
  if (number % 5 === 0) {
    const digits = String(1_000_000 + Math.floor(random() * 9_000_000));
    return { kind: 'contact', value: { name: aName(random), country: 'SRB', institution: words(3), remarks: words(20), numbers: [{ key: 'a', order: 'a0', number: `+381 64 ${digits}`, remark: '' }] } };
  }
  const text = `${words(40)} ${aName(random)} ${words(50)} ${number % 3 === 0 ? aPlate(random) : ''} ${words(20)}.`;
  return { kind: 'note', value: { title: words(6), place: words(1), body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } } };
}
