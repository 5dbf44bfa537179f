import type { RichTextNode } from '../../../core/records/parts.ts';

export interface AgendaLine {
  readonly title: string;
  /** Minutes, where the line says them: "(15 min)", "– 20'". */
  readonly minutes: number | null;
}

const longestTitle = 300;
const said = /[([–—-]?\s*(\d{1,3})\s*(?:min(?:utes?|uta|uti|ut[ae])?\.?|мин(?:ута)?\.?|['′’])\s*[)\]]?\s*$/iu;
const numbered = /^\s*(?:item\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z]\)|[ivx]{1,4}[.)]|[-–•*])\s+/iu;

/**
 * The items of an agenda out of a document: the points of its lists where it has any, otherwise its
 * lines, the first one left out when it is a heading over the others.
 */
export function readAgenda(body: RichTextNode): readonly AgendaLine[] {
  const points = pointsOf(body);
  const lines = points.length > 0 ? points : linesOf(body);
  return lines.map(agendaLine).filter((line) => line.title !== '');
}

function agendaLine(text: string): AgendaLine {
  const bare = text.replace(/\s+/g, ' ').trim().replace(numbered, '');
  const minutes = said.exec(bare);
  const title = (minutes === null ? bare : bare.slice(0, minutes.index)).replace(/[\s–—:,-]+$/u, '').trim();
  return { title: [...title].slice(0, longestTitle).join(''), minutes: minutes === null ? null : Number(minutes[1]) };
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

function firstLine(item: RichTextNode): string {
  const [first] = item.content ?? [];
  return first === undefined ? '' : textIn(first).split('\n').join(' ');
}

function textIn(node: RichTextNode): string {
  if (node.type === 'hardBreak') return '\n';
  return (node.text ?? '') + (node.content ?? []).map(textIn).join('');
}
