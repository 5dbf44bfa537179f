import type { Span } from '../../../../core/report/span.ts';
import { nameOfSpan } from '../../../../core/report/span.ts';
import { dayInWords, monthInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

/** A period as people say it: `2026`, `Quarter 3, 2026`, `November 2026`, `5 Oct 2026 to 24 Nov 2026`. */
export function usePeriodInWords(): (span: Span) => string {
  const say = useWords('report');
  return (span) => {
    const name = nameOfSpan(span);
    if (/^\d{4}$/.test(name)) return name;
    if (/^\d{4}-\d{2}$/.test(name)) return monthInWords(name);
    const [year = '', quarter] = name.split('-Q');
    if (quarter !== undefined) return say('period.quarter', { number: quarter, year });
    return say('period.stretch', { from: dayInWords(span.from), until: dayInWords(span.until) });
  };
}
