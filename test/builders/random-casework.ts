import fc from 'fast-check';
import { crimeAreas } from '../../core/records/case.ts';
import { activityTypes } from '../../core/records/activity.ts';
import { projects } from '../../core/records/projects.ts';
import { instruments } from '../../core/records/request.ts';
import type { ReportSource } from '../../core/report/facts.ts';
import { aMeetingRow, aRow, aSource, country, day } from './reports.ts';

/** Random casework of one year: cases with and without a project, and work that belongs to them or to nothing. */

const days = fc.integer({ min: 0, max: 364 }).map((count) => day(new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10)));
const countries = fc.constantFrom('ALB', 'BIH', 'HRV', 'MNE', 'SRB', 'XKX').map(country);
const nothingOr = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const project = nothingOr(fc.constantFrom(...projects));
const group = nothingOr(fc.constantFrom('jwg-f', 'jwg-d'));
const areas = fc.uniqueArray(fc.constantFrom(...crimeAreas), { maxLength: 3 });
const ofCase = nothingOr(fc.constantFrom('case-0', 'case-1', 'case-2', 'case-not-here'));
const belonging = { project, jwg: group, case: ofCase };

const activity = fc.record({
  ...belonging, day: nothingOr(days), hours: nothingOr(fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10)), country: nothingOr(countries), crimeAreas: areas, type: fc.constantFrom(...activityTypes),
  women: nothingOr(fc.nat(40)), men: nothingOr(fc.nat(40)),
});
const meeting = fc.record({ value: fc.record({ ...belonging, day: nothingOr(days) }), minutes: fc.record({ decisions: fc.nat(4), held: fc.boolean(), countries: fc.array(countries, { maxLength: 4 }) }) });
const request = fc.record({ ...belonging, sent: nothingOr(days), answered: nothingOr(days), executed: nothingOr(days), fromCountry: nothingOr(countries), toCountry: nothingOr(countries), instrument: fc.constantFrom(...instruments) });
const oneCase = fc.record({ project, jwg: group, crimeAreas: areas, countries: fc.uniqueArray(countries, { maxLength: 3 }) });
const page = fc.record({ project, jwg: group, crimeAreas: areas });
const action = fc.record({ origin: fc.constantFrom('meeting-0', 'meeting-1', 'meeting-2') });

const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 12 });

export const casesAndWork: fc.Arbitrary<ReportSource> = fc
  .record({ activities: few(activity), meetings: few(meeting), requests: few(request), cases: fc.array(oneCase, { maxLength: 3 }), groups: fc.array(page, { maxLength: 2 }), actions: few(action) })
  .map((made) => aSource({
    activities: made.activities.map((value, at) => aRow('activity', `activity-${String(at)}`, value)),
    meetings: made.meetings.map(({ value, minutes }, at) => aMeetingRow(`meeting-${String(at)}`, value, minutes)),
    requests: made.requests.map((value, at) => aRow('request', `request-${String(at)}`, value)),
    cases: made.cases.map((value, at) => aRow('case', `case-${String(at)}`, value)),
    groups: made.groups.map((value, at) => aRow('jwg', `page-${String(at)}`, value)),
    actions: made.actions.map((value, at) => aRow('action', `action-${String(at)}`, value)),
  }));

/** Any stretch of that year. */
export const spansOf = fc.tuple(days, days).map(([one, other]) => (one <= other ? { from: one, until: other } : { from: other, until: one }));
