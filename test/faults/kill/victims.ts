import type { ChangeHash, RecordId } from '../../../core/ids.ts';

/** The office and the notebooks of the laptops that are killed, as they are opened again. */
export interface Victims {
  readonly office: string;
  readonly laptops: readonly string[];
}

/** Changes of a record whose saving was confirmed. */
export interface Told {
  readonly record: RecordId;
  readonly changes: readonly ChangeHash[];
}

/** What a laptop holds at the end. */
export type Held = Readonly<Record<RecordId, readonly ChangeHash[]>>;
