import type { DraftId, JwgId, RecordId, TransferId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';

/** Where everything is. Rooms link to one another by these and not by importing. */
export const paths = {
  today: '/today',
  cases: '/cases',
  case: (record: RecordId) => `/cases/${record}`,
  casePart: (record: RecordId, part: 'overview' | 'notes' | 'meetings' | 'actions' | 'requests' | 'proceedings' | 'contacts' | 'authorities' | 'subjects' | 'diagram' | 'protection' | 'advisory' | 'files' | 'timeline') => `/cases/${record}/${part}`,
  notes: '/notes',
  note: (record: RecordId) => `/notes/${record}`,
  noteDraft: (draft: DraftId) => `/notes/draft/${draft}`,
  meetings: '/meetings',
  meeting: (record: RecordId) => `/meetings/${record}`,
  meetingDraft: (draft: DraftId) => `/meetings/draft/${draft}`,
  caseDraft: (draft: DraftId) => `/cases/draft/${draft}`,
  actions: '/actions',
  /** What the person at this laptop does, and all of them again: each leads to the list. */
  myActions: '/actions/mine',
  everyAction: '/actions/all',
  action: (record: RecordId) => `/actions/${record}`,
  actionDraft: (draft: DraftId) => `/actions/draft/${draft}`,
  /** A group of the profile: its page where it has one, otherwise what the profile says of it. */
  group: (jwg: JwgId) => `/groups/of/${jwg}`,
  search: '/search',
  /** Files that become records. */
  imports: '/import',
  /** The agenda of this meeting, from a file. */
  importAgenda: (meeting: RecordId) => `/import/agenda/${meeting}`,
  pouch: '/pouch',
  /** Release by a second person: asked, confirmed, taken back. */
  releases: '/pouch/releases',
  /** What was done in a period, the logframe, and what was reported of it. */
  report: '/report',
  /** The user guide, and one of its parts by its place. */
  guide: '/guide',
  guidePart: (at: string) => `/guide/${at}`,
  settings: '/settings',
  /** What concerns the laptop as a whole, step by step. */
  settingsPart: (part: 'second-laptop' | 'recovery-kit' | 'backup' | 'restore' | 'hand-over' | 'erase' | 'erase-order') => `/settings/${part}`,
  /** What left, and one of it. */
  registers: '/registers',
  transfers: '/registers/transfers',
  transfer: (transfer: TransferId) => `/registers/transfers/${transfer}`,
  /** Who looked at what. */
  consultations: '/registers/consultations',
  /** Two rival texts side by side. */
  conflict: (record: RecordId, kind: RecordKind) => `/conflicts/${kind}/${record}`,
  history: (record: RecordId, kind: RecordKind) => `/history/${kind}/${record}`,
  /** A reviewed copy of this record, at a lower level. */
  lower: (record: RecordId, kind: RecordKind) => `/lower/${kind}/${record}`,
  /** How the subjects of a case, or one of them, hang together with others. */
  diagram: (kind: 'case' | 'subject', record: RecordId) => `/diagram/${kind}/${record}`,
  /** The page as it will be printed, beside its few choices. */
  exportMinutes: (meeting: RecordId) => `/export/${meeting}`,
  /** The timeline of a case as it will be printed; `view` says how it is looked at (timeline/timeline-view.ts). */
  exportTimeline: (record: RecordId, view: string) => `/export/timeline/${record}/${view}`,
  /** Whether a PDF of minutes is authentic and unaltered. */
  checkMinutes: '/export',
} as const;

/** The room where the records of a kind are. */
export const roomOfKind: Readonly<Record<RecordKind, string>> = {
  case: paths.cases,
  note: paths.notes,
  meeting: paths.meetings,
  action: paths.actions,
  series: '/series',
  jwg: '/groups',
  proceedings: '/proceedings',
  request: '/requests',
  contact: '/contacts',
  authority: '/authorities',
  subject: '/subjects',
  relation: '/relations',
  protection: '/protection',
  activity: '/advisory',
  indicator: '/indicators',
  report: '/report/frozen',
};

/** The page of a record, whatever its kind. */
export function pathOfRecord(kind: RecordKind, record: RecordId): string {
  return `${roomOfKind[kind]}/${record}`;
}

/** The record that a page is about: its own, its history, its export; `null`: it is a list, a draft or something else. */
export function recordOfPath(path: string): RecordId | null {
  const parts = path.split('/').slice(1);
  const at = parts.findIndex((part) => /^[\w-]{22}$/.test(part));
  if (at < 1 || parts[0] === 'registers' || parts[at - 1] === 'draft') return null;
  return (parts[at] ?? null) as RecordId | null;
}

/** The page where a draft goes on. */
export function pathOfDraft(kind: RecordKind, draft: DraftId): string {
  return `${roomOfKind[kind]}/draft/${draft}`;
}
