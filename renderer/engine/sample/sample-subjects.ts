import type { RecordInput } from '../../../core/records/kinds.ts';
import { country, items, type SampleWriting } from './sample-writing.ts';

type Schema = NonNullable<RecordInput<'subject'>['schema']>;
type Category = NonNullable<NonNullable<RecordInput<'subject'>['categories']>[number]['category']>;
type Subject = readonly [name: string, of: string, schema: Schema, title: string, countries: string, more?: { readonly category?: Category; readonly ground?: string; readonly id?: string; readonly particulars?: string; readonly review?: number; readonly alias?: string }];

const subjects: readonly Subject[] = [
  ['djole', 'port', 'Person', 'Đorđe Vukanović', 'MNE', { category: 'suspect', ground: 'Named by the driver; fingerprints on a frame', alias: 'Đole', review: 60 }],
  ['arben', 'port', 'Person', 'Arben Çeliku', 'ALB', { category: 'suspect', ground: 'Paid the driver in Durrës', review: 90 }],
  ['driver', 'port', 'Person', 'Luca Sammartino', 'ITA', { category: 'convicted', ground: 'Judgment of the court of Bari', review: 200 }],
  ['neighbour', 'port', 'Person', 'Neighbour of the garage', 'MNE', { category: 'witness', ground: 'Statement to the police', review: 20 }],
  ['dragan', 'vranje', 'Person', 'Драган Стојиљковић', 'SRB', { category: 'suspect', ground: 'Радионица је на његово име', review: 120 }],
  ['buyer', 'vranje', 'Person', 'Лице под именом Ђоле на огласима', 'SRB', { category: 'not-decided', alias: 'Djole', review: -4 }],
  ['gezim', 'money', 'Person', 'Ilir Kodra', 'ALB', { category: 'contact-or-associate', ground: 'Administrator of both firms', review: 45 }],
  ['accountant', 'money', 'Person', 'Accountant of the agency', 'HRV', { category: 'witness', ground: 'Came by herself', review: 150 }],
  ['buna', 'money', 'Company', 'Buna Ndërtim sh.p.k.', 'ALB', { id: 'NUIS K000000A' }],
  ['ura', 'money', 'Company', 'Ura e Re sh.p.k.', 'ALB', { id: 'NUIS K000001B' }],
  ['agency', 'money', 'Company', 'Kvarner Putovanja d.o.o.', 'HRV', { id: 'OIB 00000000001' }],
  ['van', 'port', 'Vehicle', 'White van PG CD 417', 'MNE', { id: 'PG CD 417', particulars: 'Panel van, white' }],
  ['lorry', 'port', 'Vehicle', 'Lorry BR 552 AA', 'MNE', { id: 'BR 552 AA', particulars: 'Refrigerated' }],
  ['phone', 'port', 'PhoneNumber', '+382 67 555 900', 'MNE', { id: '+382 67 555 900' }],
  ['phone2', 'vranje', 'PhoneNumber', '+381 63 555 900', 'SRB', { id: '+381 63 555 900' }],
  ['pistol', 'port', 'Firearm', 'Pistol, series ZX, no. 0412', 'ITA', { id: 'ZX 0412', particulars: 'Converted blank-firing pistol, 9 mm' }],
  ['pistol2', 'vranje', 'Firearm', 'Pistol, series ZX, no. 0414', 'SRB', { id: 'ZX 0414', particulars: 'Converted blank-firing pistol, 9 mm' }],
  ['garage', 'port', 'Address', 'Garage near Danilovgrad', 'MNE'],
  ['workshop', 'vranje', 'Address', 'Радионица код Врања', 'SRB'],
  ['account', 'money', 'BankAccount', 'Account of the agency', 'HRV', { id: 'HR00 0000 0000 0000 0000 1' }],
  ['seizure', 'port', 'Event', 'Seizure in Bari', 'ITA'],
];

