import { mostAttachments } from '../../../core/files/import-limits.ts';
import type { Day } from '../../../core/ids.ts';
import type { RichTextNode } from '../../../core/records/parts.ts';
import { decodeText } from './decode-text.ts';
import type { ImportChoices, ImportFile, ImportProblem } from './imports-api.ts';
import { readDocx } from './read-docx.ts';
import { readMarkdown } from './read-markdown.ts';
import { readMessage, type MessageFile } from './read-message.ts';
import { plainText } from './rich-text-making.ts';

/** A file as a note, or what stood in the way. */
export interface ReadNote {
  readonly file: string;
  readonly title: string;
  readonly body: RichTextNode;
  readonly day: Day | null;
  readonly time: string | null;
  readonly from: string;
  /** What came with it and becomes its attachments. */
  readonly files: readonly MessageFile[];
}

export interface NoteReading {
  readonly note: ReadNote | null;
  readonly problems: readonly ImportProblem[];
}

const longestTitle = 300;
/** Days outside are taken, and said: 1926 and 2126 are more often slips than dates of messages. */
const likelyYears = [1970, 2100] as const;

/** Reads a document of any kind that a note can be made of. */
export async function readNote(file: ImportFile, choices: Pick<ImportChoices, 'encoding'>): Promise<NoteReading> {
  const extension = /\.([a-z\d]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'docx' || extension === 'docm') return fromWord(file);
  if (extension === 'eml') return fromMessage(file);
  const { text } = decodeText(file.bytes, choices.encoding);
  if (extension === 'md' || extension === 'markdown') return { note: noteOf(file, readMarkdown(text)), problems: [] };
  if (extension === 'txt' || extension === 'text' || extension === '') return { note: noteOf(file, plainText(text)), problems: [] };
  return { note: null, problems: [problem(file, 'file-unknown', { extension }, true)] };
}

async function fromWord(file: ImportFile): Promise<NoteReading> {
  const read = await readDocx(file.bytes);
  if (!read.ok) return { note: null, problems: [problem(file, read.failure.code, read.failure.facts, true)] };
  const { body, macros, images } = read.value;
  const problems = [
    ...(macros ? [problem(file, 'macros-left-out')] : []),
    ...(images > 0 ? [problem(file, 'images-left-out', { count: images })] : []),
  ];
  return { note: noteOf(file, body), problems };
}

async function fromMessage(file: ImportFile): Promise<NoteReading> {
  const read = await readMessage(file.bytes);
  if (!read.ok) return { note: null, problems: [problem(file, read.failure.code, {}, true)] };
  const { subject, body, day, time, from, files, tooDeep } = read.value;
  const problems: ImportProblem[] = [];
  if (files.length > mostAttachments) problems.push(problem(file, 'attachments-left-out', { count: files.length - mostAttachments, limit: mostAttachments }));
  if (tooDeep) problems.push(problem(file, 'nested-too-deep'));
  const year = Number(day?.slice(0, 4) ?? likelyYears[0]);
  if (year < likelyYears[0] || year > likelyYears[1]) problems.push(problem(file, 'day-unlikely', { day: day ?? '' }));
  return { note: { ...noteOf(file, body), title: titled(subject, file.name), day, time, from, files: files.slice(0, mostAttachments) }, problems };
}

function noteOf(file: ImportFile, body: RichTextNode): ReadNote {
  return { file: file.name, title: titled('', file.name), body, day: null, time: null, from: '', files: [] };
}

/** What a note is called: the given title, or its file's name without the ending. */
function titled(title: string, name: string): string {
  const words = (title.trim() === '' ? name.replace(/\.[a-z\d]+$/i, '') : title).replace(/\s+/g, ' ').trim();
  return [...words].slice(0, longestTitle).join('').slice(0, longestTitle);
}

export function problem(file: ImportFile, code: ImportProblem['code'], facts: ImportProblem['facts'] | undefined = {}, left = false): ImportProblem {
  return { file: file.name, line: null, code, facts, left };
}
