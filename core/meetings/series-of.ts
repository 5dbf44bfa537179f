import type { JwgId, RecordId } from '../ids.ts';

/** What says of which series a meeting is. */
export interface InSeries {
  readonly series: string;
  readonly ofSeries: RecordId | null;
  readonly jwg: JwgId | null;
}

/**
 * Whether two meetings are of one series: prepared from the same one, or, where one of them was
 * not prepared from any, of the same name in the same group. A meeting without either is of none.
 */
export function sameSeries(one: InSeries, other: InSeries): boolean {
  if (one.ofSeries !== null && other.ofSeries !== null) return one.ofSeries === other.ofSeries;
  const name = nameOf(one.series);
  return name !== '' && name === nameOf(other.series) && one.jwg === other.jwg;
}

/** Whether a meeting is of a series. */
export function isOfSeries(meeting: InSeries, series: { readonly record: RecordId; readonly title: string; readonly jwg: JwgId | null }): boolean {
  return sameSeries(meeting, { series: series.title, ofSeries: series.record, jwg: series.jwg });
}

function nameOf(series: string): string {
  return series.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
