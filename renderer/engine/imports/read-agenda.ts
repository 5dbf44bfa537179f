import type { RichTextNode } from '../../../core/records/parts.ts';
import { agendaLine, isTimed, longestTitle, withLengths, type AgendaLine } from './agenda-line.ts';

export type { AgendaLine };

/** From so many lines that begin with a time of day on, a document is a timetable. */
const timetable = 2;

/**
 * The items of an agenda out of a document: the lines of its timetable where it has one, otherwise
 * the points of its lists where it has any, otherwise its lines, the first one left out when it is a
 * heading over the others.
 */
export function readAgenda(body: RichTextNode): readonly AgendaLine[] {
  const timed = everyLine(body).filter(isTimed);
  const points = pointsOf(body);
  const lines = timed.length >= timetable ? timed : points.length > 0 ? points : linesOf(body);
  return withLengths(lines.flatMap((line) => agendaLine(line) ?? []));
}

/** What stands over it all, if it begins with a heading. */
export function firstHeading(body: RichTextNode): string | null {
  const [first] = body.content ?? [];
  const words = first?.type === 'heading' ? textIn(first).replace(/\s+/g, ' ').trim() : '';
  return words === '' ? null : [...words].slice(0, longestTitle).join('');
}

function pointsOf(node: RichTextNode): readonly string[] {
  if (node.type === 'listItem') return [firstLine(node), ...(node.content ?? []).slice(1).flatMap(pointsOf)];
  return (node.content ?? []).flatMap(pointsOf);
}

function linesOf(body: RichTextNode): readonly string[] {
  const blocks = body.content ?? [];
  const [first] = blocks;
  const rest = first?.type === 'heading' && blocks.length > 1 ? blocks.slice(1) : blocks;
  return rest.flatMap((block) => textIn(block).split('\n'));
}

/** Each line wherever it stands. */
function everyLine(node: RichTextNode): readonly string[] {
  const inner = node.content ?? [];
  const isBlock = inner.every((one) => one.type === 'text' || one.type === 'hardBreak');
  return isBlock ? textIn(node).split('\n') : inner.flatMap(everyLine);
}

function firstLine(item: RichTextNode): string {
  const [first] = item.content ?? [];
  return first === undefined ? '' : textIn(first).split('\n').join(' ');
}

function textIn(node: RichTextNode): string {
  if (node.type === 'hardBreak') return '\n';
  return (node.text ?? '') + (node.content ?? []).map(textIn).join('');
}
