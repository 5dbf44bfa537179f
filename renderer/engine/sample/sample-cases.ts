import type { RecordInput } from '../../../core/records/kinds.ts';
import { country, items, type SampleWriting } from './sample-writing.ts';

type Proceedings = RecordInput<'proceedings'>;

/** Four cases, what each is in its countries, and what runs out in them. */
export function writeCases(sample: SampleWriting): void {
  cases(sample);
  proceedings(sample);
  requests(sample);
}

function cases(sample: SampleWriting): void {
  sample.add('case port', 'case', {
    title: 'Converted pistols, port of Bar to Bari', reference: 'JWG-F 01', project: 'prosecutors-network', countries: ['MNE', 'ALB', 'ITA'].map(country), crimeAreas: ['firearms', 'cigarettes'], phase: 'investigation',
    lead: 'Jelena Vukčević Lakić', jit: 'JIT Adriatic (MNE, ITA)', opened: sample.day(-238),
    summary: 'Blank-firing pistols are bought in shops in the north, converted in a garage near Danilovgrad, and leave the port of Bar in lorries with untaxed cigarettes. The first seizure in Bari gave serial numbers of one series.',
    team: items([
      { name: 'Momčilo Radulović-Đin', role: 'Case officer, police', country: country('MNE'), contact: sample.id('contact radulovic') },
      { name: 'Chiara Lorusso Gentile', role: 'Prosecutor, second leader of the JIT', country: country('ITA'), contact: sample.id('contact lorusso') },
    ]),
    nationalReferences: items([{ country: country('MNE'), authority: 'SDT', reference: 'Kt-S 41/26' }, { country: country('ITA'), authority: 'DDA Bari', reference: '4410/26 RGNR' }]),
  });
  sample.add('case vranje', 'case', {
    title: 'Набавка и препродаја деактивираног оружја', reference: 'JWG-F 02', project: 'police-cooperation', countries: ['SRB', 'MKD', 'XKX'].map(country), crimeAreas: ['firearms'], phase: 'prosecution',
    lead: 'Ђорђе Милисављевић', opened: sample.day(-201),
    summary: 'Деактивирано оружје купује се преко огласа, реактивира у радионици код Врања и препродаје на две стране. Три особе су у притвору.',
    nationalReferences: items([{ country: country('SRB'), authority: 'ТОК', reference: 'Кти 118/26' }]),
  });
  sample.add('case money', 'case', {
    title: 'Parat e rrugës së jugut', reference: 'JWG-F 03', project: 'prosecutors-network', countries: ['ALB', 'XKX', 'HRV'].map(country), crimeAreas: ['money-laundering', 'corruption'], phase: 'pre-investigation',
    lead: 'Gëzim Hoxhallari', opened: sample.day(-96),
    summary: 'Të ardhurat nga armët kalojnë përmes dy firmave ndërtimi në Durrës dhe një agjencie turistike në Rijekë. Kërkohen të dhëna bankare dhe pronat.',
  });
  sample.add('case trebinje', 'case', {
    title: 'Oružje iz starih skladišta, Trebinje', reference: 'JWG-F 04', countries: ['BIH', 'MNE', 'HRV'].map(country), crimeAreas: ['firearms'], phase: 'closed',
    lead: 'Amra Dizdarević Kolar', opened: sample.day(-236), summary: 'Predmet je završen pravomoćnom presudom; dio dokaza koristi se u predmetu JWG-F 01.',
    closed: sample.day(-41), outcome: 'Četiri pravomoćne presude Suda BiH; kazne od dvije do sedam godina zatvora.',
    achieved: 'Zaplijenjeno 214 komada oružja iz dva skladišta. Prvi put su dokazi iz tri zemlje izvedeni u jednom postupku.',
    staysOpen: 'Povrat vozila vlasniku u Hrvatskoj (DORH). Dva svjedoka ostaju u programu zaštite.',
  });
}

