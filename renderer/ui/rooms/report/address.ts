import type { Day, ItemKey, RecordId } from '../../../../core/ids.ts';
import { dimensions, measures, type Dimension, type Measure } from '../../../../core/records/indicator.ts';
import { projects, type Project } from '../../../../core/records/projects.ts';
import { audiences, whoseWork, type Audience, type Whose } from '../../../../core/report/count.ts';
import { nameOfSpan, periodAt, spanOf, type Span } from '../../../../core/report/span.ts';
import type { EvidenceQuestion, PartOf } from '../../../engine/api.ts';
import { paths, roomOfKind } from '../../kit/paths.ts';

/** Where one is in the report. Every figure has an address of its own, and so has the list behind it. */

export interface Period {
  /** As the address has it: `2026-Q3`, or two days. */
  readonly name: string;
  readonly span: Span;
}

export function periodOfAddress(name: string | undefined, today: Day): Period {
  const span = spanOf(name ?? '');
  const usual = periodAt(today, 'quarter', 0);
  return span === null ? { name: usual, span: spanOf(usual) ?? { from: today, until: today } } : { name: name ?? '', span };
}

export function periodOfDays(span: Span): Period {
  return { name: nameOfSpan(span), span };
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined, usual: Value): Value => values.find((one) => one === text) ?? usual;
export const audienceOf = (text: string | undefined): Audience => oneOf(audiences, text, 'all');
export const whoseOf = (text: string | undefined): Whose => oneOf(whoseWork, text, 'everybody');
export const measureOf = (text: string | undefined): Measure => oneOf(measures, text, 'activities');
export const projectOf = (text: string | undefined): Project => oneOf(projects, text, 'prosecutors-network');

/** `-` stands for what says nothing: an address has no empty parts. */
export function partOf(by: string | undefined, value: string | undefined): PartOf | null {
  const dimension: Dimension | undefined = dimensions.find((one) => one === by);
  return dimension === undefined || value === undefined ? null : { by: dimension, value: value === '-' ? '' : decodeURIComponent(value) };
}

const partIn = (part: PartOf | null | undefined) => (part ? `/${part.by}/${part.value === '' ? '-' : encodeURIComponent(part.value)}` : '');

/** For whom, and whose work, is counted. */
export interface Counting {
  readonly audience: Audience;
  readonly whose: Whose;
}

export const everything: Counting = { audience: 'all', whose: 'everybody' };

export const reportPaths = {
  activity: (period: string, { audience, whose }: Counting, measure: Measure = 'activities') => `${paths.report}/activity/${period}/${audience}/${whose}/${measure}`,
  activityList: (period: string, { audience, whose }: Counting, measure: Measure, part?: PartOf | null) => `${paths.report}/activity/${period}/${audience}/${whose}/${measure}/list${partIn(part)}`,
  unsaid: (period: string, whose: Whose = 'everybody') => `${paths.report}/unsaid/${period}/${whose}`,
  logframe: (period: string, project: Project) => `${paths.report}/logframe/${period}/${project}`,
  logframeList: (period: string, project: Project, indicator: RecordId, which: 'counted' | 'left-out', part?: PartOf | null) =>
    `${paths.report}/logframe/${period}/${project}/${indicator}/${which}${partIn(part)}`,
  frozen: roomOfKind.report,
  frozenReport: (report: RecordId) => `${roomOfKind.report}/${report}`,
  frozenList: (report: RecordId, figure: ItemKey, which: Extract<EvidenceQuestion, { of: 'report' }>['which'], part?: PartOf | null) => `${roomOfKind.report}/${report}/${figure}/${which}${partIn(part)}`,
  exportActivity: (period: string, { audience, whose }: Counting) => `${paths.report}/export/activity/${period}/${audience}/${whose}`,
  exportLogframe: (period: string, project: Project) => `${paths.report}/export/logframe/${period}/${project}`,
  exportFrozen: (report: RecordId) => `${paths.report}/export/frozen/${report}`,
} as const;
