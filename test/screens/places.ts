import type { Page } from '@playwright/test';

/** A place of the sample casework and how one gets there. Names in braces stand for a record (`records`). */
export interface Place {
  readonly name: string;
  readonly at: string;
  /** What is done there before the picture: a tab, a menu, a dialog. Escape leaves it again. */
  readonly open?: (page: Page) => Promise<void>;
}

/** The records that places lead to: the list that each is in, and a part of its row; none: the first. */
export const records = {
  case: ['/cases', 'Converted pistols'],
  closed: ['/cases', 'Trebinje'],
  note: ['/notes', null],
  meeting: ['/meetings', 'JWG Firearms South, meeting 8'],
  approved: ['/meetings', 'JWG Firearms South, meeting 6'],
  planned: ['/meetings', 'Coordination meeting, JIT Adriatic'],
  action: ['/actions', null],
  request: ['/requests', 'Controlled delivery'],
  contact: ['/contacts', null],
  subject: ['/subjects', null],
  group: ['/groups', null],
  activity: ['/advisory', null],
  series: ['/series', 'monthly'],
  proceedings: ['/proceedings', 'Kt-S 41/26'],
  authority: ['/authorities', null],
  witness: ['/protection', 'HERON'],
  relation: ['/relations', null],
  indicator: ['/indicators', null],
  report: ['/report/frozen', null],
} as const;

export type NamedRecord = keyof typeof records;

const press = (role: 'button' | 'tab' | 'link', name: string | RegExp) => async (page: Page) => {
  await page.locator('main').getByRole(role, { name }).first().click();
};

const more = (item: string) => async (page: Page) => {
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
};

async function moveToClosed(page: Page): Promise<void> {
  await press('button', 'Move to a phase')(page);
  await page.getByRole('menuitem', { name: 'Closed…' }).click();
  await page.getByRole('dialog', { name: 'Close the case' }).waitFor();
}

const zoom = (period: string) => async (page: Page) => {
  await page.locator('main').getByText(period, { exact: true }).click();
};

/** The last quarter of the project whose quarter is not reported yet. */
async function freeze(page: Page): Promise<void> {
  await zoom('Last quarter')(page);
  await page.locator('main').getByRole('combobox').last().click();
  await page.getByRole('option', { name: 'Police Co-operation' }).click();
  await press('button', /^Freeze this period/)(page);
  await page.getByRole('dialog').waitFor();
}

const ownWork = async (page: Page) => {
  await page.getByRole('checkbox', { name: 'My own work only' }).check();
};

const pages = async (page: Page) => {
  await page.locator('canvas').first().waitFor({ timeout: 90_000 });
};

const casePlaces: readonly Place[] = [
  { name: 'case', at: '/cases/{case}' },
  ...(['notes', 'meetings', 'actions', 'requests', 'proceedings', 'contacts', 'authorities', 'subjects', 'protection', 'advisory', 'files', 'diagram'] as const).map((part) => ({ name: `case-${part}`, at: `/cases/{case}/${part}` })),
  { name: 'case-edit', at: '/cases/{case}', open: press('button', 'Edit') },
  { name: 'case-phase-menu', at: '/cases/{case}', open: press('button', 'Move to a phase') },
  { name: 'case-closing', at: '/cases/{case}', open: moveToClosed },
  { name: 'case-closed', at: '/cases/{closed}' },
  { name: 'timeline-month', at: '/cases/{case}/timeline', open: zoom('Month') },
  { name: 'timeline-day', at: '/cases/{case}/timeline', open: zoom('Day') },
  { name: 'timeline-quarter', at: '/cases/{case}/timeline', open: zoom('Quarter') },
  { name: 'timeline-year', at: '/cases/{case}/timeline', open: zoom('Year') },
  { name: 'timeline-print', at: '/export/timeline/{case}/month.latest', open: pages },
  { name: 'diagram-window', at: '/diagram/case/{case}' },
  { name: 'diagram-subject', at: '/diagram/subject/{subject}' },
];

