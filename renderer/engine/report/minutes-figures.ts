import { expected } from '../../../core/meetings/attendance.ts';
import type { RecordValue } from '../../../core/records/kinds.ts';
import type { MinutesFigures } from '../../../core/report/facts.ts';

/** What of a meeting's minutes is counted. */
export function minutesFigures({ lines, attendance }: RecordValue<'meeting'>): MinutesFigures {
  const present = expected(attendance).filter((one) => one.presence === 'present');
  return {
    decisions: lines.filter((line) => line.type === 'decision' && line.text.trim() !== '').length,
    held: lines.length > 0,
    countries: present.flatMap(({ country }) => (country === null ? [] : [country])),
  };
}
