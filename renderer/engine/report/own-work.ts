import type { PersonId, RecordId } from '../../../core/ids.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { Entry } from '../notebook/catalogue.ts';
import { draftedFor } from '../notebook/today.ts';
import type { Session } from '../session.ts';

/** Histories read at once, so that whoever waits has their turn in between. */
const atOnce = 100;

/** Who first wrote each record. That never changes, so what was read once is kept as long as the notebook is open. */
export class OwnWork {
  private readonly session: Session;
  private readonly authors = new Map<RecordId, PersonId>();

  constructor(session: Session) {
    this.session = session;
  }

  /** Those of the records that are this person's work: drafted in their name, or written by them in nobody else's. */
  async among(entries: readonly Entry[]): Promise<ReadonlySet<RecordId>> {
    await this.read(entries.filter((entry) => draftedFor(entry) === null && !this.authors.has(entry.record)).map((entry) => entry.record));
    const me = this.session.identity.person;
    return new Set(entries.filter((entry) => (draftedFor(entry) ?? this.authors.get(entry.record)) === me).map((entry) => entry.record));
  }

  private async read(records: readonly RecordId[]): Promise<void> {
    const { ledger } = this.session;
    for (let at = 0; at < records.length; at += atOnce) {
      for (const [record, history] of await ledger.historiesOf(records.slice(at, at + atOnce))) {
        const author = firstAuthor(history);
        if (author !== null) this.authors.set(record, author);
      }
    }
  }
}

/** `null` while the first change has not arrived. */
function firstAuthor(history: History): PersonId | null {
  for (const { header } of history.values()) if (header.parents.length === 0) return header.author;
  return null;
}
