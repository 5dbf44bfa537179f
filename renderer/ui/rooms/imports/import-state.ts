import type { JwgId, MarkingId, RecordId } from '../../../../core/ids.ts';
import type { Failure } from '../../../../core/result.ts';
import type { ContactField, ImportReport, TextEncoding } from '../../../engine/api.ts';
import type { Dropped } from '../../attachments/dropped-files.ts';
import { outsideStore } from '../../kit/outside-store.ts';

/** Records of a kind, the items of an agenda, or files kept as they are in one new note. */
export type Becomes = 'contact' | 'note' | 'agenda' | 'files';

export interface ImportState {
  readonly chosen: readonly Dropped[];
  /** `null`: as the names of the files propose. */
  readonly becomes: Becomes | null;
  readonly title: string;
  /** The meeting whose agenda is added to; `null`: a new one. */
  readonly into: RecordId | null;
  /** Of a new meeting; `null`: as the file proposes. */
  readonly meetingTitle: string | null;
  /** Items of the agenda that are left out, by their place. */
  readonly without: readonly number[];
  /** `null`: the lowest. */
  readonly level: MarkingId | null;
  readonly jwg: JwgId | null;
  readonly case: RecordId | null;
  readonly columns: Readonly<Record<number, ContactField | null>>;
  readonly encoding: Exclude<TextEncoding, 'mixed'> | null;
  readonly leaveOutKnown: boolean;
  readonly phase: 'choosing' | 'making' | 'made';
  readonly failure: Failure | null;
  readonly report: ImportReport | null;
}

export const atFirst: ImportState = {
  chosen: [], becomes: null, title: '', into: null, meetingTitle: null, without: [], level: null, jwg: null, case: null, columns: {}, encoding: null, leaveOutKnown: true, phase: 'choosing', failure: null, report: null,
};

/** An import goes on while one is elsewhere; its report is there when one comes back. Gone with the page when the notebook is locked. */
export const importState = outsideStore<ImportState>(atFirst);

export function changeImport(change: Partial<ImportState>): void {
  importState.change((now) => ({ ...now, ...change }));
}

/** Begins with the agenda of one meeting in mind. What is being made now goes on. */
export function beginAgendaFor(meeting: RecordId): void {
  importState.change((now) => (now.phase === 'making' ? now : { ...(now.phase === 'made' ? atFirst : now), becomes: 'agenda', into: meeting }));
}

const ofContacts = new Set(['vcf', 'vcard', 'csv', 'tsv', 'tab']);
const ofNotes = new Set(['docx', 'docm', 'md', 'markdown', 'txt', 'text', 'eml']);

export function extensionOf(name: string): string {
  return /\.([^.\s]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What files are likely to become: what most of their names say. */
export function proposedFor(names: readonly string[]): Becomes {
  const count = (of: ReadonlySet<string>) => names.filter((name) => of.has(extensionOf(name))).length;
  const contacts = count(ofContacts);
  const notes = count(ofNotes);
  if (contacts * 2 > names.length) return 'contact';
  return notes * 2 > names.length ? 'note' : 'files';
}

/** Files whose letters can be in one encoding or another. */
export function isText(name: string): boolean {
  return ['csv', 'tsv', 'tab', 'txt', 'text', 'md', 'markdown', ''].includes(extensionOf(name));
}
