import { bendsOf } from '../../../core/diagram/bends.ts';
import type { LinkGraph } from '../../../core/diagram/link-graph.ts';
import { pictureOf, type Picture } from '../../../core/diagram/picture.ts';
import { svgOf } from '../../../core/diagram/picture-svg.ts';
import { kosovoFootnotes, namesKosovo } from '../../../core/minutes/kosovo-footnote.ts';
import type { RecordId } from '../../../core/ids.ts';
import { dayInWords, today } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import { useDiagramWords } from './diagram-words.ts';
import { nameLines, relationLines } from './drawn-words.ts';
import { interfaceFace, measureInFace } from './measured-text.ts';
import type { Diagram } from './use-diagram.ts';

export type PictureFormat = 'png' | 'svg';

/** What of a diagram may leave: subjects that may, and relations that may between such. */
export function exportedGraph({ subjects, relations }: LinkGraph, allowed: readonly RecordId[]): LinkGraph {
  const may = new Set(allowed);
  return { subjects: subjects.filter((one) => may.has(one.record)), relations: relations.filter(({ record, from, to }) => may.has(record) && may.has(from) && may.has(to)) };
}

/** Draws a graph where the diagram has it, as a picture for paper with the marking above and beneath. */
export function usePicture({ places }: Diagram, title: string): (graph: LinkGraph, marking: string) => Picture {
  const say = useWords('diagram');
  const words = useDiagramWords();
  return ({ subjects, relations }, marking) => {
    const measure = measureInFace();
    const bends = bendsOf(relations);
    const at = (record: RecordId) => places.get(record) ?? { x: 0, y: 0 };
    const nodes = subjects.map((subject) => ({ ...at(subject.record), schema: subject.schema, outside: subject.outside, name: nameLines(subject, words, measure), caption: words.whatOf(subject) }));
    const edges = relations.map((relation) => ({
      from: at(relation.from), to: at(relation.to), bend: bends.get(relation.record) ?? 0, isFact: relation.nature === 'fact', words: relationLines(relation, words, measure),
    }));
    const about = say('export.about', { subjects: say('subjects', { count: subjects.length }), relations: say('relations', { count: relations.length }), day: dayInWords(today()) });
    const written = [title, ...subjects.map(words.nameOf), ...relations.map(words.howOf)];
    return pictureOf({
      nodes, edges, marking, title, about, measure,
      legend: { fact: say('legend.fact'), assessment: say('legend.assessment'), outside: subjects.some((one) => one.outside) ? say('legend.outside') : null },
      footnotes: written.some(namesKosovo) ? kosovoFootnotes('en', 'en').map((one) => one.text) : [],
    });
  };
}

/** The picture as a file's bytes; `null` when there is no room for a PNG of it. */
export async function pictureBytes(picture: Picture, format: PictureFormat): Promise<Uint8Array<ArrayBuffer> | null> {
  return format === 'svg' ? new TextEncoder().encode(svgOf(picture)) : pngOf(picture);
}

/** Twice the size of the screen, for print; less where that would be too large for a canvas. */
const sharpness = 2;
const longestSide = 12_000;
const mostPixels = 120_000_000;

async function pngOf(picture: Picture): Promise<Uint8Array<ArrayBuffer> | null> {
  const { width, height } = picture;
  const scale = Math.min(sharpness, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(scale, scale);
  paint(context, picture);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}

/** The same shapes as in the SVG, in the same order. */
function paint(context: CanvasRenderingContext2D, { shapes }: Picture): void {
  const font = interfaceFace();
  context.lineJoin = 'round';
  for (const shape of shapes) {
    if (shape.type === 'text') {
      context.font = `${String(shape.weight)} ${String(shape.size)}px ${font}`;
      context.textAlign = shape.anchor === 'middle' ? 'center' : 'start';
      context.fillStyle = shape.fill;
      context.fillText(shape.text, shape.x, shape.y);
      continue;
    }
    context.save();
    context.translate(shape.shift?.x ?? 0, shape.shift?.y ?? 0);
    const path = new Path2D(shape.d);
    if (shape.fill !== null) {
      context.fillStyle = shape.fill;
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is filled here, not an array
      context.fill(path);
    }
    if (shape.stroke !== null) {
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width;
      context.lineCap = shape.dash.length === 0 ? 'round' : 'butt';
      context.setLineDash([...shape.dash]);
      context.stroke(path);
    }
    context.restore();
  }
}
