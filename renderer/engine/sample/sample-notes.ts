import { text, type SampleWriting } from './sample-writing.ts';

type Note = readonly [name: string, of: string, days: number, type: 'observation' | 'phone-call' | 'conversation' | 'advisory' | 'document', language: string, title: string, ...paragraphs: string[]];

const notes: readonly Note[] = [
  ['seizure', 'port', -232, 'document', 'en', 'Seizure in Bari', 'Fourteen pistols under a double floor, between cartons of cigarettes. Serial numbers of one series, two digits apart.', 'The driver says that he loaded in Bar and was paid in Durrës.'],
  ['garage', 'port', -221, 'conversation', 'cnr', 'Garaža kod Danilovgrada', 'Susjed je vidio kombi sa stranim tablicama, dva puta sedmično, uvijek poslije ponoći.'],
  ['shop', 'port', -214, 'phone-call', 'en', 'Shops in the north', 'The dealer association keeps lists of buyers of blank-firing pistols for five years. A request in writing is enough.'],
  ['ballistics', 'port', -12, 'document', 'en', 'Ballistic report, first part', 'Eleven of fourteen compared. The same tool was used; a second hand finished three of them.', 'Conditions of use came with it: see the request.'],
  ['crossings', 'port', -118, 'observation', 'sq', 'Hyrje-daljet', 'Tri udhëtime në muaj, gjithmonë i njëjti automjet, shoferë të ndryshëm.'],
  ['lawyer', 'port', -58, 'conversation', 'en', 'Defence asks for disclosure', 'The defence of the second suspect asks for the Italian material. Nothing may go before the DDA has agreed.'],
  ['plates', 'port', -52, 'observation', 'cnr', 'Tablice i telefon', 'Kombi PG CD 417, telefon +382 67 555 900 u imeniku pod imenom Đole.'],
  ['advice jit', 'port', -150, 'advisory', 'en', 'How to found a joint team', 'Went through Art. 20 of the Second Additional Protocol with the counterpart, clause by clause. They will ask the ministry for its view first.'],
  ['workshop', 'vranje', -196, 'document', 'sr-Cyrl', 'Радионица код Врања', 'Пронађени струг, цеви и деветнаест оквира. Власник тврди да поправља пољопривредне машине.'],
  ['ads', 'vranje', -180, 'observation', 'sr-Cyrl', 'Огласи', 'Три налога на сајту за огласе, исти број телефона, различита имена: Ђоле, Djole, Đole.'],
  ['kumanovo', 'vranje', -104, 'phone-call', 'mk', 'Сведок во Куманово', 'Сведокот е подготвен да зборува, но само во обвинителство и без адвокат на другата страна.'],
  ['traces', 'vranje', -158, 'conversation', 'en', 'Same tool marks', 'Laboratory says by telephone that the marks are those of Bari. In writing in two weeks.'],
  ['firms', 'money', -94, 'observation', 'sq', 'Dy firma ndërtimi', 'Adresa e përbashkët në Durrës; administrator i njëjtë, ortakë të ndryshëm.'],
  ['agency', 'money', -77, 'conversation', 'hr', 'Agencija u Rijeci', 'Uplate u gotovini, uvijek ispod deset tisuća. Računovođa surađuje.'],
  ['courier', 'money', -61, 'phone-call', 'en', 'Cash courier', 'Stopped at the border with EUR 48 000. Says that it is from the sale of a flat; no contract.'],
  ['bank', 'money', -25, 'document', 'hr', 'Prvi izvod', 'Prvi izvod pokazuje tri računa; jedan je otvoren na ime firme iz Drača.'],
  ['closing', 'trebinje', -29, 'document', 'bs', 'Presuda je pravomoćna', 'Sedam godina. Oružje oduzeto; dva komada ostaju kao dokaz u predmetu JWG-F 01.'],
  ['lesson', 'trebinje', -27, 'advisory', 'en', 'What we learned', 'The extradition failed because nobody had asked for his nationality. Ask for it with the first letter.'],
  ['visit', 'port', -140, 'advisory', 'en', 'Visit to the customs laboratory', 'They can read barcodes of cartons back to the factory. Offer a training for the group.'],
  ['press', 'port', -6, 'observation', 'en', 'Article in a newspaper', 'Names a suspect who has not been charged. The spokesperson was told; nobody comments.'],
];

const activities: readonly (readonly [title: string, of: string, days: number, hours: number, country: string, counterpart: string, type: 'advice-on-case' | 'advice-on-law' | 'mentoring' | 'training' | 'coordination' | 'study-visit', result: string, women?: number, men?: number])[] = [
  ['How to found a joint investigation team', 'port', -150, 3, 'MNE', 'Jelena Vukčević Lakić', 'advice-on-law', 'Draft agreement within six weeks.'],
  ['Controlled delivery: plan and risks', 'port', -194, 5, 'MNE', 'Momčilo Radulović-Đin', 'advice-on-case', 'Carried out without loss.'],
  ['Training: tool marks on converted pistols', 'vranje', -130, 6, 'SRB', 'Снежана Стаменовић', 'training', 'One form for all laboratories.', 9, 14],
  ['Reading company registers', 'money', -88, 4, 'ALB', 'Gëzim Hoxhallari', 'mentoring', 'Two owners found behind four firms.'],
  ['Handling codes and conditions of use', 'port', -40, 2, 'MKD', 'Горан Трајковиќ', 'training', 'A leaflet of one page.', 11, 8],
  ['Study visit to the DDA', 'port', -110, 16, 'ITA', 'Chiara Lorusso Gentile', 'study-visit', 'Contacts for the action day.', 3, 4],
  ['Freezing without conviction', 'money', -33, 3, 'HRV', 'Tomislav Horvatinec', 'advice-on-law', 'Opinion asked of the ministry.'],
  ['Coordination before the indictment', 'vranje', -15, 2, 'XKX', 'Besa Krasniqi-Gashaj', 'coordination', 'Witness lists compared.'],
  ['Witness interviews across the border', 'vranje', -99, 4, 'MKD', 'Горан Трајковиќ', 'advice-on-case', 'Interview agreed for one day.'],
  ['Drafting letters rogatory', 'port', -76, 3, 'BIH', 'Amra Dizdarević Kolar', 'mentoring', 'A template in two languages.'],
];

/** Notes in three languages and two scripts, and what was done for counterparts. */
export function writeNotes(sample: SampleWriting): void {
  for (const [name, of, days, type, language, title, ...paragraphs] of notes) {
    sample.add(`note ${name}`, 'note', { title, body: text(...paragraphs), type, case: sample.id(`case ${of}`), day: sample.day(days), language });
  }
  activities.forEach(([title, of, days, hours, code, counterpart, type, result, women, men], at) => {
    sample.add(`activity ${String(at)}`, 'activity', {
      title, type, hours, counterpart, result, day: sample.day(days), country: code, case: sample.id(`case ${of}`), project: at % 3 === 2 ? 'police-cooperation' : 'prosecutors-network',
      crimeAreas: [of === 'money' ? 'money-laundering' : 'firearms'], women: women ?? null, men: men ?? null,
    }, 'UNCLASSIFIED');
  });
}
