import { contactsNamed, contactNamingKinds } from '../../../core/contacts/contacts-named.ts';
import type { RecordId } from '../../../core/ids.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import type { CaseContact, RecordRow } from '../api.ts';
import type { Entry } from './catalogue.ts';
import type { Ledger } from './ledger.ts';
import { valuesOf } from './values-of.ts';

export interface ContactsParts {
  readonly ledger: Ledger;
  readonly rowOf: (entry: Entry) => RecordRow<'contact'>;
}

type Way = CaseContact['ways'][number];

/**
 * Whom the records of a case name among the contacts, and as what. Who is named without a page of their
 * own counts where exactly one contact is called so, in any spelling.
 */
export async function contactsOfCase({ ledger, rowOf }: ContactsParts, inCase: RecordId): Promise<readonly CaseContact[]> {
  await ledger.ready();
  const { catalogue } = ledger;
  const own = catalogue.get(inCase);
  if (own === undefined || own.kind !== 'case' || own.gone !== null) return [];
  const contacts = new Map(catalogue.list('contact').map((entry) => [entry.record, entry] as const));
  const byName = namesOf(contacts.values());
  const found = new Map<RecordId, Way[]>();
  const add = (contact: RecordId, way: Way) => {
    const ways = found.get(contact);
    if (ways === undefined) found.set(contact, [way]);
    else if (!ways.some((one) => one.as === way.as && one.record === way.record)) ways.push(way);
  };
  const naming = contactNamingKinds.filter((kind) => kind !== 'case').flatMap((kind) => catalogue.list(kind, { case: inCase }));
  for (const [entry, value] of await valuesOf(ledger, [own, ...naming])) {
    for (const { as, contact, name } of contactsNamed(entry.kind, value)) {
      const known = contact ?? byName.get(foldName(name)) ?? null;
      if (known !== null && contacts.has(known)) add(known, { as, record: entry.record, kind: entry.kind, title: entry.title });
    }
  }
  // A contact may itself say to which case it belongs.
  for (const entry of catalogue.list('contact', { case: inCase })) add(entry.record, { as: 'linked', record: inCase, kind: 'case', title: own.title });
  return [...found].flatMap(([contact, ways]) => {
    const entry = contacts.get(contact);
    return entry === undefined ? [] : [{ row: rowOf(entry), ways }];
  });
}

/** Names that exactly one contact has. */
function namesOf(contacts: Iterable<Entry>): ReadonlyMap<string, RecordId> {
  const found = new Map<string, RecordId | null>();
  for (const { title, record } of contacts) {
    const name = foldName(title);
    found.set(name, found.has(name) ? null : record);
  }
  return new Map([...found].filter((one): one is [string, RecordId] => one[1] !== null && one[0] !== ''));
}
