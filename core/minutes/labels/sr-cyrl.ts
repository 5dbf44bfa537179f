import type { MinutesLabels } from './labels.ts';

const months = ['јануар', 'фебруар', 'март', 'април', 'мај', 'јун', 'јул', 'август', 'септембар', 'октобар', 'новембар', 'децембар'];

export const srCyrl: MinutesLabels = {
  language: 'sr-Cyrl',

  minutes: 'Записник са састанка',
  classification: 'Степен тајности',
  reference: 'Број',
  date: 'Датум',
  time: 'Време',
  place: 'Место',
  series: 'Циклус састанака',
  status: 'Статус',
  stage: { preparing: 'Нацрт', draft: 'Нацрт', circulated: 'Достављен на примедбе' },
  approved: (names, on) => `Усвојен: ${names}, ${on}`,
  handling: 'Услови коришћења',
  releasableTo: 'Може се уступити',
  originator: 'Орган од кога подаци потичу',

  attendance: 'Присутни',
  apologies: 'Оправдано одсутни',
  absent: 'Одсутни',
  invited: 'Позвани',
  name: 'Име и презиме',
  institution: 'Институција',
  country: 'Држава',
  role: 'Својство',
  roles: { chair: 'Председавајући', 'minute-taker': 'Записничар', participant: 'Учесник', informed: 'Ради информисања' },

  agenda: 'Дневни ред',
  parked: 'одложено за следећи састанак',
  outcomes: { information: 'информација', decision: 'одлука', action: 'задужење' },
  duration: (minutes) => `${minutes} мин`,
  proceedings: 'Ток састанка',
  otherBusiness: 'Разно',
  nothingRecorded: 'По овој тачки није било бележака.',
  decision: (number) => `Одлука ${number}`,
  actions: 'Задужења',
  actionNumber: 'Р. бр.',
  action: 'Задужење',
  owner: 'Носилац',
  due: 'Рок',

  corrections: 'Исправке',
  correction: (number) => `Исправка ${number}`,
  correctionPassage: 'Како стоји у записнику',
  correctionWording: 'Треба да гласи',
  correctionStruckOut: '(брише се)',
  correctionReason: 'Разлог',
  correctionProposed: (name, on) => `Предлагач: ${name}, ${on}`,
  correctionAtMeeting: (on) => `Усвојено на састанку одржаном ${on}`,
  correctionByChair: (name, on) => `Усвојено одлуком председавајућег: ${name}, ${on}`,

  nextMeeting: 'Следећи састанак',
  annexes: 'Прилози',
  annex: (number) => `Прилог ${number}`,
  distribution: 'Списак прималаца',
  copyNumber: 'Примерак бр.',
  recipient: 'Прималац',
  signatures: 'Потписи',
  signature: 'Потпис',

  pageOf: 'Страна {page} од {pages}',

  longDate: ({ year, month, day }) => `${day}. ${months[month - 1]} ${year}.`,
  shortDate: ({ year, month, day }) => `${day}. ${month}. ${year}.`,

  countries: {
    XKX: 'Косово*',
    GBR: 'Уједињено Краљевство',
    USA: 'Сједињене Америчке Државе',
  },
};
