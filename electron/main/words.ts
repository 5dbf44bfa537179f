import type { Command, filePurposes } from '../preload/bridge.ts';

export type MenuLanguage = 'en' | 'fr';

export interface Words {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly go: string;
  readonly help: string;
  readonly quit: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly pastePlain: string;
  readonly selectAll: string;
  readonly actualSize: string;
  readonly larger: string;
  readonly smaller: string;
  readonly fullScreen: string;
  readonly about: string;
  readonly window: string;
  readonly developerTools: string;
  readonly keepsStoppingTitle: string;
  readonly keepsStopping: string;
  readonly commands: Readonly<Record<Command, string>>;
  readonly fileKinds: Readonly<Record<(typeof filePurposes)[number], string>>;
}

const en: Words = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  help: 'Help',
  quit: 'Quit',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste without formatting',
  selectAll: 'Select all',
  actualSize: 'Actual size',
  larger: 'Larger',
  smaller: 'Smaller',
  fullScreen: 'Full screen',
  about: 'About Rapporteur',
  window: 'Window',
  developerTools: 'Developer tools',
  keepsStoppingTitle: 'Rapporteur had to stop',
  keepsStopping: 'The window stopped several times in a row. Everything that was saved is safe, and so is the last draft. Start Rapporteur again; if it stops again, restart the computer.',
  commands: {
    'new-note': 'New note',
    'new-meeting': 'New meeting',
    'new-case': 'New case',
    'new-action': 'New action',
    'new-request': 'New request',
    'new-contact': 'New contact',
    'new-subject': 'New subject',
    'new-activity': 'New advisory activity',
    'new-authority': 'New authority',
    'new-jwg': 'New group page',
    'new-series': 'New series of meetings',
    'new-proceedings': 'New national proceedings',
    'new-protection': 'New protected witness',
    'new-indicator': 'New indicator',
    commands: 'Commands and go to…',
    'find-here': 'Find here',
    'find-everywhere': 'Search everywhere',
    lock: 'Lock',
    done: 'Done',
    undo: 'Undo',
    redo: 'Redo',
    'next-pane': 'Next pane',
    export: 'Export…',
    deliver: 'Deliver',
    settings: 'Settings',
    'go-today': 'Today',
    'go-cases': 'Cases',
    'go-notes': 'Notes',
    'go-meetings': 'Meetings',
    'go-actions': 'Actions',
    'go-my-actions': 'My actions',
    'go-pouch': 'Pouch',
    'go-requests': 'Requests',
    'go-contacts': 'Contacts',
    'go-subjects': 'Subjects',
    'go-groups': 'Groups',
    'go-advisory': 'Advisory',
    'go-authorities': 'Authorities',
    'go-series': 'Series of meetings',
    'go-proceedings': 'National proceedings',
    'go-protection': 'Protected witnesses',
    'go-report': 'Report',
    'go-indicators': 'Indicators',
    'go-import': 'Import…',
    'go-registers': 'Register of transfers',
    'go-guide': 'User guide',
    shortcuts: 'Keyboard shortcuts',
  },
  fileKinds: {
    profile: 'Organisation profile',
    'join-request': 'Join request',
    'recovery-kit': 'Recovery kit',
    minutes: 'Minutes (PDF)',
    pairing: 'Invitation for a second laptop',
    backup: 'Backup',
    release: 'Request or answer on a release',
    'erasure-receipt': 'Receipt of erasure',
    'erase-order': 'Erase order',
    'hand-over': 'Hand-over report (PDF)',
    report: 'Report (PDF)',
    'report-document': 'Report (Word document)',
    pouch: 'Hand-carried pouch',
    table: 'Table (CSV)',
    contacts: 'Contact (vCard)',
    calendar: 'Calendar (ICS)',
    picture: 'Picture (PNG)',
    drawing: 'Drawing (SVG)',
  },
};

