import type { ContactIdentity, Likeness } from '../../../core/contacts/same-contact.ts';
import type { RecordRow } from '../api.ts';

/** Two contacts that may be one person. */
export interface ContactPair {
  /** The same for the same two, whichever comes first. */
  readonly key: string;
  readonly one: RecordRow<'contact'>;
  readonly other: RecordRow<'contact'>;
  readonly why: NonNullable<Likeness>;
}

/** Contacts that are here twice, found where all of them are known. */
export interface ContactsApi {
  /** Somebody who may be the person that is being written down; `null` where nobody is. */
  known(identity: ContactIdentity): Promise<RecordRow<'contact'> | null>;
  /** Pairs that may be one person, as many as are asked for, and how many there are. `apart`: keys of those that are not. */
  pairs(apart: readonly string[], most: number): Promise<{ readonly total: number; readonly pairs: readonly ContactPair[] }>;
}