const listPlaces: readonly Place[] = [
  { name: 'today', at: '/today' },
  { name: 'guide', at: '/guide' },
  ...['cases', 'notes', 'meetings', 'actions', 'requests', 'contacts', 'subjects', 'groups', 'advisory', 'series', 'proceedings', 'authorities', 'protection', 'relations', 'indicators'].map((room) => ({ name: room, at: `/${room}` })),
  { name: 'actions-mine', at: '/actions/mine' },
  { name: 'requests-board', at: '/requests/board' },
  { name: 'requests-ageing', at: '/requests/ageing' },
  { name: 'contacts-call', at: '/contacts/call' },
  { name: 'contacts-twice', at: '/contacts/duplicates' },
  { name: 'subjects-overdue', at: '/subjects/overdue' },
  { name: 'protection-overdue', at: '/protection/overdue' },
];

const recordPlaces: readonly Place[] = [
  { name: 'note', at: '/notes/{note}' },
  { name: 'note-history', at: '/history/note/{note}' },
  { name: 'meeting', at: '/meetings/{meeting}' },
  { name: 'meeting-planned', at: '/meetings/{planned}' },
  { name: 'meeting-agenda-import', at: '/import/agenda/{planned}' },
  { name: 'minutes-correct', at: '/meetings/{approved}', open: press('button', 'Correct the minutes') },
  { name: 'minutes-print', at: '/export/{meeting}', open: pages },
  { name: 'action', at: '/actions/{action}' },
  { name: 'request', at: '/requests/{request}' },
  { name: 'contact', at: '/contacts/{contact}' },
  { name: 'contact-edit', at: '/contacts/{contact}', open: press('button', 'Edit') },
  { name: 'subject', at: '/subjects/{subject}' },
  { name: 'subject-edit', at: '/subjects/{subject}', open: press('button', 'Edit') },
  { name: 'group', at: '/groups/{group}' },
  { name: 'activity', at: '/advisory/{activity}' },
  { name: 'series-one', at: '/series/{series}' },
  { name: 'proceedings-one', at: '/proceedings/{proceedings}' },
  { name: 'authority', at: '/authorities/{authority}' },
  { name: 'witness', at: '/protection/{witness}' },
  { name: 'relation', at: '/relations/{relation}' },
  { name: 'indicator', at: '/indicators/{indicator}' },
  { name: 'minutes-invitation', at: '/meetings/{planned}', open: more('Invitation for calendars') },
];

const reportPlaces: readonly Place[] = [
  { name: 'report', at: '/report' },
  { name: 'report-year', at: '/report', open: zoom('This year') },
  { name: 'report-days', at: '/report', open: press('button', /^From and until/) },
  { name: 'report-own', at: '/report', open: ownWork },
  { name: 'logframe', at: '/report/logframe' },
  { name: 'logframe-freeze', at: '/report/logframe', open: freeze },
  { name: 'reported-periods', at: '/report/frozen' },
  { name: 'reported-period', at: '/report/frozen/{report}' },
];

const otherPlaces: readonly Place[] = [
  { name: 'search', at: '/search' },
  { name: 'pouch', at: '/pouch' },
  { name: 'releases', at: '/pouch/releases' },
  { name: 'settings', at: '/settings' },
  ...['second-laptop', 'recovery-kit', 'backup', 'restore', 'hand-over', 'erase', 'erase-order'].map((task) => ({ name: `settings-${task}`, at: `/settings/${task}` })),
  { name: 'transfers', at: '/registers/transfers' },
  { name: 'consultations', at: '/registers/consultations' },
  { name: 'import', at: '/import' },
  { name: 'check-pdf', at: '/export' },
  { name: 'conflicts-none', at: '/conflicts' },
];

/** Every place that the sample casework has something for. */
export const places: readonly Place[] = [...listPlaces, ...casePlaces, ...recordPlaces, ...reportPlaces, ...otherPlaces];

/** New records, by their command: the forms as they begin. */
export const forms = ['case', 'note', 'meeting', 'action', 'request', 'contact', 'subject', 'activity', 'authority', 'jwg', 'series', 'proceedings', 'protection', 'indicator'] as const;