function proceedings(sample: SampleWriting): void {
  const add = (name: string, of: string, value: Proceedings) => sample.add(`proceedings ${name}`, 'proceedings', { case: sample.id(`case ${of}`), ...value });
  add('mne', 'port', {
    country: country('MNE'), fileNumber: 'Kt-S 41/26', authority: 'Specijalno državno tužilaštvo', authorityRecord: sample.id('authority sdt'), prosecutor: 'Jelena Vukčević Lakić',
    prosecutorContact: sample.id('contact vukcevic'), phase: 'investigation', opened: sample.day(-230),
    clocks: items([
      { type: 'detention' as const, about: 'two suspects', begins: sample.day(-56), ends: sample.day(4), basis: 'ZKP čl. 179', who: 'Momčilo Radulović-Đin', contact: sample.id('contact radulovic') },
      { type: 'interception' as const, about: 'three numbers', begins: sample.day(-70), ends: sample.day(21), basis: 'ZKP čl. 157', who: 'Jelena Vukčević Lakić', contact: sample.id('contact vukcevic'), state: 'extended' as const },
    ]),
    phases: items([{ phase: 'pre-investigation' as const, on: sample.day(-230) }, { phase: 'investigation' as const, on: sample.day(-180), remark: 'After the seizure in Bari' }]),
  });
  add('ita', 'port', {
    country: country('ITA'), fileNumber: '4410/26 RGNR', authority: 'DDA Bari', authorityRecord: sample.id('authority dda'), prosecutor: 'Chiara Lorusso Gentile', prosecutorContact: sample.id('contact lorusso'),
    phase: 'investigation', opened: sample.day(-205), clocks: items([{ type: 'jit-expiry' as const, about: 'JIT Adriatic', begins: sample.day(-150), ends: sample.day(33), basis: 'Agreement, point 4', who: 'Chiara Lorusso Gentile', contact: sample.id('contact lorusso') }]),
  });
  add('alb', 'port', { country: country('ALB'), fileNumber: 'SPAK 77/2026', authority: 'SPAK', authorityRecord: sample.id('authority spak'), prosecutor: 'Ermira Bajraktarollari', prosecutorContact: sample.id('contact bajrami'), phase: 'pre-investigation', opened: sample.day(-120) });
  add('srb', 'vranje', {
    country: country('SRB'), fileNumber: 'Кти 118/26', authority: 'Тужилаштво за организовани криминал', authorityRecord: sample.id('authority tok'), prosecutor: 'Ђорђе Милисављевић', prosecutorContact: sample.id('contact djordjevic'),
    phase: 'prosecution', opened: sample.day(-199), clocks: items([{ type: 'indictment' as const, about: 'три окривљена', begins: sample.day(-40), ends: sample.day(12), basis: 'ЗКП чл. 331', who: 'Ђорђе Милисављевић', contact: sample.id('contact djordjevic') }]),
  });
  add('mkd', 'vranje', { country: country('MKD'), fileNumber: 'КО 52/26', authority: 'ОЈО ГОКК', authorityRecord: sample.id('authority ojo'), prosecutor: 'Горан Трајковиќ', prosecutorContact: sample.id('contact trajkov'), phase: 'investigation', opened: sample.day(-150) });
  add('xkx', 'vranje', { country: country('XKX'), fileNumber: 'PPS 30/26', authority: 'Prokuroria Speciale', authorityRecord: sample.id('authority sprk'), prosecutor: 'Besa Krasniqi-Gashaj', prosecutorContact: sample.id('contact krasniqi'), phase: 'investigation', opened: sample.day(-140) });
  add('hrv', 'money', {
    country: country('HRV'), fileNumber: 'KP-US 9/26', authority: 'USKOK', authorityRecord: sample.id('authority uskok'), prosecutor: 'Tomislav Horvatinec', prosecutorContact: sample.id('contact horvat'), phase: 'pre-investigation', opened: sample.day(-80),
    clocks: items([{ type: 'data-preservation' as const, about: 'mailboxes of the agency', begins: sample.day(-49), ends: sample.day(11), basis: 'Budapest Convention Art. 29', who: 'Tomislav Horvatinec', contact: sample.id('contact horvat') }]),
  });
  add('bih', 'trebinje', { country: country('BIH'), fileNumber: 'T20 0 KTO 26', authority: 'Tužilaštvo BiH', authorityRecord: sample.id('authority tbih'), prosecutor: 'Amra Dizdarević Kolar', phase: 'closed', opened: sample.day(-236), closed: sample.day(-30), outcome: 'Pravomoćna presuda, sedam godina.' });
}

type Request = Omit<RecordInput<'request'>, 'fromCountry' | 'toCountry' | 'case'>;

