import type { Day } from '../../../core/ids.ts';
import type { LegalHold } from '../../../core/persons/legal-hold.ts';
import type { Failure } from '../../../core/result.ts';
import { dayInWords } from '../words/dates.ts';
import { useWords } from '../words/words.ts';

/** `on legal hold since 3 Mar 2026, set by Ana Kovač, until 1 Feb 2027`; what is not known is left out. */
export function useHoldInWords(): (hold: Pick<LegalHold, 'on' | 'by' | 'until'>) => string {
  const say = useWords('kit');
  return ({ on, by, until }) =>
    [say('hold.since', { day: dayInWords(on) }), by === '' ? '' : say('hold.by', { name: by }), until === null ? say('hold.openEnd') : say('hold.until', { day: dayInWords(until) })]
      .filter((part) => part !== '')
      .join(', ');
}

/** The same, of the facts of an `on-hold` failure. */
export function useHoldOfFailure(): (facts: NonNullable<Failure['facts']>) => string {
  const inWords = useHoldInWords();
  return ({ on, by, until }) => inWords({ on: String(on) as Day, by: String(by ?? ''), until: until === undefined ? null : (String(until) as Day) });
}
