import { unzipSync } from 'fflate';
import type { RichTextNode } from '../../../core/records/parts.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { largestInflated } from './import-limits.ts';
import { document, heading, list, paragraph, words } from './rich-text-making.ts';

export interface ReadDocument {
  readonly body: RichTextNode;
  readonly macros: boolean;
  readonly images: number;
}

/** The parts of the parser's tree that are read. */
interface Piece {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Piece[];
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isUnderline?: boolean;
  readonly isStrikethrough?: boolean;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly body?: readonly Piece[];
  readonly notes?: { resolve(reference: Piece): Piece | null };
}

/**
 * A Word document as rich text: headings, lists, emphasis, tables row by row, footnotes at the end
 * with their numbers. Macros, pictures and whatever else a note cannot hold stay behind and are
 * counted. The file is never executed and nothing it refers to is fetched.
 */
export async function readDocx(bytes: Uint8Array, mostInflated = largestInflated): Promise<Result<ReadDocument, 'file-unreadable' | 'inflates-too-much'>> {
  const names = partNames(bytes, mostInflated);
  if (!names.ok) return names;
  if (!names.value.includes('word/document.xml')) return failed('file-unreadable');
  try {
    const tree = await treeOf(bytes);
    if (tree === null) return failed('file-unreadable');
    const reader = new DocumentReader(tree);
    return ok({ body: reader.body(), macros: names.value.some((name) => name.endsWith('vbaProject.bin')), images: reader.images });
  } catch {
    return failed('file-unreadable');
  }
}

/** Names of the zip's parts, without inflating any of them. */
function partNames(bytes: Uint8Array, mostInflated: number): Result<readonly string[], 'file-unreadable' | 'inflates-too-much'> {
  const names: string[] = [];
  let inflated = 0;
  try {
    unzipSync(bytes, {
      filter: (part) => {
        names.push(part.name);
        inflated += part.originalSize;
        return false;
      },
    });
  } catch {
    return failed('file-unreadable');
  }
  return inflated > mostInflated ? failed('inflates-too-much', { limit: mostInflated }) : ok(names);
}

async function treeOf(bytes: Uint8Array): Promise<Piece | null> {
  const { default: mammoth } = await import('mammoth');
  let tree: Piece | null = null;
  const keep = (piece: Piece): Piece => {
    tree = piece;
    // What becomes of it afterwards is not needed.
    return { ...piece, children: [] };
  };
  await mammoth.convertToHtml({ arrayBuffer: Uint8Array.from(bytes).buffer }, { transformDocument: keep, externalFileAccess: false });
  return tree;
}

interface Point {
  readonly ordered: boolean;
  readonly content: RichTextNode;
}

class DocumentReader {
  images = 0;
  private readonly tree: Piece;
  private readonly footnotes: Piece[] = [];

  constructor(tree: Piece) {
    this.tree = tree;
  }

  body(): RichTextNode {
    const blocks = this.blocks(this.tree.children ?? []);
    const notes = this.footnotes.flatMap((note, index) => this.footnote(note, index + 1));
    return document(notes.length === 0 ? blocks : [...blocks, { type: 'horizontalRule' }, ...notes]);
  }

  private blocks(pieces: readonly Piece[]): readonly RichTextNode[] {
    const blocks: RichTextNode[] = [];
    let points: Point[] = [];
    const endList = () => {
      if (points.length > 0) blocks.push(list(points[0]?.ordered === true ? 'orderedList' : 'bulletList', points.map((one) => [one.content])));
      points = [];
    };
    for (const piece of pieces) {
      const point = this.point(piece);
      if (point !== null) {
        if (points[0] !== undefined && points[0].ordered !== point.ordered) endList();
        points.push(point);
      } else {
        endList();
        blocks.push(...this.block(piece));
      }
    }
    endList();
    return blocks;
  }

  private point(piece: Piece): Point | null {
    if (piece.type !== 'paragraph' || piece.numbering === null || piece.numbering === undefined) return null;
    return { ordered: piece.numbering.isOrdered, content: paragraph(this.inline(piece.children ?? [])) };
  }

  private block(piece: Piece): readonly RichTextNode[] {
    if (piece.type === 'table') return this.table(piece);
    if (piece.type !== 'paragraph') return this.blocks(piece.children ?? []);
    const content = this.inline(piece.children ?? []);
    if (content.length === 0) return [];
    const level = /^(?:heading|title)\s*(\d?)/i.exec(piece.styleName ?? piece.styleId ?? '');
    return [level === null ? paragraph(content) : heading(Number(level[1] === '' ? '1' : level[1]), content)];
  }

  /** A row a paragraph, its cells parted by bars. */
  private table(piece: Piece): readonly RichTextNode[] {
    return (piece.children ?? []).map((row) =>
      paragraph((row.children ?? []).flatMap((cell, index) => [...(index === 0 ? [] : words(' | ')), ...this.cell(cell)])),
    );
  }

  private cell(cell: Piece): readonly RichTextNode[] {
    return this.blocks(cell.children ?? []).flatMap((block, index) => [...(index === 0 ? [] : words(' ')), ...inlineInside(block)]);
  }

  private inline(pieces: readonly Piece[], marks: Parameters<typeof words>[1] = []): readonly RichTextNode[] {
    return pieces.flatMap((piece) => {
      switch (piece.type) {
        case 'text':
          return words(piece.value ?? '', marks);
        case 'tab':
          return words(' ', marks);
        case 'break':
          return [{ type: 'hardBreak' }];
        case 'image':
          this.images += 1;
          return [];
        case 'noteReference':
          return this.reference(piece);
        case 'run':
          return this.inline(piece.children ?? [], marksOf(piece));
        default:
          return this.inline(piece.children ?? [], marks);
      }
    });
  }

  private reference(piece: Piece): readonly RichTextNode[] {
    const note = this.tree.notes?.resolve(piece) ?? null;
    if (note === null) return [];
    this.footnotes.push(note);
    return words(`[${this.footnotes.length}]`);
  }

  private footnote(note: Piece, number: number): readonly RichTextNode[] {
    const text = this.blocks(note.body ?? []).flatMap((block, index) => [...(index === 0 ? [] : words(' ')), ...inlineInside(block)]);
    return [paragraph([...words(`[${number}] `), ...text])];
  }
}

function marksOf(run: Piece): NonNullable<Parameters<typeof words>[1]> {
  return [
    ...(run.isBold === true ? (['bold'] as const) : []),
    ...(run.isItalic === true ? (['italic'] as const) : []),
    ...(run.isUnderline === true ? (['underline'] as const) : []),
    ...(run.isStrikethrough === true ? (['strike'] as const) : []),
  ];
}

/** The inline content of a block, however deep it stands. */
function inlineInside(block: RichTextNode): readonly RichTextNode[] {
  if (block.type === 'text' || block.type === 'hardBreak') return [block];
  return (block.content ?? []).flatMap(inlineInside);
}
