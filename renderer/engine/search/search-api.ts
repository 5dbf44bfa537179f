import type { Day, JwgId, MarkingId, PersonId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { RecordRow } from '../api.ts';

export interface SearchQuestion {
  /** As typed: words, "phrases", names in any spelling, numbers in any format. Empty: everything that passes the filters. */
  readonly text: string;
  readonly kinds?: readonly RecordKind[];
  /** Inclusive; the record's own day where it has one, else that of its last change. */
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly case?: RecordId | null;
  readonly jwg?: JwgId | null;
  readonly level?: MarkingId | null;
  readonly country?: string | null;
  /** Who changed it last. */
  readonly author?: PersonId | null;
  /** How many hits are wanted at most; 50 where nothing is said. */
  readonly most?: number;
  /** Typed in the palette, where commands are typed as well: whether it was a search is known once that is left (`registers.paletteLeft`). */
  readonly palette?: true;
}

export interface SearchHit {
  readonly row: RecordRow;
  readonly day: Day;
}

export interface SearchAnswer {
  /** The best first. */
  readonly hits: readonly SearchHit[];
  /** How many there are in all. */
  readonly total: number;
  /** How many of each kind there are, whatever kinds were asked for. */
  readonly kinds: Readonly<Partial<Record<RecordKind, number>>>;
  /** What the records found can be narrowed to. */
  readonly countries: readonly string[];
  readonly levels: readonly MarkingId[];
  readonly authors: readonly { readonly person: PersonId; readonly name: string }[];
  /** Nothing has everything that was asked for: these have some of it. */
  readonly someOnly: boolean;
  /** A word was looked for with typing errors, because as it stands it is nowhere. */
  readonly withErrors: boolean;
  /** While records are still being indexed: how far it has come. */
  readonly indexing: { readonly done: number; readonly total: number } | null;
}

/** Why a text counts as what was asked for where it is not the same letter by letter. */
export type FoundHow = 'other-script' | 'other-spelling' | 'typing-error' | 'number-format' | 'number-country' | 'number-part';

export interface TextRun {
  readonly text: string;
  readonly found: boolean;
}

export interface Excerpt {
  readonly record: RecordId;
  /** The title with what was found in it. */
  readonly title: readonly TextRun[];
  /** Where else it was found: the field, or the part of a list (`lines.text`), and the words around it. */
  readonly parts: readonly { readonly field: string; readonly runs: readonly TextRun[] }[];
  readonly why: readonly { readonly how: FoundHow; readonly found: string }[];
  /** What was found as it is written there, to be marked on the record's page. */
  readonly words: readonly string[];
}

export interface SimilarName {
  readonly row: RecordRow;
  /** The name that is like it: the record's own or another that it is known by. */
  readonly name: string;
  /** `same`: one name in another spelling, script or order. `like`: a typing error or a part of it. */
  readonly how: 'same' | 'like';
}

export interface SimilarNamesOptions {
  /** `contact`, `subject` and `authority` where nothing is said. */
  readonly kinds?: readonly RecordKind[];
  /** A record that is not to be proposed: the one that is being written. */
  readonly except?: RecordId | null;
  readonly most?: number;
}

export interface SearchApi {
  find(question: SearchQuestion): Promise<SearchAnswer>;
  /** Where the words stand in these records; only those that are still there. */
  excerpts(text: string, records: readonly RecordId[]): Promise<readonly Excerpt[]>;
  /** Records about somebody or something of nearly this name: before a second one is made. */
  similarNames(name: string, options?: SimilarNamesOptions): Promise<readonly SimilarName[]>;
}
