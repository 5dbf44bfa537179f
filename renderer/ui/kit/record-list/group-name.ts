import type { Day } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListGroup } from '../../../engine/api.ts';
import { monthInWords, nearDayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { useValueName } from './cell-words.ts';

const near = ['overdue', 'soon', 'later', 'upcoming', 'past', 'closed'] as const;

/** The head of a group of rows. */
export function useGroupName(kind: RecordKind, group: ListGroup | null): (value: string) => string {
  const say = useWords('kit');
  const nameOf = useValueName(kind);
  return (value) => {
    if (group === null) return '';
    const told = near.find((one) => one === value);
    if (told !== undefined && (group.as === 'near' || group.as === 'coming' || told === 'closed')) return say(`list.near.${told}`);
    if (value === '') return group.as === 'value' ? nameOf(group.by, value) : say('list.near.undated');
    if (group.as === 'month') return monthInWords(value);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? nearDayInWords(value as Day) : nameOf(group.by, value);
  };
}
