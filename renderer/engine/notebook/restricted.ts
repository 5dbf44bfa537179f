import type { Day } from '../../../core/ids.ts';
import { isRestricted } from '../../../core/persons/restriction.ts';
import { rowValue, type Entry } from './catalogue.ts';

/** Whether a record is out of lists and search because its review is overdue. Pages that name it still open it. */
export function isRestrictedEntry(entry: Entry, today: Day): boolean {
  return (entry.kind === 'subject' || entry.kind === 'protection') && isRestricted(rowValue<'subject'>(entry), today);
}
