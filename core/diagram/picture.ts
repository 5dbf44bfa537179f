import type { SubjectSchema } from './link-graph.ts';
import { bendPoint } from './bends.ts';
import type { Place } from './places.ts';
import { cornersOf, signOf } from './subject-signs.ts';
import { wrappedLines, type Measure, type Weight } from './wrapped-lines.ts';

/** A subject as it is drawn: its name in lines, beneath it what it is. */
export interface PictureNode extends Place {
  readonly schema: SubjectSchema;
  readonly name: readonly string[];
  readonly caption: string;
  readonly outside: boolean;
}

/** A relation as it is drawn: an arrow, dashed where it is an assessment, with its words on it. */
export interface PictureEdge {
  readonly from: Place;
  readonly to: Place;
  readonly bend: number;
  readonly words: readonly string[];
  readonly isFact: boolean;
}

export interface PictureSource {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Stands above and beneath the picture: the full form of the highest level in it. */
  readonly marking: string;
  readonly title: string;
  readonly about: string;
  readonly legend: { readonly fact: string; readonly assessment: string; readonly outside: string | null };
  readonly footnotes: readonly string[];
  readonly measure: Measure;
}

/** What a picture is made of, in the order in which it is drawn. Lengths are pixels at 100 %. */
export type PictureShape =
  | { readonly type: 'path'; readonly d: string; readonly fill: string | null; readonly stroke: string | null; readonly width: number; readonly dash: readonly number[]; readonly shift?: { readonly x: number; readonly y: number } }
  | { readonly type: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly weight: Weight; readonly anchor: 'start' | 'middle'; readonly fill: string };

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly shapes: readonly PictureShape[];
}

export const nodeRadius = 22;
/** Sizes that the screen draws with too. */
export const nameSize = 12;
export const wordsSize = 11;
const lineHeight = 15;
const ink = '#22201b';
const quietInk = '#57534a';
const paper = '#ffffff';
const margin = 40;
const narrowest = 640;
const assessmentDash = [6, 4] as const;
const outsideDash = [3, 3] as const;

/** The diagram as a picture for paper: marking above and beneath, title, drawing, what the lines mean. */
export function pictureOf(source: PictureSource): Picture {
  const drawn = drawing(source);
  const widths = [drawn.right - drawn.left, source.measure(source.title, 18, 600), source.measure(source.marking, 14, 600), narrowest];
  const width = Math.ceil(Math.max(...widths)) + 2 * margin;
  const head = headOf(source, width);
  const shift = { x: width / 2 - (drawn.left + drawn.right) / 2, y: head.height - drawn.top };
  const foot = footOf(source, width, head.height + (drawn.bottom - drawn.top) + margin);
  return { width, height: Math.ceil(foot.bottom), title: source.title, shapes: [box(0, 0, width, foot.bottom, paper), ...head.shapes, ...drawn.shapes.map((shape) => shifted(shape, shift)), ...foot.shapes] };
}

function box(x: number, y: number, width: number, height: number, fill: string | null): PictureShape {
  return { type: 'path', d: `M${String(round(x))} ${String(round(y))}h${String(round(width))}v${String(round(height))}h${String(round(-width))}z`, fill, stroke: null, width: 0, dash: [] };
}

function line(d: string, stroke: string, width: number, dash: readonly number[] = []): PictureShape {
  return { type: 'path', d, fill: null, stroke, width, dash };
}

