import { useMemo } from 'react';
import type { Day } from '../../../core/ids.ts';
import type { Period } from '../../../core/records/periods.ts';
import type { DatedRow } from '../../engine/api.ts';
import { longDayInWords, monthInWords, quarterInWords } from '../words/dates.ts';
import { joined } from '../words/joined.ts';
import { useKindWordsOf } from '../words/kind-words.ts';
import { useWords } from '../words/words.ts';

/** Longest piece of what somebody wrote that stands on a line of a timeline. */
const longestText = 160;

/** What the lines and the headings of a timeline say. */
export interface TimelineWords {
  /** What the record is called; of the case itself, what happened to it. */
  readonly titleOf: (row: DatedRow) => string;
  /** What happened on that day, and what more there is to say of it. */
  readonly factsOf: (row: DatedRow) => string;
  readonly periodName: (name: string, period: Period) => string;
}

export function useTimelineWords(): TimelineWords {
  const say = useWords('timeline');
  const wordsOf = useKindWordsOf();
  return useMemo(() => {
    const choiceOf = ({ kind, choice }: DatedRow) => (choice === null ? '' : wordsOf(kind).choice(choice.field, choice.value));
    const titleOf = (row: DatedRow) => {
      if (row.what === 'case-phase') return say('movedTo', { phase: choiceOf(row) });
      if (row.what === 'case-opened' || row.what === 'case-closed') return say(`what.${row.what}`);
      return row.title || wordsOf(row.kind).untitled;
    };
    return {
      titleOf,
      factsOf: (row) => (row.kind === 'case' ? shortened(row.text) : joined(say(`what.${row.what}`), choiceOf(row), shortened(row.text))),
      periodName: (name, period) => {
        if (period === 'day') return longDayInWords(name as Day);
        if (period === 'quarter') return quarterInWords(name);
        return period === 'month' ? monthInWords(name) : name;
      },
    };
  }, [say, wordsOf]);
}

/** The first line of what somebody wrote, as far as there is room. */
function shortened(text: string): string {
  const line = text.trim().split(/\r?\n/)[0] ?? '';
  return line.length <= longestText ? line : `${line.slice(0, longestText).trimEnd()}…`;
}
