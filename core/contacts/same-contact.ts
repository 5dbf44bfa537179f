import type { RecordValue } from '../records/kinds.ts';
import { nameKeys } from '../text/fold-name.ts';

/** As much of a contact as tells whether two are one person. */
export type ContactIdentity = Pick<RecordValue<'contact'>, 'name' | 'institution' | 'numbers' | 'emails'>;

/** Digits that are the same however the number is written: national or international, with an extension or without. */
function numberKey(number: string): string | null {
  const digits = number.replace(/\D/g, '');
  return digits.length < 6 ? null : digits.slice(-8);
}

function marksOf({ numbers, emails }: ContactIdentity): ReadonlySet<string> {
  return new Set([...numbers.flatMap(({ number }) => numberKey(number) ?? []), ...emails.map(({ address }) => address.trim().toLowerCase()).filter((one) => one !== '')]);
}

export type Likeness = 'same-number' | 'same-name' | null;

/**
 * Whether two contacts may be one person: the same number or address, or the same name in another
 * spelling or script. Sharing a switchboard with another name is not enough, so a number counts only
 * with a word of the name in common. A person decides.
 */
export function likenessOf(one: ContactIdentity, other: ContactIdentity): Likeness {
  const [keys, otherKeys] = [nameKeys(one.name), nameKeys(other.name)];
  if (keys.some((key) => otherKeys.includes(key))) return 'same-name';
  const marks = marksOf(other);
  const sharesMark = [...marksOf(one)].some((mark) => marks.has(mark));
  const words = new Set(keys.flatMap((key) => key.split(' ')));
  const sharesWord = otherKeys.some((key) => key.split(' ').some((word) => word.length > 1 && words.has(word)));
  return sharesMark && sharesWord ? 'same-number' : null;
}

type Merged = RecordValue<'contact'>;

/** Two contacts in one: what the first says stays, what only the second says is added, remarks follow one another. */
export function mergeContacts(kept: Merged, other: Merged): Merged {
  const fill = <Name extends 'sortName' | 'salutation' | 'institution' | 'role' | 'address' | 'reaching'>(name: Name) => (kept[name].trim() === '' ? other[name] : kept[name]);
  const alias = kept.name.trim() === other.name.trim() ? '' : other.name;
  const known = marksOf(kept);
  return {
    ...kept,
    sortName: fill('sortName'),
    salutation: fill('salutation'),
    institution: fill('institution'),
    role: fill('role'),
    address: fill('address'),
    reaching: fill('reaching'),
    country: kept.country ?? other.country,
    authority: kept.authority ?? other.authority,
    languages: [...new Set([...kept.languages, ...other.languages])],
    crimeAreas: [...new Set([...kept.crimeAreas, ...other.crimeAreas])],
    memberships: [...kept.memberships, ...other.memberships.filter((one) => !kept.memberships.some((own) => own.network === one.network && own.role === one.role))],
    numbers: [...kept.numbers, ...other.numbers.filter(({ number }) => !known.has(numberKey(number) ?? number) && !kept.numbers.some((own) => own.number === number))],
    emails: [...kept.emails, ...other.emails.filter(({ address }) => !known.has(address.trim().toLowerCase()))],
    remarks: [kept.remarks, alias, other.remarks === kept.remarks ? '' : other.remarks].filter((part) => part.trim() !== '').join('\n'),
  };
}
