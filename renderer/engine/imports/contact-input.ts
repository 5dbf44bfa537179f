import type { CountryCode, JwgId, RecordId } from '../../../core/ids.ts';
import type { networks } from '../../../core/records/networks.ts';
import type { emailTypes, numberTypes } from '../../../core/records/contact.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';
import { newItemKey, orderBetween } from '../../../core/records/order.ts';

/** A contact as a file says it, before it is a record. */
export interface ContactDraft {
  readonly name: string;
  readonly sortName: string;
  readonly salutation: string;
  readonly institution: string;
  readonly role: string;
  readonly country: CountryCode | null;
  readonly languages: readonly string[];
  readonly numbers: readonly { readonly type: (typeof numberTypes)[number]; readonly number: string }[];
  readonly emails: readonly { readonly type: (typeof emailTypes)[number]; readonly address: string }[];
  readonly memberships: readonly (typeof networks)[number][];
  readonly address: string;
  readonly remarks: string;
}

export const blankContact: ContactDraft = {
  name: '', sortName: '', salutation: '', institution: '', role: '', country: null, languages: [], numbers: [], emails: [], memberships: [], address: '', remarks: '',
};

/** The draft as a record's value: each number, address and membership an item of its own. */
export function contactInput(draft: ContactDraft, place: { readonly jwg: JwgId | null; readonly case: RecordId | null }): RecordInput<'contact'> {
  return {
    name: draft.name,
    sortName: draft.sortName,
    salutation: draft.salutation,
    institution: draft.institution,
    role: draft.role,
    country: draft.country,
    languages: [...draft.languages],
    numbers: keyed(draft.numbers),
    emails: keyed(draft.emails),
    memberships: keyed(draft.memberships.map((network) => ({ network }))),
    address: draft.address,
    remarks: draft.remarks,
    ...place,
  };
}

function keyed<Item extends object>(items: readonly Item[]): (Item & { key: string; order: string })[] {
  let last: string | null = null;
  return items.map((item) => {
    last = orderBetween(last, null);
    return { ...item, key: newItemKey((bytes) => crypto.getRandomValues(bytes)), order: last };
  });
}
