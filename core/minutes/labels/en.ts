import type { MinutesLabels } from './labels.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const en: MinutesLabels = {
  language: 'en',

  minutes: 'Minutes of the meeting',
  classification: 'Classification',
  reference: 'Reference',
  date: 'Date',
  time: 'Time',
  place: 'Place',
  series: 'Series',
  status: 'Status',
  stage: { preparing: 'Draft', draft: 'Draft', circulated: 'Circulated for comments' },
  approved: (names, on) => `Approved by ${names} on ${on}`,
  handling: 'Handling',
  releasableTo: 'Releasable to',
  originator: 'Originator',

  attendance: 'Attendance',
  apologies: 'Apologies',
  absent: 'Absent',
  invited: 'Invited',
  name: 'Name',
  institution: 'Institution',
  country: 'Country',
  role: 'Role',
  roles: { chair: 'Chair', 'minute-taker': 'Minute-taker', participant: 'Participant', informed: 'For information' },

  agenda: 'Agenda',
  parked: 'carried over to the next meeting',
  outcomes: { information: 'information', decision: 'decision', action: 'action' },
  duration: (minutes) => `${minutes} min`,
  proceedings: 'Proceedings',
  otherBusiness: 'Other business',
  nothingRecorded: 'Nothing was recorded under this item.',
  decision: (number) => `Decision ${number}`,
  actions: 'Actions',
  actionNumber: 'No.',
  action: 'Action',
  owner: 'Owner',
  due: 'Due',

  nextMeeting: 'Next meeting',
  annexes: 'Annexes',
  annex: (number) => `Annex ${number}`,
  distribution: 'Distribution list',
  copyNumber: 'Copy No.',
  recipient: 'Recipient',
  signatures: 'Signatures',
  signature: 'Signature',

  pageOf: 'Page {page} of {pages}',

  longDate: ({ year, month, day }) => `${day} ${months[month - 1]} ${year}`,
  shortDate: ({ year, month, day }) => `${day} ${months[month - 1]?.slice(0, 3)} ${year}`,

  countries: {
    BIH: 'Bosnia and Herzegovina',
    MKD: 'North Macedonia',
    XKX: 'Kosovo*',
    CZE: 'Czechia',
    MDA: 'Moldova',
    TUR: 'Türkiye',
    GBR: 'United Kingdom',
    USA: 'United States',
  },
};
