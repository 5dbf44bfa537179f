import { bendsOf } from '../../../core/diagram/bends.ts';
import type { GraphRelation, GraphSubject, LinkGraph } from '../../../core/diagram/link-graph.ts';
import { nameSize, wordsSize } from '../../../core/diagram/picture.ts';
import type { Places } from '../../../core/diagram/places.ts';
import { wrappedLines, type Measure } from '../../../core/diagram/wrapped-lines.ts';
import type { CanvasContent } from './canvas/open-canvas.ts';
import type { DiagramWords } from './diagram-words.ts';

const nowhere = { x: 0, y: 0 } as const;

/** The name of a subject in the lines in which it is drawn. */
export function nameLines(subject: GraphSubject, words: DiagramWords, measure: Measure): readonly string[] {
  return wrappedLines(words.nameOf(subject), { width: 140, most: 3, size: nameSize, weight: 600 }, measure);
}

/** What stands on a relation: how, then when. */
export function relationLines(relation: GraphRelation, words: DiagramWords, measure: Measure): readonly string[] {
  const broken = (text: string) => wrappedLines(text, { width: 130, most: 2, size: wordsSize, weight: 400 }, measure);
  return [...broken(words.howOf(relation)), ...broken(words.whenOf(relation))];
}

/** A diagram as the canvas draws it. */
export function canvasContent({ subjects, relations }: LinkGraph, places: Places, words: DiagramWords, measure: Measure): CanvasContent {
  const bends = bendsOf(relations);
  return {
    nodes: subjects.map((subject) => {
      const { record, schema, outside, leadsTo } = subject;
      const what = leadsTo === 0 ? words.whatOf(subject) : `${words.whatOf(subject)} +${String(leadsTo)}`;
      return { record, schema, outside, place: places.get(record) ?? nowhere, words: [...nameLines(subject, words, measure), what].join('\n') };
    }),
    edges: relations.map((relation) => {
      const { record, from, to, nature } = relation;
      return { record, from, to, isFact: nature === 'fact', bend: bends.get(record) ?? 0, words: relationLines(relation, words, measure).join('\n') };
    }),
  };
}

/** Everything that is written in it: what letters have to be there before it is drawn. */
export function writtenIn({ subjects, relations }: LinkGraph, words: DiagramWords): string {
  return [...subjects.flatMap((one) => [words.nameOf(one), words.whatOf(one)]), ...relations.flatMap((one) => [words.howOf(one), words.whenOf(one)]), '+0123456789…'].join('');
}
