import ICAL from 'ical.js';
import type { numberTypes } from '../../../core/records/contact.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { blankContact, type ContactDraft } from './contact-input.ts';
import { countryOfText } from './country-of-text.ts';
import { decodeText } from './decode-text.ts';
import { modernVcard } from './vcard-21.ts';

/**
 * The cards of a vCard file: 2.1 as Outlook and older phones write it, 3.0 (RFC 2426), 4.0 (RFC 6350).
 * A card that cannot be read is left out and counted; the others are taken.
 */
export function readVcards(bytes: Uint8Array): Result<{ readonly contacts: readonly ContactDraft[]; readonly unread: number }, 'file-unreadable'> {
  const { text } = decodeText(bytes);
  const cards = text.replace(/\r\n?/g, '\n').match(/^BEGIN:VCARD$[\s\S]*?^END:VCARD$/gim) ?? [];
  if (cards.length === 0) return failed('file-unreadable');
  const contacts: ContactDraft[] = [];
  for (const card of cards) {
    const contact = contactOf(card);
    if (contact !== null) contacts.push(contact);
  }
  return ok({ contacts, unread: cards.length - contacts.length });
}

function contactOf(card: string): ContactDraft | null {
  try {
    const [, properties] = ICAL.parse(modernVcard(card)) as [string, Property[], unknown];
    return contactFrom(new Card(properties));
  } catch {
    return null;
  }
}

/** `[name, parameters, type, value, value…]`, as RFC 7095 has it. */
type Property = readonly [string, Readonly<Record<string, string | string[]>>, string, ...unknown[]];

class Card {
  private readonly properties: readonly Property[];

  constructor(properties: readonly Property[]) {
    // Groups as Apple writes them: `item1.email`.
    this.properties = properties.map(([name, ...rest]) => [name.replace(/^[\w-]+\./, ''), ...rest] as unknown as Property);
  }

  all(name: string): readonly Property[] {
    return this.properties.filter(([one]) => one === name);
  }

  /** Parts of a structured value (`N`, `ADR`, `ORG`), each as text. */
  parts(name: string): readonly string[] {
    const value = this.all(name)[0]?.[3];
    return (Array.isArray(value) ? value : [value]).map((part: unknown) => (Array.isArray(part) ? part.join(' ') : textOf(part)).trim());
  }

  text(name: string): string {
    return this.parts(name).filter((part) => part !== '').join(' ');
  }
}

function contactFrom(card: Card): ContactDraft {
  const [family = '', given = '', middle = '', prefix = ''] = card.parts('n');
  const composed = [given, middle, family].filter((part) => part !== '').join(' ');
  const name = card.text('fn') || composed || card.text('org');
  const country = card.all('adr').map((property) => addressParts(property).at(6) ?? '').find((one) => one !== '') ?? '';
  return {
    ...blankContact,
    name,
    sortName: family !== '' && given !== '' ? `${family}, ${given}` : '',
    salutation: prefix,
    institution: card.parts('org').filter((part) => part !== '').join(', '),
    role: card.text('title') || card.text('role'),
    country: countryOfText(country),
    languages: card.all('lang').map((property) => textOf(property[3])).filter((one) => one !== '' && one.length <= 20),
    numbers: card.all('tel').map((property) => ({ type: numberTypeOf(property), number: textOf(property[3]).replace(/^tel:/i, '').trim() })).filter(({ number }) => number !== ''),
    emails: card.all('email').map((property) => ({ type: 'office' as const, address: textOf(property[3]).trim() })).filter(({ address }) => address !== ''),
    address: card.all('adr').map((property) => addressParts(property).filter((part) => part !== '').join(', ')).filter((one) => one !== '').join('\n'),
    remarks: card.all('note').map((property) => textOf(property[3])).join('\n'),
  };
}

function addressParts(property: Property): readonly string[] {
  const value = property[3];
  return (Array.isArray(value) ? value : [value]).map((part: unknown) => (Array.isArray(part) ? part.join(', ') : textOf(part)).trim());
}

const byType: readonly (readonly [string, (typeof numberTypes)[number]])[] = [['fax', 'fax'], ['cell', 'mobile'], ['home', 'home'], ['work', 'office']];

function numberTypeOf([, parameters]: Property): (typeof numberTypes)[number] {
  const types = [parameters['type'] ?? []].flat().map((one) => one.toLowerCase());
  return byType.find(([type]) => types.includes(type))?.[1] ?? 'other';
}

function textOf(value: unknown): string {
  // The parser leaves an escaped semicolon of single values as it is.
  return typeof value === 'string' ? value.replaceAll(String.raw`\;`, ';') : '';
}
