import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { outsideStore } from './outside-store.ts';

/** What a search found on a page, as it is written there. */
interface FoundOnPage {
  readonly path: string;
  readonly words: readonly string[];
}

const found = outsideStore<FoundOnPage | null>(null);
const highlightName = 'found';
const mostMarks = 500;

/** The page that is opened next marks these words. */
export function markOnPage(path: string, words: readonly string[]): void {
  found.set(words.length === 0 ? null : { path, words });
}

/**
 * Marks what a search found on the page it opened, in texts that are read and in texts that are
 * written, without touching either: a highlight of the browser's own. Gone when one goes on.
 */
export function useFoundOnPage(): void {
  const [location] = useLocation();
  const marked = found.use();
  const here = marked !== null && location.startsWith(marked.path);
  useEffect(() => {
    if (marked === null) return undefined;
    if (!here) {
      found.set(null);
      return undefined;
    }
    return keepMarked(marked.words);
  }, [marked, here]);
}

function keepMarked(words: readonly string[]): () => void {
  const main = document.querySelector('main');
  if (main === null) return () => undefined;
  let shown = false;
  let waiting = 0;
  const draw = () => {
    waiting = 0;
    const ranges = rangesOf(main, words);
    CSS.highlights.set(highlightName, new Highlight(...ranges));
    if (shown || ranges[0] === undefined) return;
    shown = true;
    ranges[0].startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  };
  const soon = () => {
    waiting ||= requestAnimationFrame(draw);
  };
  const observer = new MutationObserver(soon);
  observer.observe(main, { childList: true, subtree: true, characterData: true });
  soon();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(waiting);
    CSS.highlights.delete(highlightName);
  };
}

function rangesOf(root: HTMLElement, words: readonly string[]): readonly Range[] {
  const wanted = words.map((word) => word.toLowerCase());
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && ranges.length < mostMarks; node = walker.nextNode()) {
    const text = (node.textContent ?? '').toLowerCase();
    for (const word of wanted) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        if (!standsAlone(text, at, word.length)) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

function standsAlone(text: string, at: number, length: number): boolean {
  const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  return !isLetter(text[at - 1]) && !isLetter(text[at + length]);
}
