import type { Day } from '../ids.ts';
import { country } from '../records/parts.ts';
import { countryName } from './country-name.ts';
import type { CalendarDay, MinutesLabels } from './labels/labels.ts';
import type { MinutesSource } from './minutes-source.ts';

/** One line of the title block. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/**
 * The title block: the marking in words (the banner on the pages is not read out by a screen
 * reader), reference and date first (Commission Decision (EU, Euratom) 2015/444 Art. 25), then what
 * was entered. Empty facts are left out.
 */
export function meetingFacts(source: MinutesSource, labels: MinutesLabels, banner: string): readonly Fact[] {
  const { meeting } = source;
  const { safeguards } = meeting;
  const facts: Fact[] = [
    { label: labels.classification, value: banner },
    { label: labels.reference, value: meeting.reference },
    { label: labels.date, value: printedDay(meeting.day, labels.longDate) },
    { label: labels.time, value: timeSpan(meeting.start, meeting.end) },
    { label: labels.place, value: meeting.place },
    { label: labels.series, value: meeting.series },
    { label: labels.status, value: statusOf(source, labels) },
    { label: labels.originator, value: safeguards.originator },
    { label: labels.handling, value: handlingOf(source) },
    { label: labels.releasableTo, value: (safeguards.releasableTo ?? []).map((one) => recipient(one, source)).join(', ') },
  ];
  return facts.filter((fact) => fact.value !== '');
}

function statusOf(source: MinutesSource, labels: MinutesLabels): string {
  const last = source.approvals.map((one) => one.day).sort().at(-1);
  if (last === undefined) return labels.stage[source.meeting.stage];
  return labels.approved(source.approvals.map((one) => one.name).join(', '), printedDay(last, labels.longDate));
}

/** Europol handling codes as they are cited, with the provider and the restriction; TLP beside them. */
function handlingOf(source: MinutesSource): string {
  const { handling, tlp } = source.meeting.safeguards;
  const codes = handling.map(({ code, provider, restriction }) => {
    const about = [provider, restriction].filter((text) => text !== undefined && text.trim() !== '').join('; ');
    return about === '' ? code : `${code} (${about})`;
  });
  return [...codes, ...(tlp === null ? [] : [`TLP:${tlp}`])].join(' · ');
}

function recipient(text: string, source: MinutesSource): string {
  const code = country.safeParse(text);
  return code.success ? countryName(code.data, source.language) : text;
}

/** A day in the words of a language, or nothing. */
export function printedDay(day: Day | null, format: (day: CalendarDay) => string): string {
  if (day === null) return '';
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return format({ year, month, day: date });
}

/** `10:00–12:30`, one time alone, or nothing. */
export function timeSpan(start: string | null, end: string | null): string {
  return [start, end].filter((time) => time !== null).join('–');
}
