import type { RecordId } from '../../../core/ids.ts';
import { combinationsOfText, type NameCombination } from '../../../core/protection/name-combinations.ts';
import { combinationsOfNames, isAlone, newWatchSalt, watchMark, type WatchMark } from '../../../core/protection/name-watch.ts';
import { newItemKey, orderAt } from '../../../core/records/order.ts';
import type { RecordValue } from '../../../core/records/kinds.ts';
import { searchedTexts } from '../../../core/records/searched-text.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Draft, EngineEvent, NamedRecord, NotebookApi, RecordView, SaveFailure } from '../api.ts';
import type { Ledger } from '../notebook/ledger.ts';
import { DraftWatch } from './draft-watch.ts';
import { NameChecker } from './name-checker.ts';
import type { CheckedRecords, NamedPerson, ProtectionApi, Watched, WatchFailure } from './protection-api.ts';
import { textsOfForm } from './texts-of-form.ts';
import { WatchedPersons, type WatchedPerson } from './watched-persons.ts';

export interface ProtectionParts {
  readonly ledger: Ledger;
  readonly notebook: NotebookApi;
  readonly drafts: { readonly all: () => readonly Draft[] };
  readonly emit: (event: EngineEvent) => void;
}

type Marks = readonly RecordValue<'protection'>['marks'][number][];

/** Marks of one record, by its schema. */
const mostMarks = 400;
/** Records looked at before an export; a longer table is looked at in part, and that is said. */
const mostChecked = 500;
const recordsAtOnce = 32;

/** The watch over names, from unlock to lock. */
export class Protection {
  readonly api: ProtectionApi;
  readonly drafts: DraftWatch;
  private readonly parts: ProtectionParts;
  private readonly persons: WatchedPersons;
  private readonly checker = new NameChecker();
  private closed = false;

  constructor(parts: ProtectionParts) {
    this.parts = parts;
    this.persons = new WatchedPersons(parts.ledger);
    this.drafts = new DraftWatch({
      named: (draft, stale) => this.check(textsOfForm(draft.kind, draft.value), stale),
      changed: () => parts.emit({ type: 'protection' }),
    });
    this.api = {
      watch: (record, names) => this.watch(record, names),
      unwatch: (record) => this.unwatch(record),
      ofDraft: async (draft) => this.drafts.of(draft),
      check: (kind, value) => this.check(textsOfForm(kind, value)),
      checkRecords: (records) => this.checkRecords(records),
    };
  }

  /** Somebody's names are watched who were not, or no longer: every draft is looked at again. */
  personsChanged(): void {
    for (const draft of this.parts.drafts.all()) this.drafts.kept(draft);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.drafts.close();
    this.checker.forget();
  }

  private async check(texts: readonly string[], stale: () => boolean = () => this.closed): Promise<readonly NamedPerson[]> {
    const persons = await this.persons.all();
    return persons.length === 0 ? [] : (await this.checker.named(texts, persons, stale)).map(({ record, codeName, level }) => ({ record, codeName, level }));
  }

  private async checkRecords(records: readonly RecordId[]): Promise<CheckedRecords> {
    if ((await this.persons.all()).length === 0) return { persons: [], checked: records.length };
    const some = records.slice(0, mostChecked);
    const texts: string[] = [];
    for await (const one of this.textsOf(some)) texts.push(...one.texts);
    return { persons: await this.check(texts), checked: some.length };
  }

  private async watch(record: RecordId, names: readonly string[]): Promise<Result<Watched, WatchFailure>> {
    const combinations = combinationsOfNames(names);
    if (combinations.length === 0) return failed('no-names');
    if (combinations.length > mostMarks) return failed('too-many-names');
    const persons = await this.persons.all();
    const opened = await this.parts.notebook.open('protection', record);
    if (!opened.ok) return opened;
    const salt = saltFor(record, opened.value.value, persons);
    const marks = withMarks(opened.value.value.marks, combinations.map((one) => watchMark(one, salt, record)));
    if (marks.length > mostMarks) return failed('too-many-names');
    const written = await this.write(opened.value, marks);
    return written.ok ? ok({ combinations: marks.length, found: await this.find(record, new Set(combinations)) }) : written;
  }

  private async unwatch(record: RecordId): Promise<Result<null, SaveFailure>> {
    const opened = await this.parts.notebook.open('protection', record);
    return opened.ok ? this.write(opened.value, []) : opened;
  }

  private async write({ record, level, heads, value }: RecordView<'protection'>, marks: Marks): Promise<Result<null, SaveFailure>> {
    const saved = await this.parts.notebook.save({ kind: 'protection', record, level, heads, value: { ...value, marks: [...marks] } });
    return saved.ok ? ok(null) : saved;
  }

  /** The records that hold one of the combinations now. The names are compared as they are and then forgotten: nothing slow is needed. */
  private async find(self: RecordId, combinations: ReadonlySet<NameCombination>): Promise<readonly NamedRecord[]> {
    const alone = [...combinations].some(isAlone);
    const here = [...this.parts.ledger.catalogue.all()].filter((entry) => entry.gone === null && !entry.binned && entry.record !== self);
    const found: RecordId[] = [];
    for await (const { record, texts } of this.textsOf(here.map((entry) => entry.record))) {
      if (texts.some((text) => combinationsOfText(text, { alone }).some((one) => combinations.has(one)))) found.push(record);
    }
    return this.parts.notebook.named(found);
  }

  private async *textsOf(records: readonly RecordId[]): AsyncGenerator<{ readonly record: RecordId; readonly texts: readonly string[] }> {
    const { ledger } = this.parts;
    for (let at = 0; at < records.length && !this.closed; at += recordsAtOnce) {
      for (const [record, history] of await ledger.historiesOf(records.slice(at, at + recordsAtOnce))) {
        if (history.size === 0) continue;
        const { whole, value } = ledger.shown(history);
        yield { record, texts: searchedTexts(whole.kind, value).map(({ text }) => text) };
      }
    }
  }
}

/** The salt of the record or of others of its group: one derivation then serves for all of them. */
function saltFor(record: RecordId, { jwg, marks }: RecordValue<'protection'>, persons: readonly WatchedPerson[]): string {
  const own = marks[0]?.salt;
  return own ?? persons.find((one) => one.record !== record && one.jwg === jwg)?.marks[0]?.salt ?? newWatchSalt();
}

function withMarks(marks: Marks, more: readonly WatchMark[]): Marks {
  const all = [...marks];
  for (const mark of more) {
    if (all.some((one) => one.salt === mark.salt && one.mark === mark.mark && one.alone === mark.alone)) continue;
    all.push({ ...mark, key: newItemKey((bytes) => crypto.getRandomValues(bytes)), order: orderAt(all.map((one) => one.order), all.length) });
  }
  return all;
}