const fr: Words = {
  file: 'Fichier',
  edit: 'Édition',
  view: 'Affichage',
  go: 'Aller',
  help: 'Aide',
  quit: 'Quitter',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  pastePlain: 'Coller sans mise en forme',
  selectAll: 'Tout sélectionner',
  actualSize: 'Taille réelle',
  larger: 'Agrandir',
  smaller: 'Réduire',
  fullScreen: 'Plein écran',
  about: 'À propos de Rapporteur',
  window: 'Fenêtre',
  developerTools: 'Outils de développement',
  keepsStoppingTitle: 'Rapporteur a dû s’arrêter',
  keepsStopping: 'La fenêtre s’est arrêtée plusieurs fois de suite. Tout ce qui a été enregistré est en sûreté, le dernier brouillon aussi. Relancez Rapporteur ; s’il s’arrête encore, redémarrez l’ordinateur.',
  commands: {
    'new-note': 'Nouvelle note',
    'new-meeting': 'Nouvelle réunion',
    'new-case': 'Nouvelle affaire',
    'new-action': 'Nouvelle action',
    'new-request': 'Nouvelle demande',
    'new-contact': 'Nouveau contact',
    'new-subject': 'Nouvelle entité',
    'new-activity': 'Nouvelle activité de conseil',
    'new-authority': 'Nouvelle autorité',
    'new-jwg': 'Nouvelle fiche de groupe',
    'new-series': 'Nouvelle série de réunions',
    'new-proceedings': 'Nouvelle procédure nationale',
    'new-protection': 'Nouveau témoin protégé',
    'new-indicator': 'Nouvel indicateur',
    commands: 'Commandes et accès rapide…',
    'find-here': 'Rechercher ici',
    'find-everywhere': 'Rechercher partout',
    lock: 'Verrouiller',
    done: 'Terminer',
    undo: 'Annuler',
    redo: 'Rétablir',
    'next-pane': 'Volet suivant',
    export: 'Exporter…',
    deliver: 'Expédier',
    settings: 'Réglages',
    'go-today': 'Aujourd’hui',
    'go-cases': 'Affaires',
    'go-notes': 'Notes',
    'go-meetings': 'Réunions',
    'go-actions': 'Actions',
    'go-my-actions': 'Mes actions',
    'go-pouch': 'Valise',
    'go-requests': 'Demandes',
    'go-contacts': 'Contacts',
    'go-subjects': 'Entités',
    'go-groups': 'Groupes',
    'go-advisory': 'Conseil',
    'go-authorities': 'Autorités',
    'go-series': 'Séries de réunions',
    'go-proceedings': 'Procédures nationales',
    'go-protection': 'Témoins protégés',
    'go-report': 'Rapport',
    'go-indicators': 'Indicateurs',
    'go-import': 'Importer…',
    'go-registers': 'Registre des transferts',
    'go-guide': 'Guide d’utilisation',
    shortcuts: 'Raccourcis clavier',
  },
  fileKinds: {
    profile: 'Profil de l’organisation',
    'join-request': 'Demande d’adhésion',
    'recovery-kit': 'Trousse de secours',
    minutes: 'Procès-verbal (PDF)',
    pairing: 'Invitation pour un second ordinateur',
    backup: 'Sauvegarde',
    release: 'Demande ou réponse sur une communication',
    'erasure-receipt': 'Récépissé d’effacement',
    'erase-order': 'Ordre d’effacement',
    'hand-over': 'Rapport de passation (PDF)',
    report: 'Rapport (PDF)',
    'report-document': 'Rapport (document Word)',
    pouch: 'Valise remise en mains propres',
    table: 'Tableau (CSV)',
    contacts: 'Contact (vCard)',
    calendar: 'Calendrier (ICS)',
    picture: 'Image (PNG)',
    drawing: 'Dessin (SVG)',
  },
};

export function wordsIn(language: MenuLanguage): Words {
  return language === 'fr' ? fr : en;
}

/** The system's language, where we speak it. */
export function languageOf(locale: string): MenuLanguage {
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
