import type { JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { Result } from '../../../core/result.ts';
import type { TakeFailure } from '../files/files-api.ts';

/** A file as the person chose it. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the files become: contacts (vCard, CSV), notes (DOCX, Markdown, text, e-mail) or the items of an agenda. */
export type ImportAs = 'contact' | 'note' | 'agenda';

export const contactFields = [
  'name', 'givenName', 'familyName', 'institution', 'role', 'country', 'office', 'mobile', 'fax', 'email', 'languages', 'address', 'remarks',
] as const;
export type ContactField = (typeof contactFields)[number];

/** Text encodings that files of the region come in. `mixed`: lines of a file differ. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1251' | 'windows-1252' | 'mixed';

export interface ImportChoices {
  readonly as: ImportAs;
  readonly level: MarkingId;
  readonly jwg: JwgId | null;
  readonly case: RecordId | null;
  /** Which column of a CSV file is what, by its place from 0; absent: as proposed. */
  readonly columns?: Readonly<Record<number, ContactField | null>>;
  /** Said by the person where the proposal is wrong. */
  readonly encoding?: Exclude<TextEncoding, 'mixed'>;
  /** Contacts that seem to be here already are left out. */
  readonly leaveOutKnown: boolean;
}

export type ImportProblemCode =
  | 'file-empty' | 'file-too-large' | 'file-unknown' | 'file-unreadable' | 'inflates-too-much'
  | 'row-short' | 'row-long' | 'quote-open' | 'no-name' | 'text-shortened' | 'country-unknown' | 'email-odd'
  | 'macros-left-out' | 'images-left-out' | 'attachments-left-out' | 'nested-too-deep' | 'day-unlikely' | 'already-here';

/** Something that is not as it should be. The row or file is taken all the same unless `left` says otherwise. */
export interface ImportProblem {
  readonly file: string;
  /** Line in the file, from 1, where there is one. */
  readonly line: number | null;
  readonly code: ImportProblemCode;
  /** What the sentence names: a limit, a column, the text itself. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Whether this row or file is left out because of it. */
  readonly left: boolean;
}

export interface ImportColumn {
  readonly index: number;
  readonly name: string;
  /** The first few things that stand in it. */
  readonly sample: readonly string[];
  readonly field: ContactField | null;
}

/** One record that would be made. */
export interface ImportItem {
  readonly file: string;
  readonly line: number | null;
  readonly title: string;
  readonly facts: readonly string[];
  /** How many files come with it, as its attachments. */
  readonly files: number;
}

export interface ImportPreview {
  readonly total: number;
  /** The first of them; `total` says how many there are. */
  readonly items: readonly ImportItem[];
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly leftOut: number;
  /** Columns of the first CSV file; empty where there is none. */
  readonly columns: readonly ImportColumn[];
  readonly encoding: TextEncoding | null;
  /** Items for an agenda, in order, with minutes where they were said. */
  readonly agenda: readonly { readonly title: string; readonly minutes: number | null }[];
}

export interface ImportReport {
  readonly records: readonly RecordId[];
  readonly kind: 'contact' | 'note';
  readonly leftOut: number;
  readonly problems: readonly ImportProblem[];
}

/** Files that become the attachments of one new note. */
export interface FileAway {
  readonly title: string;
  /** In order; `name` is where it stood in the folder that was chosen. */
  readonly files: readonly { readonly name: string; readonly type: string; readonly content: Blob }[];
  readonly level: MarkingId;
  readonly jwg: JwgId | null;
  readonly case: RecordId | null;
}

export type ImportFailure = TakeFailure | 'nothing-to-import' | 'no-data-protection' | 'not-valid' | 'too-large';

export interface ImportsApi {
  /** What would come of these files. Keeps nothing. */
  preview(files: readonly ImportFile[], choices: ImportChoices): Promise<ImportPreview>;
  /** Makes all the records in one transaction, or none. */
  carryOut(files: readonly ImportFile[], choices: ImportChoices): Promise<Result<ImportReport, ImportFailure>>;
  /** Seals all the files and makes one note that holds them, or nothing. Each may be as large as an attachment. */
  fileAway(request: FileAway): Promise<Result<ImportReport, ImportFailure>>;
}
