import type { MinutesLabels } from './labels.ts';

const months = ['janar', 'shkurt', 'mars', 'prill', 'maj', 'qershor', 'korrik', 'gusht', 'shtator', 'tetor', 'nëntor', 'dhjetor'];

export const sq: MinutesLabels = {
  language: 'sq',

  minutes: 'Procesverbal i mbledhjes',
  classification: 'Klasifikimi',
  reference: 'Nr. i referencës',
  date: 'Data',
  time: 'Ora',
  place: 'Vendi',
  series: 'Cikli i mbledhjeve',
  status: 'Statusi',
  stage: { preparing: 'Projekt', draft: 'Projekt', circulated: 'Dërguar për vërejtje' },
  approved: (names, on) => `Miratuar nga ${names} më ${on}`,
  handling: 'Kushtet e përdorimit',
  releasableTo: 'Mund t’u jepet',
  originator: 'Autoriteti që e ka krijuar',

  attendance: 'Të pranishëm',
  apologies: 'Mungesa me arsye',
  absent: 'Mungojnë',
  invited: 'Të ftuar',
  name: 'Emri dhe mbiemri',
  institution: 'Institucioni',
  country: 'Shteti',
  role: 'Roli',
  roles: { chair: 'Kryesues', 'minute-taker': 'Mbajtës i procesverbalit', participant: 'Pjesëmarrës', informed: 'Për dijeni' },

  agenda: 'Rendi i ditës',
  parked: 'shtyrë për mbledhjen e radhës',
  outcomes: { information: 'informacion', decision: 'vendim', action: 'detyrë' },
  duration: (minutes) => `${minutes} min`,
  proceedings: 'Zhvillimi i mbledhjes',
  otherBusiness: 'Të ndryshme',
  nothingRecorded: 'Për këtë pikë nuk u mbajtën shënime.',
  decision: (number) => `Vendimi ${number}`,
  actions: 'Detyrat',
  actionNumber: 'Nr.',
  action: 'Detyra',
  owner: 'Përgjegjës',
  due: 'Afati',

  corrections: 'Korrigjimet',
  correction: (number) => `Korrigjimi ${number}`,
  correctionPassage: 'Siç është shënuar',
  correctionWording: 'Duhet të jetë',
  correctionStruckOut: '(hiqet)',
  correctionReason: 'Arsyeja',
  correctionProposed: (name, on) => `Propozuar nga ${name} më ${on}`,
  correctionAtMeeting: (on) => `Miratuar në mbledhjen e datës ${on}`,
  correctionByChair: (name, on) => `Miratuar nga kryesuesi, ${name}, më ${on}`,

  nextMeeting: 'Mbledhja e radhës',
  annexes: 'Anekset',
  annex: (number) => `Aneksi ${number}`,
  distribution: 'Lista e shpërndarjes',
  copyNumber: 'Kopja nr.',
  recipient: 'Marrësi',
  signatures: 'Nënshkrimet',
  signature: 'Nënshkrimi',

  pageOf: 'Faqja {page} nga {pages}',

  longDate: ({ year, month, day }) => `${day} ${months[month - 1]} ${year}`,
  shortDate: ({ year, month, day }) => `${twoDigits(day)}.${twoDigits(month)}.${year}`,

  countries: {
    BIH: 'Bosnjë dhe Hercegovinë',
    MKD: 'Maqedonia e Veriut',
    XKX: 'Kosovë*',
    CZE: 'Çeki',
    NLD: 'Holandë',
    GBR: 'Mbretëria e Bashkuar',
  },
};

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
