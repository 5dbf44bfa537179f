import ICAL from 'ical.js';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { countryName } from '../../kit/country-name.ts';

const telephoneTypes = { office: 'WORK', mobile: 'CELL', duty: 'WORK', home: 'HOME', fax: 'FAX', secure: 'WORK', other: 'VOICE' } as const;

/** A contact as a vCard 3.0 (RFC 2426), which Outlook and telephones read. */
export function vcardOf(contact: RecordValue<'contact'>): string {
  const card = new ICAL.Component(['vcard', [], []]);
  const add = (name: string, value: string | string[], type?: string) => {
    const property = new ICAL.Property(name, card);
    if (type !== undefined) property.setParameter('type', type);
    property.setValue(value);
    card.addProperty(property);
  };
  add('version', '3.0');
  add('fn', contact.name);
  add('n', nameParts(contact));
  if (contact.institution !== '') add('org', [contact.institution]);
  if (contact.role !== '') add('title', contact.role);
  for (const { type, number } of contact.numbers) add('tel', number, telephoneTypes[type]);
  for (const { address } of contact.emails) add('email', address, 'INTERNET');
  if (contact.address !== '' || contact.country !== null) add('adr', ['', '', contact.address.replaceAll('\n', ', '), '', '', '', contact.country === null ? '' : countryName(contact.country)], 'WORK');
  if (contact.remarks !== '') add('note', contact.remarks);
  return `${card.toString()}\r\n`;
}

/** Family, given, further, before, after: from the sorted name where there is one, otherwise the last word is the family's. */
function nameParts({ name, sortName, salutation }: RecordValue<'contact'>): string[] {
  const [family, given] = sortName.includes(',') ? sortName.split(',').map((part) => part.trim()) : [];
  const words = name.trim().split(/\s+/);
  return [family ?? words.at(-1) ?? '', given ?? words.slice(0, -1).join(' '), '', salutation, ''];
}
