import { foldName, softKeyOf } from '../text/fold-name.ts';

/** Between several who do something together: "Ana Kovač, SPAK", "Ana and Marko", "Ана и Марко". */
const between = /[,;/&+]|\s(?:and|et|i|и|dhe)\s/iu;
const beside = /\([^)]*\)/g;

/**
 * Whether an action is somebody's, by the words that stand for who does it: the name in any spelling,
 * script and order, the family name alone, or with initials; one among several too. A first name
 * alone is nobody's: there may be two of it.
 */
export function ownedBy(name: string): (owner: string) => boolean {
  const own = wordsOf(name);
  const family = own.at(-1);
  const known = new Map<string, boolean>();
  const isSelf = (part: string): boolean => {
    const words = wordsOf(part);
    if (words.length === 0 || family === undefined) return false;
    if (own.length > 1 && own.every((word) => words.includes(word))) return true;
    return words.includes(family) && words.every((word) => own.includes(word) || (word.length === 1 && own.some((one) => one.startsWith(word))));
  };
  return (owner) => {
    const found = known.get(owner);
    if (found !== undefined) return found;
    const bare = owner.replaceAll(beside, ' ');
    const is = isSelf(bare) || bare.split(between).some(isSelf);
    known.set(owner, is);
    return is;
  };
}

function wordsOf(text: string): readonly string[] {
  return foldName(text).split(' ').filter((word) => word !== '').map(softKeyOf);
}
