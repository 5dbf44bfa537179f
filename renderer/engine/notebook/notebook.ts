import type { ChangeHash, MarkingId, PersonId, RecordId } from '../../../core/ids.ts';
import { randomId } from '../../../core/crypto/sodium.ts';
import type { SignSecretKey } from '../../../core/crypto/keys.ts';
import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import { shownValues } from '../../../core/ledger/fold.ts';
import { makeChange, type NewChange } from '../../../core/ledger/make-change.ts';
import type { History } from '../../../core/ledger/state.ts';
import { attendanceMissing } from '../../../core/meetings/attendance.ts';
import { isAbove, markingOf } from '../../../core/markings/scheme.ts';
import { fieldsChanged, fromFields } from '../../../core/records/fields.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type {
  BinFailure, CaseContact, CaseFiles, DatedRow, HistoryEntry, NamedRecord, NotebookApi, RecordRow, RecordView, RowFilter, Saved, SaveFailure, SaveRequest, SigningFailure, Today,
} from '../api.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Identity } from '../vault/identity.ts';
import { rowValue, type Entry } from './catalogue.ts';
import { amendedFields, mayAmend } from './amending.ts';
import { authoritiesOfCase } from './authorities-of-case.ts';
import { contactsOfCase } from './contacts-of-case.ts';
import { filesOfCase } from './files-of-case.ts';
import type { Ledger } from './ledger.ts';
import { approversOf, fieldConflictsOf, historyEntries, type Names } from './record-view.ts';
import { checkedValue, lettingGoFailure, levelWithParts, sendingFailure, writingFailure, type SendingRules, type WritingRules } from './save-rules.ts';
import { parentsFor, seenHistory } from './seen-heads.ts';
import { conflictCount, type ShownRecord } from './shown-record.ts';
import { isRestrictedEntry } from './restricted.ts';
import { timelineOf } from './timeline-of.ts';
import { localDay, todayOf } from './today.ts';

export interface NotebookParts extends WritingRules, Pick<SendingRules, 'isLocalTeam'> {
  readonly ledger: Ledger;
  readonly drafts: Drafts;
  readonly identity: Identity;
  readonly names: Names;
  readonly pouchCounts: () => Today['pouch'];
}

type Step = Result<Saved, SaveFailure>;
type Signing = Result<Saved, SigningFailure>;

/** What a save writes, once it is known what was there before. */
interface Edit<Kind extends RecordKind> extends SaveRequest<Kind> {
  readonly checked: RecordValue<Kind>;
  readonly amending: boolean;
}

/** Lists, opens and writes records. Every write is decided and made in one piece of the ledger's queue. */
export class Notebook implements NotebookApi {
  private readonly parts: NotebookParts;

  constructor(parts: NotebookParts) {
    this.parts = parts;
  }

  async list<Kind extends RecordKind>(kind: Kind, filter?: RowFilter): Promise<readonly RecordRow<Kind>[]> {
    await this.parts.ledger.ready();
    const today = localDay(this.parts.now());
    const wanted = filter?.restricted ?? false;
    return this.parts.ledger.catalogue
      .list(kind, filter)
      .filter((entry) => entry.binned || isRestrictedEntry(entry, today) === wanted)
      .map((entry) => this.rowOf<Kind>(entry));
  }

  /** The same from memory; complete once the ledger is ready. */
  rows<Kind extends RecordKind>(kind: Kind, filter?: RowFilter): readonly RecordRow<Kind>[] {
    return this.parts.ledger.catalogue.list(kind, filter).map((entry) => this.rowOf<Kind>(entry));
  }

  async open<Kind extends RecordKind>(kind: Kind, record: RecordId): Promise<Result<RecordView<Kind>, 'not-found' | 'vault-locked'>> {
    const entry = await this.parts.ledger.entry(record);
    if (entry === undefined || entry.kind !== kind || entry.gone !== null) return failed('not-found');
    const history = await this.parts.ledger.history(record);
    if (history.size === 0) return failed('not-found');
    const opened = this.parts.ledger.shown<Kind>(history);
    const { whole, shown } = opened;
    const amendments = new Set(whole.amendments);
    const entries = amendments.size === 0 ? [] : this.entriesOf(history).filter((one) => amendments.has(one.change));
    return ok({
      ...this.rowOf<Kind>(this.parts.ledger.catalogue.get(record) ?? entry),
      value: opened.value,
      heads: whole.heads,
      conflicts: conflictCount(shown),
      fieldConflicts: fieldConflictsOf(shown, this.parts.names),
      amendments: entries,
      approvedBy: approversOf(whole, this.parts.names),
      incomplete: whole.missing.length > 0,
      unreadable: opened.unreadable,
    });
  }

