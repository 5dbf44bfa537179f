import { markedPieces } from '../meetings/corrections.ts';
import type { Fact } from './meeting-facts.ts';
import type { ItemSection, MinutesDocument, PersonRow, Said } from './minutes-document.ts';

/** A stretch of a paragraph. */
export interface BlockRun {
  readonly text: string;
  readonly look: 'plain' | 'strong' | 'quiet' | 'corrected' | 'mark';
  /** BCP 47, where it is not the language of the labels. */
  readonly language: string | null;
}

export type BlockText = readonly BlockRun[];

/** The minutes as a word processor has them: headings, paragraphs and tables in their order. Nothing but data. */
export type Block =
  | { readonly block: 'title'; readonly text: BlockText }
  | { readonly block: 'heading'; readonly level: 1 | 2; readonly text: BlockText }
  | { readonly block: 'paragraph'; readonly text: BlockText; readonly keepWithNext?: true }
  /** `heads`: empty where each row is named by its first cell. Widths are shares of the page. */
  | { readonly block: 'table'; readonly heads: readonly string[]; readonly widths: readonly number[]; readonly rows: readonly (readonly BlockText[])[] };

/** Lays the document out for a word processor: the same words in the same order as on the printed pages. */
export function minutesBlocks(document: MinutesDocument): readonly Block[] {
  const { labels } = document;
  return [
    ...(document.group === null ? [] : [paragraph(strong(document.group))]),
    paragraph(quiet(labels.minutes)),
    { block: 'title', text: written(document, document.title) },
    ...facts(document, document.facts),
    ...people(document, labels.attendance, document.attendance),
    ...people(document, labels.apologies, document.apologies),
    ...people(document, labels.absent, document.absent),
    ...people(document, labels.invited, document.invited),
    ...people(document, labels.roles.informed, document.informed),
    ...agenda(document),
    ...proceedings(document),
    ...corrections(document),
    ...(document.next.length === 0 ? [] : [heading(labels.nextMeeting), ...facts(document, document.next)]),
    ...(document.annexes.length === 0 ? [] : [heading(labels.annexes), ...facts(document, document.annexes.map(({ label, title }) => ({ label, value: title })))]),
    ...distribution(document),
    heading(labels.signatures),
    table([labels.role, labels.name, labels.signature, labels.date], [0.24, 0.28, 0.31, 0.17], document.signatures.map((one) => [one.role, one.name, '', ''])),
    ...document.footnotes.map((one) => paragraph([{ text: one.text, look: 'quiet', language: one.language === labels.language ? null : one.language }])),
  ];
}

const plain = (text: string): BlockText => [{ text, look: 'plain', language: null }];
const strong = (text: string): BlockText => [{ text, look: 'strong', language: null }];
const quiet = (text: string): BlockText => [{ text, look: 'quiet', language: null }];
const paragraph = (text: BlockText): Block => ({ block: 'paragraph', text });
const heading = (text: string): Block => ({ block: 'heading', level: 1, text: plain(text) });
const table = (heads: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): Block => ({ block: 'table', heads, widths, rows: rows.map((cells) => cells.map(plain)) });

/** What people wrote may be in another language than the labels around it. */
function written({ bodyLanguage, labels }: MinutesDocument, text: string, look: BlockRun['look'] = 'plain'): BlockText {
  return [{ text, look, language: bodyLanguage === labels.language ? null : bodyLanguage }];
}

/** What was said, with the words that were corrected underlined and the numbers of the corrections after it. */
function marked(document: MinutesDocument, { text, marks }: Said): BlockText {
  const pieces = marks.length === 0 ? [{ text, corrected: false }] : markedPieces(text, marks.map((one) => one.passage));
  return [...pieces.flatMap((piece) => written(document, piece.text, piece.corrected ? 'corrected' : 'plain')), ...marks.map(({ number }): BlockRun => ({ text: ` [${String(number)}]`, look: 'mark', language: null }))];
}

function facts(document: MinutesDocument, some: readonly Fact[]): readonly Block[] {
  return some.length === 0 ? [] : [{ block: 'table', heads: [], widths: [0.28, 0.72], rows: some.map(({ label, value }) => [quiet(label), written(document, value)]) }];
}

