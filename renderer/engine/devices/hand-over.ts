import { decideExport } from '../../../core/clearance/export.ts';
import { jsonToBytes } from '../../../core/crypto/canonical.ts';
import { handOverDocument, type HandedCase, type HandOverSource } from '../../../core/hand-over/hand-over-document.ts';
import { handOverHtml } from '../../../core/hand-over/hand-over-html.ts';
import { handOverLabelsOf } from '../../../core/hand-over/hand-over-labels.ts';
import type { CountryCode, Instant, PersonId, RecordId } from '../../../core/ids.ts';
import { longestText } from '../../../core/minutes/signed-record.ts';
import { printedText } from '../../../core/minutes/printed-text.ts';
import { includesThirdCountries } from '../../../core/organisation/default-profile.ts';
import { signStatement } from '../../../core/organisation/signed-statement.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { RecordRow, RecordView, SaveFailure } from '../api.ts';
import { goingNow } from '../registers/going.ts';
import { localDay } from '../notebook/today.ts';
import type { Session } from '../session.ts';
import type { DevicesApi, HandOver, Successor } from './devices-api.ts';

const notesNamed = 12;
const meetingsNamed = 10;
/** A request in one of these needs nobody any more. */
const settled: ReadonlySet<RecordValue<'request'>['status']> = new Set(['executed', 'refused', 'withdrawn'] as const);

/**
 * The report for a successor, ready to be printed. It is given to somebody, so what may not be
 * given to them (handling codes, originator's release, transfer ground) is left out and counted;
 * a case itself that may not be given refuses the whole.
 */
export async function prepareHandOver(session: Session, handOver: HandOver, now: Instant): ReturnType<DevicesApi['prepareHandOver']> {
  const successor = session.colleagues().find((one) => one.person === handOver.successor);
  if (successor === undefined) return failed('unknown-successor');
  if (handOver.cases.length === 0) return failed('nothing-to-hand-over');
  await session.ready();
  const gathering = new Gathering(session, successor, now);
  const cases: HandedCase[] = [];
  for (const record of handOver.cases) {
    const handed = await gathering.case(record);
    if (handed === null) return failed('hand-over-refused');
    cases.push(handed);
  }
  const { name, institution, country } = session.identity;
  const source: HandOverSource = {
    language: handOver.language,
    at: now,
    day: localDay(now),
    scheme: session.organisation.scheme(),
    from: { name, institution, country },
    to: successor,
    remarks: handOver.remarks,
    cases,
    leftOut: gathering.leftOut,
  };
  return jobOf(session, source, gathering.named);
}

function jobOf(session: Session, source: HandOverSource, named: ReadonlySet<RecordId>): Awaited<ReturnType<DevicesApi['prepareHandOver']>> {
  const labels = handOverLabelsOf(source.language);
  const document = handOverDocument(source);
  const html = handOverHtml(document);
  const text = printedText(html);
  if (text.length > longestText) return failed('hand-over-too-long');
  const { person, device, name, deviceKeys } = session.identity;
  const statement = { v: 1, person, device, name, at: source.at, to: source.to.name, cases: source.cases.map((one) => one.record), level: document.marking, text };
  const record = jsonToBytes({ format: 'rapporteur-signed-hand-over', v: 1, ...signStatement('hand-over', statement, deviceKeys.secretKey) });
  return ok({
    leftOut: source.leftOut,
    records: [...named],
    to: { name: source.to.name, country: source.to.country as CountryCode, institution: source.to.institution },
    job: {
      html,
      title: document.title,
      language: source.language,
      level: document.marking,
      banner: document.banner,
      pageLabel: labels.pageOf,
      reference: '',
      record,
      suggestedName: `${labels.fileName} ${source.day}.pdf`,
    },
  });
}

/** Collects what the report tells, and counts what it must not. */
class Gathering {
  leftOut = 0;
  readonly named = new Set<RecordId>();
  private readonly session: Session;
  private readonly successor: Successor;
  private readonly now: Instant;

  constructor(session: Session, successor: Successor, now: Instant) {
    this.session = session;
    this.successor = successor;
    this.now = now;
  }