  async named(records: readonly RecordId[]): Promise<readonly NamedRecord[]> {
    const { ledger } = this.parts;
    if (records.some((record) => ledger.catalogue.get(record) === undefined)) await ledger.ready();
    return records.flatMap((record) => {
      const entry = ledger.catalogue.get(record);
      return entry === undefined || entry.gone !== null ? [] : [{ record, kind: entry.kind, title: entry.title, level: entry.level, binned: entry.binned }];
    });
  }

  async history(record: RecordId): Promise<readonly HistoryEntry[]> {
    const history = await this.parts.ledger.history(record);
    return history.size === 0 ? [] : this.entriesOf(history);
  }

  contactsOf(record: RecordId): Promise<readonly CaseContact[]> {
    return contactsOfCase({ ledger: this.parts.ledger, rowOf: (entry) => this.rowOf<'contact'>(entry) }, record);
  }

  authoritiesOf(record: RecordId): Promise<readonly RecordRow<'authority'>[]> {
    return authoritiesOfCase({ ledger: this.parts.ledger, rowOf: (entry) => this.rowOf<'authority'>(entry) }, record);
  }

  filesOf(record: RecordId): Promise<readonly CaseFiles[]> {
    const today = localDay(this.parts.now());
    return filesOfCase(this.parts.ledger, record, (entry) => !isRestrictedEntry(entry, today));
  }

  timeline(record: RecordId): Promise<readonly DatedRow[]> {
    const { ledger, now } = this.parts;
    return timelineOf({ ledger, now, entriesOf: (history) => this.entriesOf(history) }, record);
  }

  save<Kind extends RecordKind>(request: SaveRequest<Kind>): Promise<Step> {
    return this.write(request, false);
  }

  amend<Kind extends RecordKind>(request: SaveRequest<Kind>): Promise<Step> {
    return this.write(request, true);
  }

  finalise(record: RecordId, heads: readonly ChangeHash[]): Promise<Signing> {
    return this.approveAs('finalise', 'note', record, heads);
  }

  approve(record: RecordId, heads: readonly ChangeHash[]): Promise<Signing> {
    return this.approveAs('approve', 'meeting', record, heads);
  }

  bin(record: RecordId): Promise<Result<Saved, BinFailure>> {
    return this.onRecord<BinFailure>(record, async (_history, current) => {
      const held = lettingGoFailure(this.parts, current.value);
      return held !== null && !current.whole.binned ? { ok: false, failure: held } : this.move('bin', current);
    });
  }

  restore(record: RecordId): Promise<Step> {
    return this.onRecord(record, (_history, current) => this.move('restore', current));
  }

  settle(record: RecordId, field: FieldPath, value: FieldValue): Promise<Step> {
    return this.onRecord(record, async (_history, { whole, standing }) => {
      if (standing !== 'open') return failed('locked-record');
      const fields = new Map([...shownValues(whole), [field, value] as const]);
      if (fromFields(whole.kind, fields).unreadable.includes(field)) return failed('not-valid', { field });
      const refused = writingFailure(this.parts, whole.level, whole);
      if (refused !== null) return failed(refused);
      return this.make({ ...this.changeOf(whole), act: 'edit', parents: whole.heads, fields: { [field]: value } });
    });
  }

  async today(): Promise<Today> {
    const { ledger, drafts, pouchCounts } = this.parts;
    const [entries, typed] = await Promise.all([ledger.today(), drafts.list()]);
    return todayOf({ entries, drafts: typed, pouch: pouchCounts(), rowOf: (entry) => this.rowOf(entry) });
  }