function people({ labels }: MinutesDocument, title: string, rows: readonly PersonRow[]): readonly Block[] {
  return rows.length === 0 ? [] : [heading(title), table([labels.name, labels.institution, labels.country, labels.role], [0.3, 0.34, 0.19, 0.17], rows.map((row) => [row.name, row.institution, row.country, row.role]))];
}

function agenda(document: MinutesDocument): readonly Block[] {
  const { labels, items } = document;
  if (items.length === 0) return [];
  return [heading(labels.agenda), ...items.map((item) => paragraph([...plain(`${String(item.number)}. `), ...written(document, item.title), ...quiet([` (${item.portion})`, item.parked ? ` – ${labels.parked}` : '', item.outcome === '' ? '' : ` – ${item.outcome}`, item.duration === null ? '' : `, ${item.duration}`].join(''))]))];
}

function proceedings(document: MinutesDocument): readonly Block[] {
  const sections = document.otherBusiness === null ? document.items : [...document.items, document.otherBusiness];
  return sections.length === 0 ? [] : [heading(document.labels.proceedings), ...sections.flatMap((section) => itemSection(document, section))];
}

function itemSection(document: MinutesDocument, item: ItemSection): readonly Block[] {
  const { labels } = document;
  const empty = item.discussion.length + item.decisions.length + item.actions.length === 0;
  return [
    { block: 'heading', level: 2, text: [...plain(`${String(item.number)}. `), ...marked(document, { text: item.title, marks: item.marks }), ...quiet(` (${item.portion})`)] },
    ...item.discussion.flatMap((one) => paragraphs(document, one)),
    ...item.decisions.flatMap((one) => [{ block: 'paragraph', text: strong(labels.decision(one.number)), keepWithNext: true } as const, ...paragraphs(document, one)]),
    ...(item.actions.length === 0 ? [] : [actionTable(document, item)]),
    ...(empty ? [paragraph(quiet(item.parked ? labels.parked : labels.nothingRecorded))] : []),
  ];
}

/** One paragraph for each line that was written; the marks stand behind the last. */
function paragraphs(document: MinutesDocument, { text, marks }: Said): readonly Block[] {
  const parts = text.split(/\r?\n/).filter((part) => part.trim() !== '');
  return parts.map((part, at) => {
    const all = marked(document, { text: part, marks });
    return paragraph(at === parts.length - 1 ? all : all.filter((run) => run.look !== 'mark'));
  });
}

function actionTable(document: MinutesDocument, { actions }: ItemSection): Block {
  const { labels } = document;
  return {
    block: 'table',
    heads: [labels.actionNumber, labels.action, labels.owner, labels.due],
    widths: [0.08, 0.5, 0.26, 0.16],
    rows: actions.map((one) => [plain(String(one.number)), [...marked(document, one), ...(one.portion === null ? [] : quiet(` (${one.portion})`))], plain(one.owner), plain(one.due)]),
  };
}

function corrections(document: MinutesDocument): readonly Block[] {
  const { labels } = document;
  if (document.corrections.length === 0) return [];
  return [
    heading(labels.corrections),
    ...document.corrections.flatMap((one): readonly Block[] => [
      { block: 'paragraph', text: [...strong(`[${String(one.number)}] ${labels.correction(one.number)}`), ...(one.where === '' ? [] : [...strong(' – '), ...written(document, one.where, 'strong')])], keepWithNext: true },
      {
        block: 'table', heads: [], widths: [0.28, 0.72],
        rows: [
          [quiet(labels.correctionPassage), written(document, one.passage)],
          [quiet(labels.correctionWording), one.wording === '' ? plain(labels.correctionStruckOut) : written(document, one.wording)],
          [quiet(labels.correctionReason), written(document, one.reason)],
        ],
      },
      paragraph(quiet(`${one.proposed}. ${one.approved}.`)),
    ]),
  ];
}

function distribution(document: MinutesDocument): readonly Block[] {
  const { labels } = document;
  if (document.distribution.length === 0) return [];
  return [heading(labels.distribution), table([labels.copyNumber, labels.recipient, labels.institution, labels.country], [0.14, 0.3, 0.36, 0.2], document.distribution.map((one) => [String(one.copy), one.name, one.institution, one.country]))];
}
