import type { Day, MarkingId, RecordId } from '../ids.ts';
import type { MarkingScheme } from '../markings/marking.ts';
import type { RecordValue } from '../records/kinds.ts';
import type { MinutesLanguage } from './labels/languages.ts';

export type Meeting = RecordValue<'meeting'>;
/** The action record that a line of the minutes became. */
export interface LinkedAction {
  readonly value: RecordValue<'action'>;
  readonly level: MarkingId;
}

export interface MinutesSource {
  readonly meeting: Meeting;
  /** The meeting record's level. */
  readonly level: MarkingId;
  readonly scheme: MarkingScheme;
  readonly language: MinutesLanguage;
  /** Name of the group, `null` when the meeting names none. */
  readonly group: string | null;
  readonly actions: ReadonlyMap<RecordId, LinkedAction>;
  /** Who approved exactly what is printed; empty for minutes that are not approved. */
  readonly approvals: readonly { readonly name: string; readonly day: Day }[];
}
