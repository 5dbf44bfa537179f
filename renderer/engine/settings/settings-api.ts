import type { RecordId } from '../../../core/ids.ts';
import type { MinutesLanguage } from '../../../core/minutes/labels/languages.ts';
import type { DataBudget } from '../../../core/pouch/data-budget.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';

export interface Settings {
  readonly lockAfterMinutes: number;
  /** `null` until somebody chooses: what the machine spoke before the notebook was open goes on. */
  readonly language: 'en' | 'fr' | null;
  readonly appearance: 'system' | 'light' | 'dark' | 'contrast';
  readonly textSize: 100 | 112 | 125 | 150 | 175 | 200;
  /** Of the labels of exported minutes; `null` until somebody chooses: that of the interface. */
  readonly minutesLanguage: MinutesLanguage | null;
  /** Whether the pouch delivers when a network for it is there, without being asked. */
  readonly deliversByItself: boolean;
  /** Deliveries leave the attached files for another time. */
  readonly recordsOnly: boolean;
  /** How much may pass by itself in a day or a month; `null`: no limit. */
  readonly dataBudget: DataBudget | null;
  /** Where answers to invitations go; empty where nobody has said. */
  readonly replyTo: string;
  /** How each list was looked at last, by its kind. */
  readonly lists: Readonly<Record<string, ListView>>;
  readonly views: readonly SavedView[];
  /** Link diagrams as they were left, the latest first; older ones are laid out anew. */
  readonly diagrams: readonly DiagramPlan[];
}

/** Where the subjects of a link diagram stand, and which of them are shown. */
export interface DiagramPlan {
  /** The case or the subject that the diagram is of. */
  readonly of: RecordId;
  readonly places: Readonly<Record<RecordId, readonly [x: number, y: number]>>;
  readonly expanded: readonly RecordId[];
  readonly hidden: readonly RecordId[];
}

/** How a list is looked at. `group` names a grouping of the room. */
export interface ListView {
  readonly words: string;
  readonly only: Readonly<Record<string, readonly string[]>>;
  readonly sort: { readonly by: string; readonly descending: boolean };
  readonly group: string | null;
  readonly layout: 'list' | 'table';
}

/** A view that a person has named. */
export interface SavedView {
  readonly id: string;
  readonly kind: RecordKind;
  readonly name: string;
  readonly view: ListView;
}