const relations: readonly (readonly [from: string, to: string, type: NonNullable<RecordInput<'relation'>['type']>, label: string, of: string, nature: 'fact' | 'assessment'])[] = [
  ['djole', 'phone', 'Use', 'uses', 'port', 'fact'], ['djole', 'van', 'Use', 'drives', 'port', 'assessment'], ['djole', 'garage', 'Occupancy', 'rents', 'port', 'fact'], ['arben', 'driver', 'Payment', 'paid', 'port', 'assessment'],
  ['driver', 'lorry', 'Use', 'drove', 'port', 'fact'], ['pistol', 'seizure', 'Presence', 'seized in', 'port', 'fact'], ['driver', 'seizure', 'Presence', 'arrested in', 'port', 'fact'], ['dragan', 'workshop', 'Ownership', 'owns', 'vranje', 'fact'],
  ['buyer', 'phone2', 'Use', 'gives as his number', 'vranje', 'fact'], ['buyer', 'djole', 'Same', 'may be the same person', 'vranje', 'assessment'], ['pistol', 'pistol2', 'Associate', 'same series and tool', 'vranje', 'fact'], ['gezim', 'buna', 'Directorship', 'administrator', 'money', 'fact'],
  ['gezim', 'ura', 'Directorship', 'administrator', 'money', 'fact'], ['agency', 'account', 'Ownership', 'holds', 'money', 'fact'], ['buna', 'account', 'Payment', 'pays into', 'money', 'assessment'], ['accountant', 'agency', 'Employment', 'worked for', 'money', 'fact'],
  ['arben', 'gezim', 'Associate', 'seen together', 'money', 'assessment'],
];

/** Persons with their categories, things and numbers, how they hang together, and two protected witnesses without a name. */
export function writeSubjects(sample: SampleWriting): void {
  for (const [name, of, schema, title, code, more = {}] of subjects) {
    sample.add(`subject ${name}`, 'subject', {
      schema, name: title, countries: [country(code)], case: sample.id(`case ${of}`), aliases: more.alias === undefined ? [] : [more.alias], particulars: more.particulars ?? '',
      identifiers: more.id === undefined ? [] : items([{ type: schema === 'Vehicle' ? 'plate' : 'number', value: more.id, country: country(code) }]),
      categories: more.category === undefined ? [] : items([{ category: more.category, ground: more.ground ?? '', on: sample.day(-100) }]),
      statements: schema === 'Person' ? items([{ text: `First came up in the case "${of}".`, nature: 'fact' as const, on: sample.day(-120) }]) : [],
      reviewBy: more.review === undefined ? null : sample.day(more.review),
      safeguards: { aboutPersons: schema === 'Person' },
    });
  }
  relations.forEach(([from, to, type, label, of, nature], at) => {
    sample.add(`relation ${String(at)}`, 'relation', { from: sample.id(`subject ${from}`), to: sample.id(`subject ${to}`), type, label, nature, case: sample.id(`case ${of}`) });
  });
  sample.add('protection heron', 'protection', {
    codeName: 'HERON', unit: 'Jedinica za zaštitu svjedoka', unitReference: 'JZS 3/26', country: country('MNE'), stage: 'urgent-measures', guarantees: 'No appearance in court before the measures are confirmed.',
    measures: items([{ what: 'Heard by video link, voice altered', by: 'Viši sud u Podgorici', from: sample.day(-60), until: sample.day(120) }, { what: 'Escort to and from hearings', by: 'Jedinica za zaštitu svjedoka', from: sample.day(-60) }]),
    told: items([{ name: 'Jelena Vukčević Lakić', why: 'Prosecutor of the case', on: sample.day(-62), by: 'Head of the unit' }]),
    contacts: items([{ name: 'Head of the unit', role: 'duty', number: '+000 20 555 113', contact: sample.id('contact perovic') }]), reviewBy: sample.day(24), case: sample.id('case port'),
  });
  sample.add('protection teal', 'protection', { codeName: 'TEAL', unit: 'Единица за заштита на сведоци', unitReference: 'ЗС 11/26', country: country('MKD'), stage: 'proposed', reviewBy: sample.day(70), case: sample.id('case vranje') });
}
