import type { MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordValue } from '../../../core/records/kinds.ts';
import type { Ledger } from '../notebook/ledger.ts';

/** A person under protection with the marks of their names. */
export interface WatchedPerson {
  readonly record: RecordId;
  readonly codeName: string;
  readonly level: MarkingId;
  readonly jwg: RecordValue<'protection'>['jwg'];
  readonly marks: RecordValue<'protection'>['marks'];
}

/** Everybody whose names are watched, from the ledger; read again when a record of a protected witness has changed. */
export class WatchedPersons {
  private readonly ledger: Ledger;
  private known: { readonly revision: number; readonly persons: Promise<readonly WatchedPerson[]> } | null = null;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** Another number when the answer may be another. */
  get revision(): number {
    return this.ledger.catalogue.revisionOf('protection');
  }

  async all(): Promise<readonly WatchedPerson[]> {
    await this.ledger.ready();
    const { revision } = this;
    if (this.known?.revision !== revision) this.known = { revision, persons: this.read() };
    return this.known.persons;
  }

  private async read(): Promise<readonly WatchedPerson[]> {
    const { catalogue } = this.ledger;
    const here = [...catalogue.ofKind('protection').values()].filter((entry) => entry.gone === null && !entry.binned);
    const histories = await this.ledger.historiesOf(here.map((entry) => entry.record));
    return here.flatMap(({ record, level }) => {
      const history = histories.get(record);
      if (history === undefined || history.size === 0) return [];
      const { codeName, jwg, marks } = this.ledger.shown<'protection'>(history).value;
      return marks.length === 0 ? [] : [{ record, codeName, level, jwg, marks }];
    });
  }
}