  private async write<Kind extends RecordKind>(request: SaveRequest<Kind>, amending: boolean): Promise<Step> {
    const checked = checkedValue(request.kind, request.value);
    if (!checked.ok) return checked;
    const edit: Edit<Kind> = { ...request, checked: checked.value, amending };
    const { record } = request;
    if (record === undefined) return this.parts.ledger.exclusively(() => this.create(edit));
    return this.onRecord(record, (history, current) => this.edit(edit, history, current));
  }

  private async create<Kind extends RecordKind>(edit: Edit<Kind>): Promise<Step> {
    const { kind, checked } = edit;
    const level = levelWithParts(this.parts.scheme(), edit.level, checked);
    const refused = writingFailure(this.parts, level, null, checked) ?? sendingFailure(this.parts, kind, null, checked);
    if (refused !== null) return failed(refused);
    const record = randomId<RecordId>();
    const fields = fieldsChanged(kind, null, checked);
    return this.make({ ...this.signed(), record, kind, level, act: 'edit', parents: [], fields }, edit.draft);
  }

  private async edit<Kind extends RecordKind>(edit: Edit<Kind>, history: History, current: ShownRecord): Promise<Step> {
    const { checked } = edit;
    const { whole } = current;
    if (whole.kind !== edit.kind) return failed('not-found');
    if (current.standing !== 'open' && !edit.amending) return failed('locked-record');
    const heads = this.knownHeads(history, edit.heads ?? whole.heads);
    const before = this.parts.ledger.shown<Kind>(seenHistory(history, heads));
    const asked = levelWithParts(this.parts.scheme(), edit.level, checked);
    const refused = writingFailure(this.parts, asked, before.whole, checked) ?? sendingFailure(this.parts, edit.kind, current.value, checked);
    if (refused !== null) return failed(refused);
    // Somebody may have raised the record meanwhile; the higher level is the record's.
    const level = levelWithParts(this.parts.scheme(), asked, checked, whole.level);
    const fields = current.standing === 'open' ? fieldsChanged(edit.kind, before.value, checked) : amendedFields(edit.kind, before, checked);
    if (current.standing !== 'open' && !mayAmend(before, fields, this.parts.identity.person)) return failed('locked-record');
    const parents = parentsFor(history, heads, this.parts.identity.device);
    const notice = isAbove(markingOf(this.parts.scheme(), level), markingOf(this.parts.scheme(), whole.level)) ? this.raiseNotice(whole) : undefined;
    if (Object.keys(fields).length === 0 && level === whole.level) return this.nothingToWrite(whole.record, parents, edit.draft);
    return this.make({ ...this.changeOf(whole), level, act: 'edit', parents, fields }, edit.draft, notice);
  }

  private approveAs(act: 'approve' | 'finalise', kind: RecordKind, record: RecordId, heads: readonly ChangeHash[]): Promise<Signing> {
    return this.onRecord<SigningFailure>(record, async (history, { whole, value }) => {
      if (whole.kind !== kind) return failed('not-valid');
      const refused = writingFailure(this.parts, whole.level, whole);
      if (refused !== null) return failed(refused);
      const signer = 'draftedFor' in value ? value.draftedFor : null;
      if (signer !== null && signer !== this.parts.identity.person) return failed('drafted-for-another', { name: this.parts.names.nameOf(signer) });
      const missing = 'attendance' in value ? attendanceMissing(value.attendance) : null;
      if (missing !== null) return failed(missing.code, 'facts' in missing ? missing.facts : undefined);
      const frontier = heads.filter((head) => history.has(head));
      if (frontier.length === 0 || frontier.length !== heads.length) return failed('not-found');
      const signWith: SignSecretKey = this.parts.identity.deviceKeys.secretKey;
      return this.make({ ...this.changeOf(whole), act, parents: frontier, frontier, signWith });
    });
  }

  private async move(act: 'bin' | 'restore', { whole }: ShownRecord): Promise<Step> {
    if (whole.binned === (act === 'bin')) return ok({ record: whole.record, heads: whole.heads, at: this.parts.now() });
    const refused = writingFailure(this.parts, whole.level, whole);
    if (refused !== null) return failed(refused);
    return this.make({ ...this.changeOf(whole), act, parents: whole.heads });
  }

