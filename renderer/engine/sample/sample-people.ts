import type { RecordInput } from '../../../core/records/kinds.ts';
import { country, items, type SampleWriting } from './sample-writing.ts';

type Authority = readonly [name: string, title: string, short: string, type: NonNullable<RecordInput<'authority'>['type']>, country: string, city: string];

const authorities: readonly Authority[] = [
  ['sdt', 'Specijalno državno tužilaštvo', 'SDT', 'prosecution', 'MNE', 'Podgorica'],
  ['uskok', 'Ured za suzbijanje korupcije i organiziranog kriminaliteta', 'USKOK', 'prosecution', 'HRV', 'Zagreb'],
  ['spak', 'Prokuroria e Posaçme', 'SPAK', 'prosecution', 'ALB', 'Tirana'],
  ['tok', 'Тужилаштво за организовани криминал', 'ТОК', 'prosecution', 'SRB', 'Београд'],
  ['sprk', 'Prokuroria Speciale', 'PSRK', 'prosecution', 'XKX', 'Prishtina'],
  ['ojo', 'Основно јавно обвинителство за гонење организиран криминал', 'ОЈО', 'prosecution', 'MKD', 'Скопје'],
  ['tbih', 'Tužilaštvo BiH, Posebni odjel', 'TBiH', 'prosecution', 'BIH', 'Sarajevo'],
  ['dda', 'Direzione Distrettuale Antimafia', 'DDA', 'prosecution', 'ITA', 'Bari'],
  ['customs', 'Uprava carina, odjeljenje za krijumčarenje', 'UC', 'customs', 'MNE', 'Bar'],
  ['ncb', 'National Central Bureau', 'NCB Zagreb', 'police', 'HRV', 'Zagreb'],
  ['protection', 'Jedinica za zaštitu svjedoka', 'JZS', 'witness-protection', 'MNE', 'Podgorica'],
  ['desk', 'Eurojust, national desk', 'Eurojust', 'eu-body', 'NLD', 'The Hague'],
];

type Contact = readonly [name: string, title: string, role: string, authority: string, country: string, language: string, areas: NonNullable<RecordInput<'contact'>['crimeAreas']>, network?: NonNullable<NonNullable<RecordInput<'contact'>['memberships']>[number]['network']>];

const contacts: readonly Contact[] = [
  ['vukcevic', 'Jelena Vukčević Lakić', 'Special prosecutor', 'sdt', 'MNE', 'cnr', ['firearms', 'drugs'], 'eurojust-contact-point'],
  ['radulovic', 'Momčilo Radulović-Đin', 'Deputy, firearms', 'sdt', 'MNE', 'cnr', ['firearms']],
  ['horvat', 'Tomislav Horvatinec', 'Prosecutor', 'uskok', 'HRV', 'hr', ['firearms', 'corruption'], 'ejn-contact-point'],
  ['bajrami', 'Ermira Bajraktarollari', 'Prosecutor', 'spak', 'ALB', 'sq', ['drugs', 'firearms'], 'eurojust-contact-point'],
  ['hoxha', 'Gëzim Hoxhallari', 'Head of section', 'spak', 'ALB', 'sq', ['money-laundering']],
  ['djordjevic', 'Ђорђе Милисављевић', 'Заменик тужиоца', 'tok', 'SRB', 'sr-Cyrl', ['firearms'], 'ejn-contact-point'],
  ['stankovic', 'Снежана Стаменовић', 'Analyst', 'tok', 'SRB', 'sr-Cyrl', ['money-laundering', 'firearms']],
  ['krasniqi', 'Besa Krasniqi-Gashaj', 'Special prosecutor', 'sprk', 'XKX', 'sq', ['firearms', 'human-trafficking']],
  ['trajkov', 'Горан Трајковиќ', 'Јавен обвинител', 'ojo', 'MKD', 'mk', ['cigarettes', 'firearms'], 'eurojust-liaison-prosecutor'],
  ['dizdar', 'Amra Dizdarević Kolar', 'Tužiteljica', 'tbih', 'BIH', 'bs', ['firearms', 'corruption'], 'seepag'],
  ['lorusso', 'Chiara Lorusso Gentile', 'Public prosecutor', 'dda', 'ITA', 'it', ['firearms', 'drugs', 'cigarettes']],
  ['ivezic', 'Dario Ivezović', 'Customs investigator', 'customs', 'MNE', 'cnr', ['cigarettes']],
  ['nikolic', 'Petra Nikolinović', 'Duty officer', 'ncb', 'HRV', 'hr', ['other'], 'interpol-ncb'],
  ['perovic', 'Head of the unit (name withheld)', 'Head of unit', 'protection', 'MNE', 'cnr', ['other'], 'witness-protection'],
  ['devries', 'Marijke van Oudheusden', 'Assistant to the national member', 'desk', 'NLD', 'en', ['firearms'], 'eurojust-national-desk'],
  ['siena', 'SIENA desk, duty phone', 'Desk', 'ncb', 'HRV', 'hr', ['other'], 'siena-desk'],
];

/** Authorities, the people in them, and the group that they form. */
export function writePeople(sample: SampleWriting): void {
  for (const [name, title, shortName, type, code, city] of authorities) {
    sample.add(`authority ${name}`, 'authority', { name: title, shortName, type, country: country(code), city }, 'UNCLASSIFIED');
  }
  contacts.forEach(([name, title, role, authority, code, language, crimeAreas, network], at) => {
    sample.add(`contact ${name}`, 'contact', {
      name: title,
      role,
      institution: authorities.find(([one]) => one === authority)?.[1] ?? '',
      authority: sample.id(`authority ${authority}`),
      country: country(code),
      languages: [language, 'en'],
      crimeAreas: [...crimeAreas],
      numbers: items([{ type: 'office' as const, number: `+000 20 555 ${String(100 + at)}` }, ...(at % 3 === 0 ? [{ type: 'mobile' as const, number: `+000 67 555 ${String(200 + at)}` }] : [])]),
      emails: items([{ type: 'office' as const, address: `desk${String(at + 1)}@example.org` }]),
      memberships: network === undefined ? [] : items([{ network, from: sample.day(-400) }]),
      reaching: at === 0 ? 'Before nine or after three; the deputy takes calls from court.' : '',
    }, 'UNCLASSIFIED');
  });
  sample.add('jwg', 'jwg', {
    title: 'Joint Working Group Firearms, southern route',
    shortName: 'JWG Firearms South',
    crimeAreas: ['firearms', 'cigarettes', 'money-laundering'],
    countries: ['MNE', 'ALB', 'SRB', 'XKX', 'MKD', 'BIH', 'HRV', 'ITA'].map(country),
    established: sample.day(-245),
    mandate: 'Parallel investigations into the movement of converted and reactivated firearms towards the Adriatic ports, and the proceeds behind it.',
    plan: 'One joint investigation team by the summer; a common list of serial numbers; one action day.',
    partners: ['Europol', 'Eurojust', 'Interpol', 'SELEC'],
    members: items(contacts.slice(0, 11).map(([name, title, role, authority, code], at) => ({
      name: title, contact: sample.id(`contact ${name}`), country: country(code), institution: authorities.find(([one]) => one === authority)?.[2] ?? '',
      role: at === 0 ? ('chair' as const) : role.includes('nalyst') ? ('analyst' as const) : ('prosecutor' as const), from: sample.day(-245),
    }))),
  }, 'UNCLASSIFIED');
}
