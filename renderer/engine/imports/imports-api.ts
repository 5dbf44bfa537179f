import type { ItemKey, JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
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
  /** For an agenda: the meeting it is for, and which of its items are left out, by their place from 0. */
  readonly agenda?: { readonly into: AgendaTarget; readonly without: readonly number[] };
}

/** A meeting that is here, or a new one with this title. */
export type AgendaTarget = { readonly meeting: RecordId } | { readonly title: string };

export type ImportProblemCode =
  | 'file-empty' | 'file-too-large' | 'file-unknown' | 'file-unreadable' | 'inflates-too-much'
  | 'row-short' | 'row-long' | 'quote-open' | 'no-name' | 'text-shortened' | 'country-unknown' | 'email-odd'
  | 'macros-left-out' | 'images-left-out' | 'attachments-left-out' | 'nested-too-deep' | 'day-unlikely' | 'already-here' | 'no-items';

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
  readonly agenda: readonly { readonly title: string; readonly minutes: number | null; readonly start: string | null }[];
  /** What a new meeting with this agenda might be called. */
  readonly agendaTitle: string;
}

export interface ImportReport {
  readonly records: readonly RecordId[];
  readonly kind: 'contact' | 'note' | 'meeting';
  /** How many items came into the agenda of the meeting. */
  readonly items: number;
  /** They came to a meeting that was there before: they are what is taken back, and not the meeting. */
  readonly added: AddedItems | null;
  readonly leftOut: number;
  readonly problems: readonly ImportProblem[];
}

export interface AddedItems {
  readonly meeting: RecordId;
  readonly keys: readonly ItemKey[];
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

/** `agenda-full`, facts `{limit}`: an agenda takes no more items than that. `locked-record`: the minutes are approved. */
export type ImportFailure = TakeFailure | 'nothing-to-import' | 'no-data-protection' | 'not-valid' | 'too-large' | 'agenda-full' | 'locked-record' | 'not-found';

export interface ImportsApi {
  /** What would come of these files. Keeps nothing. */
  preview(files: readonly ImportFile[], choices: ImportChoices): Promise<ImportPreview>;
  /** Makes all the records in one transaction, or none. */
  carryOut(files: readonly ImportFile[], choices: ImportChoices): Promise<Result<ImportReport, ImportFailure>>;
  /** Seals all the files and makes one note that holds them, or nothing. Each may be as large as an attachment. */
  fileAway(request: FileAway): Promise<Result<ImportReport, ImportFailure>>;
  /** Takes items out of an agenda again. Those under which something has been noted since stay, and are counted. */
  takeOut(added: AddedItems): Promise<Result<{ readonly gone: number; readonly kept: number }, ImportFailure>>;
}
