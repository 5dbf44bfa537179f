import type { RecordId } from '../ids.ts';
import type { RecordKind, RecordValue } from '../records/kinds.ts';

/** As what a contact stands in a record. */
export type ContactPart = 'linked' | 'team' | 'prosecutor' | 'clock' | 'handler' | 'facilitator' | 'counterpart' | 'attendance';

/** Somebody whom a record names: by their page among the contacts, or by name alone. */
export interface NamedContact {
  readonly as: ContactPart;
  readonly contact: RecordId | null;
  readonly name: string;
}

function named(as: ContactPart, contact: RecordId | null, name: string): readonly NamedContact[] {
  return contact === null && name.trim() === '' ? [] : [{ as, contact, name }];
}

type Readers = { readonly [Kind in RecordKind]?: (value: RecordValue<Kind>) => readonly NamedContact[] };

const readers: Readers = {
  case: (value) => [
    ...value.contacts.flatMap((contact) => named('linked', contact, '')),
    ...value.team.flatMap(({ contact, name }) => named('team', contact, name)),
    ...named('team', null, value.lead),
  ],
  proceedings: (value) => [...named('prosecutor', value.prosecutorContact, value.prosecutor), ...value.clocks.flatMap(({ contact, who }) => named('clock', contact, who))],
  request: (value) => [...named('handler', value.handler, value.handledBy), ...value.facilitators.flatMap(({ contact, name }) => named('facilitator', contact, name))],
  activity: (value) => named('counterpart', value.counterpartContact, value.counterpart),
  meeting: (value) => value.attendance.flatMap(({ contact, name }) => named('attendance', contact, name)),
};

/** Kinds whose records name contacts. */
export const contactNamingKinds = Object.keys(readers) as readonly RecordKind[];

/** Everybody whom a record names among those one works with, in its order. */
export function contactsNamed<Kind extends RecordKind>(kind: Kind, value: RecordValue<Kind>): readonly NamedContact[] {
  return readers[kind]?.(value) ?? [];
}