function text(words: string, at: Place, look: { readonly size: number; readonly weight?: Weight; readonly anchor?: 'start' | 'middle'; readonly fill?: string }): PictureShape {
  return { type: 'text', x: round(at.x), y: round(at.y), text: words, size: look.size, weight: look.weight ?? 400, anchor: look.anchor ?? 'middle', fill: look.fill ?? ink };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function shifted(shape: PictureShape, by: Place): PictureShape {
  if (shape.type === 'text') return { ...shape, x: round(shape.x + by.x), y: round(shape.y + by.y) };
  return { ...shape, shift: { x: round((shape.shift?.x ?? 0) + by.x), y: round((shape.shift?.y ?? 0) + by.y) } };
}

function headOf({ marking, title, about }: PictureSource, width: number) {
  const shapes = [
    ...band(marking, width, 0),
    text(title, { x: margin, y: 72 }, { size: 18, weight: 600, anchor: 'start' }),
    text(about, { x: margin, y: 94 }, { size: 12, anchor: 'start', fill: quietInk }),
  ];
  return { shapes, height: 94 + margin };
}

/** The marking in the middle, with a rule towards the picture. */
function band(marking: string, width: number, top: number): readonly PictureShape[] {
  return [text(marking, { x: width / 2, y: top + 25 }, { size: 14, weight: 600 }), line(`M${String(margin)} ${String(top === 0 ? 38 : top)}h${String(width - 2 * margin)}`, ink, 1)];
}

function footOf(source: PictureSource, width: number, top: number) {
  const shapes: PictureShape[] = [...legendOf(source, top)];
  let y = top + 26;
  for (const footnote of source.footnotes) {
    for (const words of wrappedLines(footnote, { width: width - 2 * margin, most: 12, size: 10, weight: 400 }, source.measure)) {
      shapes.push(text(words, { x: margin, y }, { size: 10, anchor: 'start', fill: quietInk }));
      y += 14;
    }
  }
  y += 12;
  return { shapes: [...shapes, ...band(source.marking, width, y)], bottom: y + 40 };
}

/** What the lines mean, in words beside a piece of each. */
function legendOf({ legend, measure }: PictureSource, y: number): readonly PictureShape[] {
  const shapes: PictureShape[] = [];
  let x = margin;
  const entry = (words: string, sample: PictureShape) => {
    shapes.push(sample, text(words, { x: x + 38, y: y + 4 }, { size: wordsSize, anchor: 'start', fill: quietInk }));
    x += 38 + Math.ceil(measure(words, wordsSize, 400)) + 28;
  };
  const stroke = (dash: readonly number[]) => line(`M${String(round(x))} ${String(round(y))}h30`, ink, 1.5, dash);
  entry(legend.fact, stroke([]));
  entry(legend.assessment, stroke(assessmentDash));
  if (legend.outside !== null) entry(legend.outside, line(circle({ x: x + 15, y }, 8), ink, 1.5, outsideDash));
  return shapes;
}

function circle({ x, y }: Place, radius: number): string {
  const [r, d] = [String(radius), String(2 * radius)];
  return `M${String(round(x - radius))} ${String(round(y))}a${r} ${r} 0 1 1 ${d} 0a${r} ${r} 0 1 1 -${d} 0z`;
}

function drawing({ nodes, edges, measure }: PictureSource) {
  const reach = new Reach();
  for (const node of nodes) reach.node(node, measure);
  const arrows = edges.map((edge) => arrowOf(edge, measure, reach));
  // Lines first, words on them next, subjects on top: nothing that can be read is crossed out.
  const shapes = [...arrows.flatMap((one) => one.lines), ...arrows.flatMap((one) => one.words), ...nodes.flatMap((node) => nodeShapes(node, measure))];
  return { shapes, ...reach.box };
}

/** How far the drawing reaches. */
class Reach {
  private readonly xs: number[] = [];
  private readonly ys: number[] = [];

  node({ x, y, name, caption }: PictureNode, measure: Measure): void {
    const half = Math.max(nodeRadius * 1.2, ...name.map((words) => measure(words, nameSize, 600) / 2), measure(caption, wordsSize, 400) / 2);
    this.area(x - half, y - nodeRadius * 1.2, x + half, y + nodeRadius + 10 + (name.length + 1) * lineHeight);
  }

  area(left: number, top: number, right: number, bottom: number): void {
    this.xs.push(left, right);
    this.ys.push(top, bottom);
  }

  get box() {
    if (this.xs.length === 0) return { left: 0, top: 0, right: 0, bottom: 0 };
    // Not spread into a call: there may be thousands.
    const least = (all: readonly number[]) => all.reduce((one, other) => Math.min(one, other));
    const most = (all: readonly number[]) => all.reduce((one, other) => Math.max(one, other));
    return { left: least(this.xs), top: least(this.ys), right: most(this.xs), bottom: most(this.ys) };
  }
}

function nodeShapes({ x, y, schema, name, caption, outside }: PictureNode, measure: Measure): readonly PictureShape[] {
  const sign = signOf(schema);
  const corners = cornersOf(sign.outline);
  const outline = corners === null ? circle({ x, y }, nodeRadius) : `M${corners.map(([cx, cy]) => `${String(round(x + cx * nodeRadius))} ${String(round(y + cy * nodeRadius))}`).join('L')}z`;
  const first = y + nodeRadius + 16;
  const half = Math.max(...name.map((words) => measure(words, nameSize, 600) / 2), measure(caption, wordsSize, 400) / 2) + 3;
  return [
    { type: 'path', d: outline, fill: paper, stroke: ink, width: 1.5, dash: outside ? outsideDash : [] },
    { ...line(sign.lines, ink, 1.4), shift: { x: round(x - 12), y: round(y - 12) } } as PictureShape,
    // A line that passes beneath does not cross the name out.
    box(x - half, y + nodeRadius + 5, 2 * half, (name.length + 1) * lineHeight, paper),
    ...name.map((words, at) => text(words, { x, y: first + at * lineHeight }, { size: nameSize, weight: 600 })),
    text(caption, { x, y: first + name.length * lineHeight }, { size: wordsSize, fill: quietInk }),
  ];
}

interface Arrow {
  readonly lines: readonly PictureShape[];
  readonly words: readonly PictureShape[];
}

function arrowOf(edge: PictureEdge, measure: Measure, reach: Reach): Arrow {
  const { from, to, isFact } = edge;
  const isLoop = from.x === to.x && from.y === to.y;
  const bow = isLoop ? loopOf(from) : bowOf(from, to, edge.bend);
  const tip = arrowHead(bow.end, bow.towards);
  const lines = [line(bow.d, ink, 1.5, isFact ? [] : assessmentDash), { type: 'path', d: tip, fill: ink, stroke: null, width: 0, dash: [] } as const];
  const width = Math.max(0, ...edge.words.map((words) => measure(words, wordsSize, 400)));
  const height = edge.words.length * lineHeight;
  const top = bow.middle.y - height / 2;
  reach.area(bow.middle.x - width / 2 - 4, top, bow.middle.x + width / 2 + 4, top + height);
  if (edge.words.length === 0) return { lines, words: [] };
  const words = edge.words.map((one, at) => text(one, { x: bow.middle.x, y: top + 11 + at * lineHeight }, { size: wordsSize }));
  return { lines, words: [box(bow.middle.x - width / 2 - 3, top, width + 6, height, paper), ...words] };
}

interface Bow {
  readonly d: string;
  readonly end: Place;
  /** The direction in which it arrives, in radians. */
  readonly towards: number;
  readonly middle: Place;
}

/** From the rim of one node to the rim of the other, towards the bend. */
function bowOf(from: Place, to: Place, bend: number): Bow {
  const towards = bendPoint(from, to, bend);
  const rim = (node: Place, gap: number): Place => {
    const angle = Math.atan2(towards.y - node.y, towards.x - node.x);
    return { x: node.x + (nodeRadius + gap) * Math.cos(angle), y: node.y + (nodeRadius + gap) * Math.sin(angle) };
  };
  const [begin, end] = [rim(from, 3), rim(to, 5)];
  const words = (place: Place) => `${String(round(place.x))} ${String(round(place.y))}`;
  return {
    d: `M${words(begin)}Q${words(towards)} ${words(end)}`,
    end,
    towards: Math.atan2(to.y - towards.y, to.x - towards.x),
    middle: { x: (from.x + 2 * towards.x + to.x) / 4, y: (from.y + 2 * towards.y + to.y) / 4 },
  };
}

/** Of a subject with itself: over its head and back. */
function loopOf({ x, y }: Place): Bow {
  const top = y - nodeRadius;
  return { d: `M${String(round(x - 12))} ${String(round(top))}c-30 -60 54 -60 24 -2`, end: { x: x + 12, y: top - 2 }, towards: Math.PI * 0.6, middle: { x, y: top - 46 } };
}

function arrowHead({ x, y }: Place, angle: number): string {
  const corner = (turn: number, length: number) => `${String(round(x + length * Math.cos(angle + turn)))} ${String(round(y + length * Math.sin(angle + turn)))}`;
  return `M${corner(0, 5)}L${corner(2.6, 7)}L${corner(-2.6, 7)}z`;
}
