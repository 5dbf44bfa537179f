import { english } from '../../../renderer/ui/words/en/index.ts';
import { french } from '../../../renderer/ui/words/fr/index.ts';
import { flattened } from '../../../renderer/ui/words/resources.ts';

/**
 * Whether a text is one of the English ones: as it stands, or with something in the places of its facts.
 *
 * @param isContent whether a piece is what somebody wrote, whatever it looks like
 */
export function isEnglishLeft(isContent: (piece: string) => boolean): (text: string) => boolean {
  const inFrench = new Set(Object.values(french).flatMap((room) => [...flattened(room).values()].map(likeShown)));
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  for (const text of Object.values(english).flatMap((room) => [...flattened(room).values()].map(likeShown))) {
    if (text === '' || inFrench.has(text)) continue;
    if (text.includes('{{')) patterns.push(patternOf(text));
    else whole.add(text);
  }
  const known = new Map<string, boolean>();
  const look = (piece: string): boolean => {
    const text = likeShown(piece);
    const answer = known.get(text) ?? ((whole.has(text) || patterns.some((one) => one.test(text))) && !isContent(piece.trim()));
    known.set(text, answer);
    return answer;
  };
  return (text) => look(text) || text.split('·').some(look);
}

// A word may begin with a small letter where it stands within a line.
const likeShown = (text: string) => text.replaceAll(/\s+/g, ' ').trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** With too few letters of its own it would fit anything. What is counted is a number. */
function patternOf(text: string): RegExp {
  const letters = text.replaceAll(/\{\{\w+\}\}/g, '').replaceAll(/[^\p{L}]/gu, '');
  if (letters.length < 4) return /^(?!)/;
  const parts = text.split(/(\{\{\w+\}\})/).map((part) => (part === '{{count}}' ? String.raw`[\d\s,.]+` : part.startsWith('{{') ? '.+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)));
  return new RegExp(`^${parts.join('')}$`, 'u');
}
