/** How wide a text is drawn, in the units of the picture. */
export type Measure = (text: string, size: number, weight: Weight) => number;
export type Weight = 400 | 600;

export interface Wrapping {
  readonly width: number;
  /** More lines than these are cut off with an ellipsis. */
  readonly most: number;
  readonly size: number;
  readonly weight: Weight;
}

/**
 * A text in lines no wider than asked for, broken between words, and within a word that alone is too
 * wide. What does not fit the last line is cut off there with an ellipsis. Empty text has no line.
 */
export function wrappedLines(text: string, { width, most, size, weight }: Wrapping, measure: Measure): readonly string[] {
  const fits = (line: string) => measure(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((one) => one !== '')) {
    let rest = line === '' ? word : `${line} ${word}`;
    if (!fits(rest) && line !== '') {
      lines.push(line);
      rest = word;
    }
    // A word wider than a line goes on in the next.
    while (!fits(rest)) {
      const begin = longestStart(rest, fits);
      lines.push(begin);
      rest = rest.slice(begin.length);
    }
    line = rest;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutOff(lines[most - 1] ?? '', fits)];
}

/** The longest beginning that fits, of whole letters; at least one. */
function longestStart(word: string, fits: (line: string) => boolean): string {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)].map((one) => one.segment);
  let count = 1;
  while (count < letters.length && fits(letters.slice(0, count + 1).join(''))) count += 1;
  return letters.slice(0, count).join('');
}

function cutOff(line: string, fits: (line: string) => boolean): string {
  let kept = line;
  while (kept !== '' && !fits(`${kept}…`)) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
