import type { CountryCode, Day, JwgId, RecordId } from '../../core/ids.ts';
import type { MinutesFigures, ReportSource, SourceRow } from '../../core/report/facts.ts';
import type { RecordKind, RecordValue } from '../../core/records/kinds.ts';
import { kinds } from '../../core/records/kinds.ts';
import type { NamedIndicator } from '../../core/report/frozen.ts';

export const id = (name: string) => name as RecordId;
export const day = (text: string) => text as Day;
export const country = (text: string) => text as CountryCode;
export const group = (text: string) => text as JwgId;

/** A row of a kind as the catalogue has it, with every default. */
export function aRow<Kind extends RecordKind>(kind: Kind, record: string, value: Readonly<Record<string, unknown>>): SourceRow<Kind> {
  const named = { title: record, text: record, ...value };
  return { record: id(record), value: kinds[kind].schema.parse(named) as RecordValue<Kind> };
}

export function aMeetingRow(record: string, value: Readonly<Record<string, unknown>>, minutes: Partial<MinutesFigures> = {}): ReportSource['meetings'][number] {
  return { ...aRow('meeting', record, value), minutes: { decisions: 0, held: true, countries: [], ...minutes } };
}

/** What is counted, with nothing in it but what the test says. */
export function aSource(source: Partial<ReportSource> = {}): ReportSource {
  return { today: day('2026-11-24'), activities: [], meetings: [], actions: [], requests: [], cases: [], groups: [], ...source };
}

export function anIndicator(record: string, value: Readonly<Record<string, unknown>> = {}): NamedIndicator {
  return { record: id(record), value: kinds.indicator.schema.parse({ title: record, project: 'prosecutors-network', ...value }) };
}
