import type { ExportReason } from '../../../core/clearance/export.ts';
import type { Instant, MarkingId, RecordId } from '../../../core/ids.ts';
import type { MinutesLanguage } from '../../../core/minutes/labels/languages.ts';
import type { Block } from '../../../core/minutes/minutes-blocks.ts';
import type { Result } from '../../../core/result.ts';

export type { MinutesLanguage };

export interface MinutesOptions {
  readonly language: MinutesLanguage;
  /** The person said for this export that the H3 restrictions allow it. */
  readonly h3Confirmed?: boolean;
}

/** Everything the printer needs; the text leaves the engine only through this. */
export interface PrintJob {
  /** A whole HTML document without scripts or outside references. */
  readonly html: string;
  readonly title: string;
  /** BCP 47 language of the labels. */
  readonly language: string;
  /** The overall marking: the highest among the meeting and its parts. */
  readonly level: MarkingId;
  /** Its full form, as it stands on every page. */
  readonly banner: string;
  /** `Page {page} of {pages}` in the language of the labels. */
  readonly pageLabel: string;
  readonly reference: string;
  /** The signed record that travels inside the file. */
  readonly record: Uint8Array;
  readonly suggestedName: string;
}

/** The minutes for the printer, and the same words for a word processor. */
export interface MinutesJob extends PrintJob {
  readonly blocks: readonly Block[];
}

/** What a signed record says once it has been checked. */
export interface VerifiedMinutes {
  readonly title: string;
  readonly signedBy: string;
  readonly at: Instant;
  readonly approvedBy: readonly string[];
  /** `same`: the pages say what was signed. `cannot-tell`: their script cannot be compared. */
  readonly pages: 'same' | 'cannot-tell';
}

export interface MinutesApi {
  /** `approvals-differ`: two versions were approved; that must be settled before either is printed. */
  prepare(meeting: RecordId, options: MinutesOptions): Promise<Result<MinutesJob, 'not-found' | 'vault-locked' | 'export-refused' | 'approvals-differ' | 'minutes-too-long'>>;
  /** Why this export would be refused; empty when it would not. */
  refusals(meeting: RecordId, options: MinutesOptions): Promise<readonly ExportReason[]>;
  /** Whether the record inside an exported file is authentic and the pages (their text, margins left out) say what it says. */
  verify(record: Uint8Array, pages: readonly string[]): Promise<Result<VerifiedMinutes, 'not-a-record' | 'altered' | 'pages-altered' | 'unknown-signer'>>;
}