  /** `null`: not here, or it may not be given to the successor. */
  async case(record: RecordId): Promise<HandedCase | null> {
    const view = await this.session.notebook.open('case', record);
    if (!view.ok || view.value.binned || !this.mayGive(view.value)) return null;
    this.named.add(record);
    const today = localDay(this.now);
    const actions = await this.given(this.rows('action', record).filter(({ value }) => value.status === 'open'));
    const notes = await this.given(this.rows('note', record).toSorted((one, other) => newest(other).localeCompare(newest(one))), notesNamed);
    const coming = this.rows('meeting', record).filter(({ value }) => (value.day ?? '') >= today);
    const meetings = await this.given(coming.toSorted((one, other) => (one.value.day ?? '').localeCompare(other.value.day ?? '')), meetingsNamed);
    const requests = await this.given(this.rows('request', record).filter(({ value }) => !settled.has(value.status ?? 'draft')));
    return {
      record,
      requests: requests.toSorted((one, other) => (one.value.due ?? '9').localeCompare(other.value.due ?? '9')),
      contacts: await this.contactsOf(requests),
      case: view.value,
      group: this.session.organisation.profile()?.jwgs.find((one) => one.id === view.value.value.jwg)?.name ?? null,
      actions: actions.toSorted((one, other) => (one.value.due ?? '9').localeCompare(other.value.due ?? '9')),
      notes: notes.map(({ title, level, value, changed }) => ({ level, value: { title, day: value.day ?? localDay(changed) } })),
      meetings,
    };
  }

  /** Whoever handles one of these requests or helps with it, by name. */
  private async contactsOf(requests: readonly RecordRow<'request'>[]): Promise<readonly RecordRow<'contact'>[]> {
    const named = new Set<RecordId>();
    for (const { record } of requests) {
      const view = await this.session.notebook.open('request', record);
      if (!view.ok) continue;
      const { handler, facilitators } = view.value.value;
      for (const contact of [handler, ...facilitators.map((one) => one.contact)]) if (contact !== null) named.add(contact);
    }
    const rows = this.session.notebook.rows('contact').filter((row) => named.has(row.record) && !row.binned);
    return this.given(rows.toSorted((one, other) => one.title.localeCompare(other.title, 'en')));
  }

  private rows<Kind extends RecordKind>(kind: Kind, record: RecordId): readonly RecordRow<Kind>[] {
    return this.session.notebook.rows(kind, { case: record }).filter((row) => !row.binned);
  }

  /** The first `most` that may be given; those passed over on the way are counted. */
  private async given<Kind extends RecordKind>(rows: readonly RecordRow<Kind>[], most = Number.MAX_SAFE_INTEGER): Promise<readonly RecordRow<Kind>[]> {
    const found: RecordRow<Kind>[] = [];
    for (const row of rows) {
      if (found.length === most) break;
      const view = await this.session.notebook.open(row.kind, row.record);
      if (view.ok && this.mayGive(view.value)) {
        found.push(row);
        this.named.add(row.record);
      } else this.leftOut += 1;
    }
    return found;
  }

  private mayGive(view: RecordView): boolean {
    const recipients = [{ country: this.successor.country as CountryCode, institution: this.successor.institution }];
    const destination = { purpose: 'circulation', recipients, includesThirdCountries: includesThirdCountries(recipients), h3Confirmed: false } as const;
    return decideExport(view.value.safeguards, destination, this.now).verdict === 'allowed';
  }
}

function newest(row: RecordRow<'note'>): string {
  return `${row.value.day ?? localDay(row.changed)} ${String(row.changed).padStart(16, '0')}`;
}

/** The new lead of each case, one change each: who handed it over and when is in its history. */
export async function recordHandOver(
  session: Session,
  { cases, successor }: { readonly cases: readonly RecordId[]; readonly successor: PersonId },
): Promise<Result<{ readonly handedOver: number }, Extract<Awaited<ReturnType<DevicesApi['recordHandOver']>>, { ok: false }>['failure']['code']>> {
  const to = session.colleagues().find((one) => one.person === successor);
  if (to === undefined) return failed('unknown-successor');
  const { name, country, institution } = to;
  const handed: RecordId[] = [];
  const written = await writeLeads(session, cases, name, handed);
  if (handed.length > 0) {
    const registered = await session.books.give((lots) => ({ act: 'handed-over', what: 'cases', to: { name, country: country as CountryCode, institution }, lots }), await goingNow(session.ledger, handed));
    if (!registered.ok) return registered;
  }
  return written.ok ? ok({ handedOver: handed.length }) : written;
}

/** Stops at the first case that cannot be written; `handed` tells which were. */
async function writeLeads(session: Session, cases: readonly RecordId[], lead: string, handed: RecordId[]): Promise<Result<null, SaveFailure>> {
  for (const record of cases) {
    const view = await session.notebook.open('case', record);
    if (!view.ok) return view;
    const { value, level, heads } = view.value;
    const saved = await session.notebook.save({ kind: 'case', record, value: { ...value, lead }, level, heads });
    if (!saved.ok) return saved;
    handed.push(record);
  }
  return ok(null);
}
