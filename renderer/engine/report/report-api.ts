import type { Day, ItemKey, JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { Dimension, Measure } from '../../../core/records/indicator.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import type { Project } from '../../../core/records/projects.ts';
import type { Audience, Breakdown, Whose } from '../../../core/report/count.ts';
import type { FreezeRefusal, FrozenFigure } from '../../../core/report/frozen.ts';
import type { SignedReport } from '../../../core/report/signed-report.ts';
import type { Span } from '../../../core/report/span.ts';
import type { Result } from '../../../core/result.ts';
import type { SaveFailure } from '../api.ts';

export interface MeasureFigure {
  readonly measure: Measure;
  readonly value: number;
  /** How many records it was counted from. */
  readonly records: number;
  readonly breakdowns: readonly Breakdown[];
}

export interface ActivityReport {
  /** Every measure, in the order in which they are read. */
  readonly measures: readonly MeasureFigure[];
  /** Of everything that was counted. */
  readonly levels: readonly MarkingId[];
  /** Records of the period that say no project: they count for neither. */
  readonly unsaid: number;
}

/** One part of a figure; empty text is what says nothing. */
export interface PartOf {
  readonly by: Dimension;
  readonly value: string;
}

/** Which list a figure opens. */
export type EvidenceQuestion =
  | { readonly of: 'measure'; readonly span: Span; readonly audience: Audience; readonly whose?: Whose; readonly measure: Measure; readonly part: PartOf | null }
  | { readonly of: 'unsaid'; readonly span: Span; readonly whose?: Whose }
  | { readonly of: 'indicator'; readonly span: Span; readonly indicator: RecordId; readonly which: 'counted' | 'left-out'; readonly part: PartOf | null }
  | { readonly of: 'report'; readonly report: RecordId; readonly figure: ItemKey; readonly which: 'reported' | 'added' | 'gone' | 'altered'; readonly part: PartOf | null };

export interface EvidenceRow {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly level: MarkingId;
  readonly binned: boolean;
  /** The day on which it counts; `null` where that is not known any more. */
  readonly day: Day | null;
  /** How much it counts; `null` where only the part as a whole is known. */
  readonly amount: number | null;
}

export interface Evidence {
  /** What the rows add up to. */
  readonly value: number;
  /** By the day on which they count. */
  readonly rows: readonly EvidenceRow[];
  /** Records that were counted and are not on this laptop. */
  readonly elsewhere: number;
}

export interface LogframeRow {
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly indicator: RecordValue<'indicator'>;
  readonly value: number | null;
  readonly soFar: number | null;
  /** From baseline to target, 1 at the target. */
  readonly progress: number | null;
  readonly records: number;
  /** Reported before, in another period or for the other project, and therefore not counted. */
  readonly leftOut: number;
  readonly breakdowns: readonly Breakdown[];
  /** Where a figure read by hand comes from. */
  readonly source: string;
}

export interface Logframe {
  /** As a logframe is read. */
  readonly rows: readonly LogframeRow[];
  readonly levels: readonly MarkingId[];
  readonly unsaid: number;
  /** Why the period cannot be frozen; `null` when it can. */
  readonly refusal: FreezeRefusal | null;
}

export interface FreezeRequest {
  readonly span: Span;
  readonly project: Project;
  readonly title: string;
  readonly remarks: string;
  readonly level: MarkingId;
  /** The group that receives the report; `null`: it stays on this laptop. */
  readonly jwg: JwgId | null;
}

export type FreezeFailure = FreezeRefusal | SaveFailure;

export interface ReportSummary {
  readonly record: RecordId;
  readonly title: string;
  readonly level: MarkingId;
  readonly project: Project;
  readonly span: Span;
  readonly changed: number;
}

/** How a figure stands now, in numbers of records. */
export interface DifferenceCounts {
  readonly now: number | null;
  readonly added: number;
  readonly gone: number;
  readonly altered: number;
  readonly elsewhere: number;
}

export interface FrozenFigureView extends Omit<FrozenFigure, 'counted' | 'breakdown'> {
  readonly key: ItemKey;
  readonly records: number;
  readonly progress: number | null;
  readonly breakdowns: readonly Breakdown[];
  readonly difference: DifferenceCounts;
}

export interface FrozenReportView extends ReportSummary {
  readonly remarks: string;
  readonly binned: boolean;
  readonly signedBy: readonly { readonly name: string; readonly at: number }[];
  readonly figures: readonly FrozenFigureView[];
}

/** Counting what was done, the logframe, and what was reported of it. Nothing restricted and nothing in the bin counts. */
export interface ReportApi {
  /** `mine`: what the person at this laptop wrote, or what was drafted in their name. */
  activity(span: Span, audience: Audience, whose?: Whose): Promise<ActivityReport>;
  evidence(question: EvidenceQuestion): Promise<Evidence>;
  logframe(span: Span, project: Project): Promise<Logframe>;
  /** Keeps the logframe of the period as it stands, signed and locked; later records do not alter it. */
  freeze(request: FreezeRequest): Promise<Result<{ readonly record: RecordId }, FreezeFailure>>;
  /** Reports that were frozen, the latest period first. */
  frozen(): Promise<readonly ReportSummary[]>;
  /** One of them, beside what its figures would be now. */
  open(report: RecordId): Promise<Result<FrozenReportView, 'not-found' | 'vault-locked'>>;
  /** What travels inside an exported report: its text and level, signed by this device; no person is named in it. */
  sign(document: Pick<SignedReport, 'title' | 'level' | 'text' | 'heads'>): Promise<Result<Uint8Array, 'vault-locked' | 'too-large'>>;
}
