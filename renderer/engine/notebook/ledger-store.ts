import { referencedFiles } from '../../../core/files/referenced-files.ts';
import type { ChangeHash, PieceId, RecordId } from '../../../core/ids.ts';
import { causalOrder } from '../../../core/ledger/history.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { ok, type Result } from '../../../core/result.ts';
import type {
  Arrival, ArrivedBatch, Erasing, LedgerStore, OutgoingBatch, Resealed, StoreFailure, UnsentRecord,
} from '../pouch-seam/pouch-ground.ts';
import { letterRows } from '../store/letter-store.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import { bindingSafeguards, goingNow } from '../registers/going.ts';
import type { Registers } from '../registers/registers.ts';
import type { TransferRegister } from '../registers/transfer-register.ts';
import type { Ledger } from './ledger.ts';

/** Records read together: bounds the memory of what is opened at a time. */
const recordsAtOnce = 200;
/** From so many on, and when they are a good part of all, reading everything in order takes less long than asking for each. */
const worthReadingAll = 500;

/** The ledger as the pouch sees it. */
export function ledgerStore(ledger: Ledger, rows: SealedRows, drafts: Pick<Drafts, 'allOf' | 'rowId' | 'settle'>, registers: Pick<Registers, 'transfers' | 'give'>): LedgerStore {
  return {
    unsent: (records) => unsentRecords(ledger, records),
    unsentCount: () => ledger.unsent.recordCount,
    history: (record) => ledger.history(record),
    async state(record) {
      const history = await ledger.history(record);
      return history.size === 0 ? null : ledger.shown(history).whole;
    },
    entry(record) {
      const entry = ledger.catalogue.get(record);
      return entry === undefined ? null : { kind: entry.kind, title: entry.title, conflicts: entry.conflicts };
    },
    raised: () => [...ledger.catalogue.all()].filter((entry) => entry.gone === 'raised'),
    sealOutgoing: (batch) => ledger.exclusively(() => sealOutgoing(ledger, rows, registers.transfers, batch)),
    going: (records) => goingNow(ledger, records),
    give: (going, what) => registers.give(what, going),
    storeArrived: (batch) => ledger.exclusively(() => storeArrived(ledger, rows, batch)),
    erase: (order) => ledger.exclusively(() => erase(ledger, rows, drafts, order)),
    reseal: (instead) => ledger.exclusively(() => reseal(ledger, rows, registers.transfers, instead)),
    stillNamed: (files, but) => stillNamed(ledger, files, but),
    sendAgain: (changes) => ledger.exclusively(() => ledger.sendAgain(changes)),
  };
}

async function unsentRecords(ledger: Ledger, records?: readonly RecordId[]): Promise<readonly UnsentRecord[]> {
  await ledger.ready();
  const marked = ledger.unsent.byRecord();
  const wanted = [...(records ?? marked.keys())].filter((record) => marked.has(record));
  const found: UnsentRecord[] = [];
  if (wanted.length >= worthReadingAll && wanted.length * 4 >= ledger.catalogue.size) {
    for await (const [record, history] of ledger.historiesAmong(new Set(wanted))) {
      const unsent = unsentRecord(ledger, record, history, new Set(marked.get(record)));
      if (unsent !== null) found.push(unsent);
    }
    return found;
  }
  for (let at = 0; at < wanted.length; at += recordsAtOnce) {
    for (const [record, history] of await ledger.historiesOf(wanted.slice(at, at + recordsAtOnce))) {
      const unsent = unsentRecord(ledger, record, history, new Set(marked.get(record)));
      if (unsent !== null) found.push(unsent);
    }
  }
  return found;
}

function unsentRecord(ledger: Ledger, record: RecordId, history: History, hashes: ReadonlySet<ChangeHash>): UnsentRecord | null {
  const entry = ledger.catalogue.get(record);
  if (history.size === 0 || entry === undefined) return null;
  const shown = ledger.shown(history);
  const { whole, value } = shown;
  return {
    record,
    kind: whole.kind,
    title: entry.title,
    jwg: value.jwg,
    level: whole.level,
    safeguards: bindingSafeguards(shown),
    changes: causalOrder(history).filter((change) => hashes.has(change.hash)),
  };
}

