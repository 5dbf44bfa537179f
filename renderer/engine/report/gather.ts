import type { RecordId } from '../../../core/ids.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import { countable, type Countable, type MinutesFigures, type ReportSource, type SourceRow } from '../../../core/report/facts.ts';
import { frozenReport, type FrozenReport } from '../../../core/report/frozen.ts';
import { rowValue, type Entry } from '../notebook/catalogue.ts';
import { isRestrictedEntry } from '../notebook/restricted.ts';
import { localDay } from '../notebook/today.ts';
import type { Session } from '../session.ts';
import { minutesFigures } from './minutes-figures.ts';
import { OwnWork } from './own-work.ts';

/** Records whose histories are read at once, so that whoever waits has their turn in between. */
const atOnce = 100;

/** Kinds that count; a case counts by what was done for it. */
const countedKinds = ['activity', 'meeting', 'action', 'request'] as const;

/** A report with everything it keeps. */
export interface KeptReport extends FrozenReport {
  readonly value: RecordValue<'report'>;
}

/** What is kept of a record as long as its history is the same. */
type Read<Value> = Map<RecordId, { readonly version: number; readonly value: Value }>;

/**
 * Gathers what is counted from the catalogue. The rows say everything but what was decided in meetings
 * and what reports hold: those records are opened, and what was read of each is kept until it changes.
 */
export class ReportGathering {
  private readonly session: Session;
  private readonly minutes: Read<MinutesFigures> = new Map();
  private readonly reportsRead: Read<RecordValue<'report'>> = new Map();
  private readonly own: OwnWork;
  private known: { readonly key: string; readonly countable: Countable } | null = null;

  constructor(session: Session) {
    this.session = session;
    this.own = new OwnWork(session);
  }

  /** Everything that counts; counted anew only when something was written or a day has passed. */
  async countable(): Promise<Countable> {
    await this.session.ready();
    const today = localDay(this.session.now());
    const key = `${String(this.session.ledger.catalogue.revision)} ${today}`;
    if (this.known?.key === key) return this.known.countable;
    const meetings = this.entries('meeting').filter((entry) => (rowValue<'meeting'>(entry).day ?? '9999') <= today);
    const minutes = await this.read<'meeting', MinutesFigures>(meetings, this.minutes, minutesFigures);
    const source: ReportSource = {
      today,
      activities: this.rows('activity'),
      meetings: meetings.map((entry) => ({ ...rowOf<'meeting'>(entry), minutes: minutes.get(entry.record) ?? nothingHeld })),
      actions: this.rows('action'),
      requests: this.rows('request'),
      cases: this.rows('case'),
      groups: this.rows('jwg'),
    };
    this.known = { key, countable: countable(source) };
    return this.known.countable;
  }

  /** Everything that counts and is the work of the person at this laptop. */
  async ownWork(): Promise<ReadonlySet<RecordId>> {
    await this.session.ready();
    return this.own.among(countedKinds.flatMap((kind) => this.entries(kind)));
  }

  async indicators(): Promise<readonly { readonly entry: Entry; readonly record: RecordId; readonly value: RecordValue<'indicator'> }[]> {
    await this.session.ready();
    const found = await Promise.all(this.entries('indicator').map(async (entry) => {
      const view = await this.session.notebook.open('indicator', entry.record);
      return view.ok ? [{ entry, record: entry.record, value: view.value.value }] : [];
    }));
    return found.flat();
  }

  /** Reports that were made final and are not in the bin. */
  async reports(): Promise<readonly KeptReport[]> {
    await this.session.ready();
    const entries = this.entries('report').filter((entry) => entry.standing === 'final');
    const values = await this.read<'report', RecordValue<'report'>>(entries, this.reportsRead, (value) => value);
    return [...values].flatMap(([record, value]) => {
      const report = frozenReport(record, value);
      return report === null ? [] : [{ ...report, value }];
    });
  }

  entry(record: RecordId): Entry | undefined {
    const entry = this.session.ledger.catalogue.get(record);
    return entry?.gone === null ? entry : undefined;
  }

  private rows<Kind extends RecordKind>(kind: Kind): readonly SourceRow<Kind>[] {
    return this.entries(kind).map((entry) => rowOf<Kind>(entry));
  }

  private entries(kind: RecordKind): readonly Entry[] {
    const today = localDay(this.session.now());
    return [...this.session.ledger.catalogue.ofKind(kind).values()].filter((entry) => !entry.binned && entry.gone === null && !isRestrictedEntry(entry, today));
  }

  private async read<Kind extends RecordKind, Value>(entries: readonly Entry[], known: Read<Value>, of: (value: RecordValue<Kind>) => Value): Promise<ReadonlyMap<RecordId, Value>> {
    const { ledger } = this.session;
    const versions = new Map(entries.map((entry) => [entry.record, entry.version] as const));
    const unread = entries.filter((entry) => known.get(entry.record)?.version !== entry.version).map((entry) => entry.record);
    for (let at = 0; at < unread.length; at += atOnce) {
      for (const [record, history] of await ledger.historiesOf(unread.slice(at, at + atOnce))) {
        if (history.size > 0) known.set(record, { version: versions.get(record) ?? 0, value: of(ledger.shown<Kind>(history).value) });
      }
    }
    for (const record of known.keys()) if (!versions.has(record)) known.delete(record);
    return new Map([...known].map(([record, { value }]) => [record, value] as const));
  }
}

const nothingHeld: MinutesFigures = { decisions: 0, held: false, countries: [] };

function rowOf<Kind extends RecordKind>(entry: Entry): SourceRow<Kind> {
  return { record: entry.record, value: rowValue<Kind>(entry) };
}
