import type { JwgId, MarkingId, RecordId } from '../../../../core/ids.ts';
import type { Failure } from '../../../../core/result.ts';
import type { ContactField, ImportReport, TextEncoding } from '../../../engine/api.ts';
import type { Dropped } from '../../attachments/dropped-files.ts';
import { outsideStore } from '../../kit/outside-store.ts';

/** Records of a kind, or files kept as they are in one new note. */
export type Becomes = 'contact' | 'note' | 'files';

export interface ImportState {
  readonly chosen: readonly Dropped[];
  /** `null`: as the names of the files propose. */
  readonly becomes: Becomes | null;
  readonly title: string;
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
  chosen: [], becomes: null, title: '', level: null, jwg: null, case: null, columns: {}, encoding: null, leaveOutKnown: true, phase: 'choosing', failure: null, report: null,
};

/** An import goes on while one is elsewhere; its report is there when one comes back. Gone with the page when the notebook is locked. */
export const importState = outsideStore<ImportState>(atFirst);

export function changeImport(change: Partial<ImportState>): void {
  importState.change((now) => ({ ...now, ...change }));
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