  /**
   * Raises a record, a locked one too: its text stays as it is. Whoever sees only the level before is
   * told by a notice without content that it went on above.
   */
  raise(record: RecordId, level: MarkingId): Promise<Step> {
    return this.onRecord(record, async (_history, { whole }) => {
      const refused = writingFailure(this.parts, level, whole);
      if (refused !== null) return failed(refused);
      if (level === whole.level) return ok({ record, heads: whole.heads, at: this.parts.now() });
      return this.make({ ...this.changeOf(whole), level, act: 'edit', parents: whole.heads, fields: {} }, undefined, this.raiseNotice(whole));
    });
  }

  /** At the level that the record has now; beside what raises it and not before it, so that each can be read without the other. */
  private raiseNotice(whole: ShownRecord['whole']): NewChange {
    return { ...this.changeOf(whole), act: 'raise', parents: whole.heads };
  }

  private onRecord<Code extends SigningFailure | BinFailure = SaveFailure>(record: RecordId, work: (history: History, current: ShownRecord) => Promise<Result<Saved, Code | SaveFailure>>): Promise<Result<Saved, Code | SaveFailure>> {
    const { ledger } = this.parts;
    return ledger.exclusively<Saved, Code | SaveFailure>(async () => {
      const history = await ledger.history(record);
      if (history.size === 0) return failed('not-found');
      return work(history, ledger.shown(history));
    });
  }

  /** Makes the change, keeps it and whatever settles with it; resolves when it is durable. */
  private async make(input: NewChange, draft?: SaveRequest['draft'], notice?: NewChange): Promise<Step> {
    const { ledger, drafts } = this.parts;
    const change = makeChange(input, ledger.nextTime());
    if (!change.ok) return change;
    const beside = notice === undefined ? null : makeChange(notice, ledger.nextTime());
    if (beside !== null && !beside.ok) return beside;
    const rows = draft === undefined ? {} : { draftsGone: [drafts.rowId(draft)] };
    const kept = await ledger.keep({ changes: beside === null ? [change.value] : [change.value, beside.value], own: true, rows });
    if (!kept.ok) return kept;
    if (draft !== undefined) drafts.settle(draft);
    // What the person has seen now: their own change. Heads that others wrote unseen are not in it.
    return ok({ record: input.record, heads: [change.value.hash], at: this.parts.now() });
  }

  private async nothingToWrite(record: RecordId, heads: readonly ChangeHash[], draft: SaveRequest['draft']): Promise<Step> {
    const { ledger, drafts } = this.parts;
    if (draft !== undefined) {
      const written = await ledger.keepRows({ draftsGone: [drafts.rowId(draft)] });
      if (!written.ok) return written;
      drafts.settle(draft);
    }
    return ok({ record, heads, at: this.parts.now() });
  }

  /** Heads as the interface hands them back; should none of them be known, those of now. */
  private knownHeads(history: History, heads: readonly ChangeHash[]): readonly ChangeHash[] {
    const known = heads.filter((head) => history.has(head));
    return known.length > 0 ? known : this.parts.ledger.shown(history).whole.heads;
  }

  private signed(): { readonly author: PersonId; readonly device: Identity['device'] } {
    return { author: this.parts.identity.person, device: this.parts.identity.device };
  }

  private changeOf(state: ShownRecord['whole']): Pick<NewChange, 'record' | 'kind' | 'author' | 'device' | 'level'> {
    return { record: state.record, kind: state.kind, level: state.level, ...this.signed() };
  }

  private entriesOf(history: History): readonly HistoryEntry[] {
    return historyEntries(history, this.parts.names, { now: this.parts.now(), scheme: this.parts.scheme() });
  }

  /** What lists show of an entry. */
  rowOf<Kind extends RecordKind>(entry: Entry): RecordRow<Kind> {
    const { record, level, title, changed, standing, conflicts, binned } = entry;
    return {
      record,
      kind: entry.kind as Kind,
      level,
      title,
      value: rowValue<Kind>(entry),
      changed,
      changedBy: this.parts.names.nameOf(entry.changedBy),
      standing,
      conflicts,
      binned,
      draft: this.parts.drafts.ofRecord(record),
    };
  }
}