function requests(sample: SampleWriting): void {
  let number = 0;
  const add = (of: string, from: string, to: string, value: Request) => {
    number += 1;
    sample.add(`request ${String(number)}`, 'request', { case: sample.id(`case ${of}`), fromCountry: country(from), toCountry: country(to), reference: `JWG-F R${String(number)}`, handledBy: 'Ana Sever', ...value });
  };
  add('port', 'MNE', 'ITA', {
    title: 'Ballistic comparison of the Bari series', instrument: 'letter-rogatory', bases: ['ets-182'], route: 'direct-judicial', status: 'partly-answered', sent: sample.day(-75), acknowledged: sample.day(-70), due: sample.day(6), dueType: 'agreed', translationInto: ['it'], toAuthority: 'DDA Bari', answered: sample.day(-12),
    answers: items([{ on: sample.day(-12), partial: true, summary: 'Eleven of fourteen pistols compared; one workshop.', conditions: 'Not to be used in other proceedings without consent of the DDA.', reference: '4410/26-B' }]), received: [sample.id('note ballistics')],
    facilitators: items([{ body: 'eurojust-national-desk' as const, name: 'Marijke van Oudheusden', contact: sample.id('contact devries') }]),
  });
  add('port', 'MNE', 'ALB', { title: 'Crossing records, Hani i Hotit', instrument: 'police-information-request', bases: ['pcc-see'], route: 'siena', status: 'sent', sent: sample.day(-44), due: sample.day(-3), translationInto: ['sq'], chasers: items([{ on: sample.day(-20), by: 'Ana Sever', how: 'telephone', answer: 'Next week.' }]) });
  add('port', 'ITA', 'MNE', { title: 'Joint investigation team: extension', instrument: 'joint-investigation-team', bases: ['ets-182-art-20'], route: 'direct-judicial', direction: 'between-others', status: 'in-execution', sent: sample.day(-18), due: sample.day(25), dueType: 'agreed', translationInto: ['cnr'] });
  add('port', 'MNE', 'ITA', { title: 'Controlled delivery, lorry in Bar', instrument: 'controlled-delivery', bases: ['ets-182'], route: 'liaison-officer', status: 'executed', urgent: true, urgencyReason: 'The lorry was already loaded.', sent: sample.day(-190), executed: sample.day(-184), translationInto: ['it'] });
  add('vranje', 'SRB', 'MKD', { title: 'Saslušanje svedoka u Kumanovu', instrument: 'letter-rogatory', bases: ['ets-030'], route: 'ministry-of-justice', status: 'acknowledged', sent: sample.day(-101), acknowledged: sample.day(-90), translationInto: ['mk'] });
  add('vranje', 'SRB', 'XKX', { title: 'Подаци о возилу преко канцеларије за везу', instrument: 'police-information-request', bases: ['other'], route: 'liaison-officer', status: 'in-execution', sent: sample.day(-33), due: sample.day(9), translationInto: ['sq'] });
  add('vranje', 'SRB', 'DEU', { title: 'Sellers on a German advertising site', instrument: 'data-preservation', bases: ['ets-185'], route: '24-7-network', status: 'executed', sent: sample.day(-122), executed: sample.day(-121), translationInto: ['de'] });
  add('money', 'ALB', 'HRV', { title: 'Bankovni podaci turističke agencije', instrument: 'letter-rogatory', bases: ['ets-182'], route: 'direct-judicial', status: 'sent', sent: sample.day(-52), due: sample.day(2), translationInto: ['hr'] });
  add('money', 'ALB', 'ITA', { title: 'Sekuestrim i një llogarie', instrument: 'freezing-and-confiscation', bases: ['ets-141'], route: 'ministry-of-justice', status: 'draft', translationInto: [] });
  add('money', 'HRV', 'ALB', { title: 'Spontaneous information: cash courier', instrument: 'spontaneous-information', bases: ['ets-182'], route: 'siena', direction: 'incoming', status: 'executed', sent: sample.day(-60), executed: sample.day(-60), translationInto: ['sq'] });
  add('trebinje', 'BIH', 'MNE', { title: 'Izručenje osuđenog', instrument: 'extradition', bases: ['ets-024'], route: 'ministry-of-justice', status: 'refused', sent: sample.day(-160), refused: sample.day(-118), refusalGround: 'Državljanin; kazna se može preuzeti.', translationInto: ['cnr'] });
  add('port', 'MNE', 'MNE', { title: 'Referral of a witness to the protection unit', instrument: 'witness-protection-referral', bases: ['national-law'], route: 'other', status: 'executed', sent: sample.day(-88), executed: sample.day(-85), translationInto: ['cnr'] });
}
