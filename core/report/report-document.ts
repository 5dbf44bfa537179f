import type { Fact } from '../minutes/meeting-facts.ts';
import type { Dimension, Measure } from '../records/indicator.ts';
import type { Breakdown } from './count.ts';

/** A report as it leaves: every text in its place, the same for PDF, DOCX and CSV. */
export interface ReportDocument {
  /** BCP 47. */
  readonly language: string;
  readonly genre: string;
  readonly title: string;
  /** The marking in its full form. */
  readonly banner: string;
  readonly facts: readonly Fact[];
  readonly remarks: string;
  readonly sections: readonly ReportSection[];
  /** What must be known to read the figures. */
  readonly notes: readonly string[];
}

export interface ReportSection {
  readonly title: string;
  readonly items: readonly ReportItem[];
}

/** One measure or one indicator. */
export interface ReportItem {
  readonly code: string;
  readonly name: string;
  readonly result: string;
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
  readonly notes: readonly string[];
}

/** A number with its name; `amount` is `null` where nothing was counted or read. */
export interface ReportFigure {
  readonly label: string;
  readonly text: string;
  readonly amount: number | null;
}

/** A figure by one dimension: a chart whose bars are rows. */
export interface ReportTable {
  readonly caption: string;
  readonly heads: readonly [part: string, figure: string];
  readonly rows: readonly ReportRow[];
  readonly note: string;
}

export interface ReportRow {
  readonly name: string;
  readonly amount: number;
  readonly text: string;
  /** How long its bar is beside the longest one, 0 to 1. */
  readonly share: number;
}

/** What parts, measures and numbers are called in the language of the document. */
export interface ReportNames {
  part(by: Dimension, value: string, measure: Measure | 'by-hand'): string;
  dimension(by: Dimension): string;
  /** Over the numbers of a table. */
  readonly figure: string;
  by(by: Dimension): string;
  number(amount: number): string;
  /** Why the parts add up to more than the figure. */
  several(records: number, extra: number): string;
}

/** A breakdown as a table with bars; `null` where nothing of it says anything. */
export function reportTable({ by, parts, several, extra }: Breakdown, measure: Measure | 'by-hand', names: ReportNames): ReportTable | null {
  if (parts.every((part) => part.value === '')) return null;
  const highest = Math.max(...parts.map((part) => part.amount));
  return {
    caption: names.by(by),
    heads: [names.dimension(by), names.figure],
    rows: parts.map(({ value, amount }) => ({ name: names.part(by, value, measure), amount, text: names.number(amount), share: highest <= 0 ? 0 : Math.max(0, amount / highest) })),
    note: several === 0 ? '' : names.several(several, extra),
  };
}
