import type { MinutesLabels } from './labels.ts';

const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
/** As the Imprimerie nationale shortens them; May, June and August stay whole. */
const shortMonths = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const first = (day: number) => (day === 1 ? '1er' : String(day));

export const fr: MinutesLabels = {
  language: 'fr',

  minutes: 'Procès-verbal de réunion',
  classification: 'Classification',
  reference: 'Référence',
  date: 'Date',
  time: 'Heure',
  place: 'Lieu',
  series: 'Série',
  status: 'État',
  stage: { preparing: 'Projet', draft: 'Projet', circulated: 'Diffusé pour observations' },
  approved: (names, on) => `Approuvé par ${names} le ${on}`,
  handling: 'Codes de traitement',
  releasableTo: 'Communicable à',
  originator: 'Autorité d’origine',

  attendance: 'Présents',
  apologies: 'Excusés',
  absent: 'Absents',
  invited: 'Invités',
  name: 'Nom',
  institution: 'Institution',
  country: 'Pays',
  role: 'Qualité',
  roles: { chair: 'Présidence', 'minute-taker': 'Secrétariat de séance', participant: 'Participation', informed: 'Pour information' },

  agenda: 'Ordre du jour',
  parked: 'reporté à la prochaine réunion',
  outcomes: { information: 'information', decision: 'décision', action: 'action' },
  duration: (minutes) => `${minutes}\u00A0min`,
  proceedings: 'Déroulement',
  otherBusiness: 'Questions diverses',
  nothingRecorded: 'Rien n’a été consigné sous ce point.',
  decision: (number) => `Décision ${number}`,
  actions: 'Actions',
  actionNumber: 'N°',
  action: 'Action',
  owner: 'Responsable',
  due: 'Échéance',

  corrections: 'Corrections',
  correction: (number) => `Correction ${number}`,
  correctionPassage: 'Texte du procès-verbal',
  correctionWording: 'Doit se lire',
  correctionStruckOut: '(supprimé)',
  correctionReason: 'Motif',
  correctionProposed: (name, on) => `Proposée par ${name} le ${on}`,
  correctionAtMeeting: (on) => `Approuvée à la réunion du ${on}`,
  correctionByChair: (name, on) => `Approuvée par la présidence, ${name}, le ${on}`,

  nextMeeting: 'Prochaine réunion',
  annexes: 'Annexes',
  annex: (number) => `Annexe ${number}`,
  distribution: 'Liste de diffusion',
  copyNumber: 'Exemplaire n°',
  recipient: 'Destinataire',
  signatures: 'Signatures',
  signature: 'Signature',

  pageOf: 'Page {page} sur {pages}',

  longDate: ({ year, month, day }) => `${first(day)} ${months[month - 1]} ${year}`,
  shortDate: ({ year, month, day }) => `${first(day)} ${shortMonths[month - 1]} ${year}`,

  countries: {
    BIH: 'Bosnie-Herzégovine',
    MKD: 'Macédoine du Nord',
    XKX: 'Kosovo*',
    CZE: 'Tchéquie',
    TUR: 'Turquie',
    USA: 'États-Unis',
  },
};