async function sealOutgoing(ledger: Ledger, rows: SealedRows, transfers: Pick<TransferRegister, 'sealed'>, batch: OutgoingBatch): Promise<Result<null, StoreFailure>> {
  await ledger.ready();
  const outgoing = {
    letters: letterRows(rows, batch.letters),
    parcels: batch.parcels.map((parcel) => rows.sealParcel(parcel)),
    states: (batch.states ?? []).map((state) => rows.sealState(state)),
  };
  return transfers.sealed(batch.transfer, (entered) => ledger.keepRows({ ...outgoing, ...entered, states: [...outgoing.states, ...entered.states] }, batch.sent));
}

async function storeArrived(ledger: Ledger, rows: SealedRows, batch: ArrivedBatch): Promise<Result<Arrival, StoreFailure>> {
  await ledger.ready();
  const touched = new Set(batch.changes.map((change) => change.header.record));
  const before = new Map([...touched].map((record) => [record, conflictsOf(ledger, record)]));
  const kept = await ledger.keep({
    changes: batch.changes,
    own: false,
    rows: {
      letters: letterRows(rows, batch.letters),
      states: (batch.states ?? []).map((state) => rows.sealState(state)),
      repeatable: batch.repeatable === true,
    },
  });
  if (!kept.ok) return kept;
  const records = [...new Set(kept.value.map((change) => change.header.record))];
  return ok({
    added: kept.value.length,
    records,
    conflicts: records.filter((record) => conflictsOf(ledger, record) > (before.get(record) ?? 0)),
  });
}

async function stillNamed(ledger: Ledger, files: ReadonlySet<PieceId>, but: ReadonlySet<ChangeHash>): Promise<ReadonlySet<PieceId>> {
  await ledger.ready();
  const still = new Set<PieceId>();
  const all = new Set([...ledger.catalogue.all()].map((entry) => entry.record));
  for await (const [, history] of ledger.historiesAmong(all)) {
    const staying = [...history.values()].filter((change) => !but.has(change.hash));
    for (const { file } of referencedFiles(staying)) if (files.has(file.root)) still.add(file.root);
  }
  return still;
}

async function reseal(ledger: Ledger, rows: SealedRows, transfers: Pick<TransferRegister, 'resealed'>, instead: readonly Resealed[]): Promise<Result<null, StoreFailure>> {
  await ledger.ready();
  const parcels = instead.flatMap((one) => one.now.map((parcel) => rows.sealParcel(parcel)));
  const parcelsGone = instead.map((one) => rows.parcelKey(one.was));
  return transfers.resealed(instead.map(({ was, now }) => ({ was, now: now.map((one) => one.document._id) })), (entered) => ledger.keepRows({ ...entered, parcels, parcelsGone }));
}

async function erase(
  ledger: Ledger,
  rows: SealedRows,
  drafts: Pick<Drafts, 'allOf' | 'rowId' | 'settle'>,
  { record, changes, how, states = [] }: Erasing,
): Promise<Result<readonly RecordId[], StoreFailure>> {
  await ledger.ready();
  const doomed = new Set(changes);
  const history = await ledger.history(record);
  const left = [...history.values()].some((one) => one.header.act === 'edit' && one.content !== 'erased' && !doomed.has(one.hash));
  // What was being written about a record that is gone would say what it said.
  const typed = history.size === 0 || left ? [] : drafts.allOf(record);
  const erased = await ledger.erase(changes.map((change) => ({ record, change })), how, {
    states: states.map((state) => rows.sealState(state)),
    draftsGone: typed.map((draft) => drafts.rowId(draft)),
  });
  if (erased.ok) for (const draft of typed) drafts.settle(draft);
  return erased;
}

/** Fields in conflict; two approvals of different texts count as one more. */
function conflictsOf(ledger: Ledger, record: RecordId): number {
  const entry = ledger.catalogue.get(record);
  if (entry === undefined) return 0;
  return entry.conflicts + (entry.standing === 'approval-conflict' ? 1 : 0);
}
