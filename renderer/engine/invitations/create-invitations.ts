import { calendarFile, type CalendarEvent } from '../../../core/calendar/calendar-file.ts';
import { decideExport, type ExportReason } from '../../../core/clearance/export.ts';
import type { CountryCode, Day, Instant, ItemKey, RecordId } from '../../../core/ids.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import { invitationEvent, invitationSequence, isMailAddress, meetingHours, type InvitationChoices } from '../../../core/meetings/invitation.ts';
import { includesThirdCountries } from '../../../core/organisation/default-profile.ts';
import { byOrder } from '../../../core/records/order.ts';
import type { Recipient } from '../../../core/registers/transfer.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import type { RecordView } from '../api.ts';
import { safeFilePart } from '../minutes/suggested-name.ts';
import type { Session } from '../session.ts';
import type { CalendarExport, InvitationFailure, InvitationProposal, InvitationsApi } from './invitations-api.ts';

export type InvitationGround = Pick<Session, 'notebook' | 'ledger' | 'identity' | 'organisation' | 'now' | 'ready'>;

type View = RecordView<'meeting'>;
const locked = failed('vault-locked');

/** Invitations of the session that is open, or of none. */
export function createInvitations(session: () => InvitationGround | null): InvitationsApi {
  return {
    async propose(meetings) {
      const open = session();
      return open === null ? locked : propose(open, meetings);
    },
    async refusals(meetings, h3Confirmed) {
      const open = session();
      const views = open === null ? locked : await gathered(open, meetings);
      return open !== null && views.ok ? refusalsOf(open, views.value, h3Confirmed) : [];
    },
    async prepare(meetings, choices, h3Confirmed) {
      const open = session();
      return open === null ? locked : prepare(open, meetings, choices, h3Confirmed);
    },
  };
}

async function gathered(open: InvitationGround, meetings: readonly RecordId[]): Promise<Result<readonly View[], InvitationFailure>> {
  await open.ready();
  const views: View[] = [];
  for (const meeting of meetings) {
    const view = await open.notebook.open('meeting', meeting);
    if (!view.ok) return view;
    if (view.value.value.day === null) return failed('no-day');
    views.push(view.value);
  }
  return views.length === 0 ? failed('not-found') : ok(views);
}

async function propose(open: InvitationGround, meetings: readonly RecordId[]): Promise<Result<InvitationProposal, InvitationFailure>> {
  const views = await gathered(open, meetings);
  if (!views.ok) return views;
  const unmarked = isUnmarked(open, views.value);
  const people = new Map<string, string | null>();
  for (const view of views.value) {
    const addresses = addressesOf(open, view);
    for (const { key, name } of view.value.attendance.toSorted(byOrder)) people.set(name, addresses.get(key) ?? people.get(name) ?? null);
  }
  return ok({
    subject: subjectOf(views.value, unmarked),
    unmarked,
    meetings: views.value.flatMap(({ value }) => {
      const hours = meetingHours(value);
      return hours === null ? [] : [{ ...hours, place: value.place }];
    }),
    hasAgenda: views.value.some(({ value }) => value.agenda.length > 0),
    people: [...people].map(([name, address]) => ({ name, address })),
  });
}

/** One title for one meeting; for several the title they share, or the name of their series. */
function subjectOf(views: readonly View[], unmarked: boolean): string {
  const shared = (text: (view: View) => string) => (new Set(views.map(text)).size === 1 && views[0] !== undefined ? text(views[0]) : '');
  const reference = shared((view) => view.value.reference);
  return unmarked ? shared((view) => view.value.title) || shared((view) => view.value.series) : reference;
}

async function prepare(open: InvitationGround, meetings: readonly RecordId[], choices: InvitationChoices, h3Confirmed: boolean): Promise<Result<CalendarExport, InvitationFailure>> {
  const views = await gathered(open, meetings);
  if (!views.ok) return views;
  if (choices.agenda && !isUnmarked(open, views.value)) return failed('not-for-calendars');
  if (choices.replyTo.trim() !== '' && !isMailAddress(choices.replyTo)) return failed('mail-address');
  if (refusalsOf(open, views.value, h3Confirmed).length > 0) return failed('export-refused');
  const events: CalendarEvent[] = [];
  for (const view of views.value) {
    const event = invitationEvent(view.value, choices, {
      record: view.record,
      sequence: invitationSequence(await open.ledger.history(view.record)),
      stamp: open.now(),
      organizer: open.identity.name,
      addresses: addressesOf(open, view),
      instantOf,
    });
    if (event !== null) events.push(event);
  }
  return ok({ file: new TextEncoder().encode(calendarFile(events)), suggestedName: nameOf(views.value), recipients: recipientsOf(views.value) });
}

function recipientsOf(views: readonly View[]): readonly Recipient[] {
  const people = views.flatMap(({ value }) => value.attendance.map(({ name, country, institution }) => ({ name, country: country ?? ('' as const), institution })));
  return [...new Map(people.map((one) => [`${one.name} ${one.country} ${one.institution}`, one])).values()];
}

/** The name of a file is seen where the file is not opened: reference and day, never the title. */
function nameOf(views: readonly View[]): string {
  const [only] = views;
  const about = views.length === 1 && only !== undefined ? [only.value.reference, only.value.day ?? ''] : [];
  return `${safeFilePart([views.length === 1 ? 'Meeting' : 'Meetings', ...about].filter((part) => part !== '').join(' '))}.ics`;
}

function isUnmarked({ organisation }: InvitationGround, views: readonly View[]): boolean {
  const scheme = organisation.scheme();
  const lowest = Math.min(...scheme.markings.map((one) => one.rank));
  return views.every((view) => markingOf(scheme, view.level).rank <= lowest);
}

/** A meeting with people on its list is given to them; without anybody it is for one's own calendar. */
function refusalsOf({ now }: InvitationGround, views: readonly View[], h3Confirmed: boolean): readonly ExportReason[] {
  const reasons = new Map<string, ExportReason>();
  for (const { value } of views) {
    const recipients = value.attendance.map((one) => ({ country: one.country ?? ('' as CountryCode), institution: one.institution }));
    const purpose = recipients.length === 0 ? 'own-use' : 'circulation';
    const decision = decideExport(value.safeguards, { purpose, recipients, includesThirdCountries: includesThirdCountries(recipients), h3Confirmed }, now());
    if (decision.verdict === 'refused') for (const reason of decision.reasons) reasons.set(JSON.stringify(reason), reason);
  }
  return [...reasons.values()];
}

/** The first usable address of the contact that a line of the attendance names, or of the only one of that name. */
function addressesOf({ notebook }: InvitationGround, { value }: View): ReadonlyMap<ItemKey, string> {
  const contacts = notebook.rows('contact').filter((row) => !row.binned);
  const found = new Map<ItemKey, string>();
  for (const { key, name, contact } of value.attendance) {
    const folded = foldName(name);
    const same = contacts.filter((row) => (contact === null ? foldName(row.value.name ?? '') === folded : row.record === contact));
    const address = same.length === 1 ? (same[0]?.value.emails ?? []).map((one) => one.address.trim()).find(isMailAddress) : undefined;
    if (address !== undefined) found.set(key, address);
  }
  return found;
}

/** A time of day by this laptop's clock, which is set to where its owner works. */
function instantOf(day: Day, time: string): Instant {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, date, hours, minutes).getTime();
}
