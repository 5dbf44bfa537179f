import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function tokensOf(theme: string): ReadonlyMap<string, string> {
  const block = new RegExp(`:root\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['desk', 'paper', 'list', 'sheet', 'hover', 'selected'];
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'loss'];
const bands = [0, 1, 2, 3, 4, 5];

describe.each(['light', 'dark', 'contrast'])('%s', (theme) => {
  const tokens = tokensOf(theme);
  const of = (name: string) => tokens.get(name) ?? '#missing';

  it.each(inks.flatMap((ink) => surfaces.map((surface) => [ink, surface] as const)))('%s reads on %s', (ink, surface) => {
    expect(contrast(of(ink), of(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['inserted-wash', 'removed-wash', 'found-wash', 'loss-wash', 'accent-wash', ...bands.map((band) => `marking-${String(band)}-wash`)])(
    'ink reads on %s',
    (wash) => {
      expect(contrast(of('ink'), of(wash))).toBeGreaterThanOrEqual(7);
    },
  );

  it('words on the accent and on loss read', () => {
    expect(contrast(of('accent-ink'), of('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('accent-ink'), of('loss'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'list', 'sheet'])('controls and marking bars are seen on %s', (surface) => {
    expect(contrast(of('rule-strong'), of(surface))).toBeGreaterThanOrEqual(3);
    for (const band of bands) expect(contrast(of(`marking-${String(band)}`), of(surface))).toBeGreaterThanOrEqual(3);
  });

  it('has every token that the light theme has', () => {
    const names = [...tokensOf('light').keys()].filter((name) => !tokens.has(name));
    expect(names).toEqual([]);
  });
});
