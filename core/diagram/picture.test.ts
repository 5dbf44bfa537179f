import { expect, test } from 'vitest';
import type { RecordId } from '../ids.ts';
import { bendPoint, bendsOf } from './bends.ts';
import { pictureOf, type PictureSource, type PictureShape } from './picture.ts';
import { svgOf } from './picture-svg.ts';
import { cornersOf, signOf } from './subject-signs.ts';
import { subjectSchemas } from '../records/subject.ts';
import { wrappedLines, type Measure } from './wrapped-lines.ts';

/** Every letter half as wide as it is high. */
const measure: Measure = (text, size) => [...text].length * size * 0.5;
const node = { x: 0, y: 0, schema: 'Person' as const, name: ['Ђорђе Вукановић'], caption: 'Suspect', outside: false };

function aSource(source: Partial<PictureSource> = {}): PictureSource {
  return {
    nodes: [node, { ...node, x: 400, y: 100, schema: 'Vehicle', name: ['White van'], caption: 'Vehicle' }],
    edges: [{ from: { x: 0, y: 0 }, to: { x: 400, y: 100 }, bend: 0, words: ['drives', 'since 3 Jan 2026'], isFact: false }],
    marking: 'R-UE/EU-R',
    title: 'Route Bar–Bari',
    about: '2 subjects, 1 relation',
    legend: { fact: 'Fact', assessment: 'Assessment', outside: null },
    footnotes: [],
    measure,
    ...source,
  };
}

const textsOf = (shapes: readonly PictureShape[]) => shapes.flatMap((shape) => (shape.type === 'text' ? [shape] : []));

test('the marking stands at the top and at the bottom, in the middle', () => {
  const { shapes, width, height } = pictureOf(aSource());
  const marked = textsOf(shapes).filter((one) => one.text === 'R-UE/EU-R');
  expect(marked.map((one) => [one.x, one.anchor])).toEqual([[width / 2, 'middle'], [width / 2, 'middle']]);
  expect(marked[0]?.y).toBeLessThan(40);
  expect(height - (marked[1]?.y ?? 0)).toBeLessThan(40);
});

test('everything that is written lies within the picture, wherever the subjects are', () => {
  const far = { ...node, x: -9000, y: 4000, name: ['A name that is longer than all of the others'] };
  const { shapes, width, height } = pictureOf(aSource({ nodes: [node, far], footnotes: ['A footnote '.repeat(40)] }));
  for (const one of textsOf(shapes)) {
    const half = one.anchor === 'middle' ? measure(one.text, one.size, one.weight) / 2 : 0;
    expect(one.x - half).toBeGreaterThanOrEqual(0);
    expect(one.x - half + measure(one.text, one.size, one.weight)).toBeLessThanOrEqual(width);
    expect(one.y).toBeLessThan(height);
  }
});

test('an assessment is dashed and a fact is not; a subject from outside has a dashed rim', () => {
  const dashes = (source: Partial<PictureSource>) => pictureOf(aSource(source)).shapes.filter((shape) => shape.type === 'path' && shape.dash.length > 0).length;
  const [edge] = aSource().edges;
  const one = { ...aSource(), edges: edge === undefined ? [] : [{ ...edge, isFact: true }] };
  // One piece of a dashed line is in the legend.
  expect([dashes(one), dashes({}), dashes({ nodes: [{ ...node, outside: true }], legend: { fact: '', assessment: '', outside: 'Outside' } })]).toEqual([1, 2, 4]);
});

test('lines are drawn beneath words and words beneath subjects', () => {
  const { shapes } = pictureOf(aSource());
  const at = (text: string) => shapes.findIndex((shape) => shape.type === 'text' && shape.text === text);
  expect(at('drives')).toBeLessThan(at('Ђорђе Вукановић'));
  expect(shapes.findIndex((shape) => shape.type === 'path' && shape.d.includes('Q'))).toBeLessThan(at('drives'));
});

test('an empty diagram is still a picture with its markings', () => {
  const { shapes, width, height } = pictureOf(aSource({ nodes: [], edges: [] }));
  expect([Number.isFinite(width), Number.isFinite(height)]).toEqual([true, true]);
  expect(textsOf(shapes).filter((one) => one.text === 'R-UE/EU-R')).toHaveLength(2);
});

test('SVG: text is escaped, what XML cannot hold is left out, and nothing comes from elsewhere', () => {
  const svg = svgOf(pictureOf(aSource({ title: '<script>"&\u0000\uFFFF\'', nodes: [{ ...node, name: ['Ђорђе <b>'] }] })));
  expect(svg).toContain('<title>&lt;script&gt;&quot;&amp;&#39;</title>');
  expect(svg).toContain('Ђорђе &lt;b&gt;</text>');
  expect(svg).not.toContain('<script');
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|url\(|NaN|undefined/);
  expect(svg.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
});

test('several relations of a pair run beside one another, whichever way they go', () => {
  const relation = (record: string, from: string, to: string) => ({ record: record as RecordId, from: from as RecordId, to: to as RecordId });
  const bends = bendsOf([relation('1', 'a', 'b'), relation('2', 'b', 'a'), relation('3', 'a', 'b'), relation('4', 'a', 'c')]);
  expect([...bends]).toEqual([['1' as RecordId, -112], ['2' as RecordId, 0], ['3' as RecordId, 112], ['4' as RecordId, 0]]);
  const two = bendsOf([relation('1', 'a', 'b'), relation('2', 'b', 'a')]);
  const [a, b] = [{ x: 0, y: 0 }, { x: 100, y: 0 }];
  expect([bendPoint(a, b, two.get('1' as RecordId) ?? 0), bendPoint(b, a, two.get('2' as RecordId) ?? 0)]).toEqual([{ x: 50, y: -56 }, { x: 50, y: 56 }]);
});

test('every sort of subject has a sign of its own, and its outline its corners', () => {
  const signs = subjectSchemas.map(signOf);
  expect(new Set(signs.map((sign) => sign.lines)).size).toBe(subjectSchemas.length);
  for (const { lines, outline } of signs) {
    expect(lines).toMatch(/^M[\d.MLHVCSQTAZmlhvcsqtaz\s,-]+$/);
    expect(cornersOf(outline)?.length ?? 0).toBe({ circle: 0, square: 4, octagon: 8, hexagon: 6, pentagon: 5, diamond: 4 }[outline]);
  }
});

const narrow = { width: 50, most: 3, size: 10, weight: 400 } as const;

test.each([
  ['', []],
  ['one two three', ['one two', 'three']],
  ['one two three four five six seven', ['one two', 'three four', 'five six…']],
  ['donaudampfschiff', ['donaudampf', 'schiff']],
  ['ab donaudampfschifffahrtsgesellschaft', ['ab', 'donaudampf', 'schifffah…']],
  ['e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301', ['e\u0301e\u0301e\u0301e\u0301e\u0301', 'e\u0301']],
])('%j is broken into %j', (text, lines) => {
  expect(wrappedLines(text, narrow, measure)).toEqual(lines);
});
