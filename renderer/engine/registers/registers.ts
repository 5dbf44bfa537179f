import type { ChainId, DeviceId, Instant, RecordId, TransferId } from '../../../core/ids.ts';
import { dayOf } from '../../../core/clearance/days.ts';
import { openCheckpoint, openHead } from '../../../core/registers/chain-marks.ts';
import type { ChainEnd, RegisterName } from '../../../core/registers/entry.ts';
import { examineChain, type Flaw } from '../../../core/registers/examine-chain.ts';
import { lotsOf, type Going } from '../../../core/registers/transfer.ts';
import type { TransferShown } from '../../../core/registers/transfers-shown.ts';
import type { WholeChain } from '../../../core/registers/unite-chains.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { EngineEvent } from '../api.ts';
import type { StoreFailure } from '../pouch-seam/pouch-ground.ts';
import { ConsultationLog, type ConsultationEntry } from './consultation-log.ts';
import { consultationRow, findConsultations, isConsultation, type Consulted } from './find-consultations.ts';
import { findTransfers, transferRow } from './find-transfers.ts';
import type { RegisterParts, ReadChain } from './register-book.ts';
import type { Departure, RegistersApi, RegisterStanding, TransferDetails } from './registers-api.ts';
import { TransferRegister, type Given } from './transfer-register.ts';

export interface RegistersParts extends Omit<RegisterParts, 'isOwn'> {
  readonly emit: (event: EngineEvent) => void;
}

/** What the registers need of the rest of the engine to tell what they hold. */
export interface RegistersGround {
  /** What binds these records now. */
  going(records: readonly RecordId[]): Promise<readonly Going[]>;
  /** What a record is called now; empty when it is not here. */
  titleOf(record: RecordId): string;
  /** What a person is called whose identifier stands in a release. */
  nameOf(person: string): string;
}

/** Entries whose links are checked before others have their turn. */
const entriesAtOnce = 500;

/** What left and who looked, from unlock to lock. */
export class Registers {
  readonly transfers: TransferRegister;
  readonly consultations: ConsultationLog;
  private readonly parts: RegistersParts;
  private known: Promise<readonly TransferShown[]> | null = null;
  private looks: Promise<readonly ConsultationEntry[]> | null = null;
  /** Up to where each chain was found whole, how many entries that were, and with which it began. */
  private readonly whole = new Map<ChainId, { readonly end: ChainEnd; readonly count: number; readonly first: number | undefined }>();
  /** Of either register: a laptop that wrote nothing into one may have dropped what was old there. */
  private readonly isOwn = (device: DeviceId): boolean => device === this.parts.identity.device || this.books().some((book) => book.devices().includes(device));

  constructor(parts: RegistersParts) {
    this.parts = parts;
    this.transfers = new TransferRegister({ ...parts, isOwn: this.isOwn }, () => {
      this.known = null;
      this.tell();
    });
    this.consultations = new ConsultationLog({ ...parts, isOwn: this.isOwn }, () => {
      this.looks = null;
      this.tell();
    });
  }

  async load(): Promise<void> {
    await Promise.all(this.books().map((book) => book.load()));
  }

  /** Drops what is older than three years, behind everything else. What cannot be done now is done at the next unlock. */
  tidy(): void {
    for (const book of this.books()) void book.prune().catch(() => undefined);
  }

  /** All chains as a backup takes them. */
  async gather(): Promise<readonly WholeChain[]> {
    const chains = await Promise.all(this.books().map((book) => book.read()));
    return chains.flat().map(({ name, head, checkpoint, entries }) => ({ name, head, checkpoint, entries }));
  }

  /** Unites the chains of a backup with these. */
  async unite(chains: readonly WholeChain[]): Promise<Result<number, StoreFailure>> {
    let added = 0;
    for (const book of this.books()) {
      const united = await book.unite(chains);
      if (!united.ok) return united;
      added += united.value;
    }
    this.known = null;
    this.looks = null;
    if (added > 0) this.tell();
    return ok(added);
  }

  async close(): Promise<void> {
    await Promise.all([this.transfers.book.close(), this.consultations.close()]);
    this.known = null;
    this.looks = null;
    this.whole.clear();
  }

  api(ground: RegistersGround): Omit<RegistersApi, 'reveal' | 'paletteLeft'> {
    return {
      leaving: (departure) => this.leaving(departure, ground),
      left: (transfer, how) => this.transfers.ended(transfer, how),
      transfers: async (query, { from, count }) => {
        const { found, ...answer } = findTransfers(await this.all(), query, this.parts.identity.device);
        return { ...answer, rows: found.slice(from, from + count).map((one) => transferRow(one, this.parts.identity.device)) };
      },
      transfer: (transfer) => this.details(transfer, ground),
      consultations: async (query, { from, count }) => {
        const { found, ...answer } = findConsultations(await this.consulted(), query, (record) => ground.titleOf(record));
        return { ...answer, rows: found.slice(from, from + count).map((one) => consultationRow(one, this.parts.identity.device)) };
      },
      standing: (register) => this.standing(register),
    };
  }

  /** Registers what is given, with the conditions of its records as they are now. */
  async give(what: (conditions: ReturnType<typeof lotsOf>) => Given, going: Iterable<Going>): Promise<Result<TransferId, StoreFailure>> {
    return this.transfers.give(what(lotsOf(going, dayOf(this.parts.now()))));
  }

  private async leaving({ as, records, purpose = 'own-use', recipients = [], file, register, handOverTo }: Departure, ground: RegistersGround): Promise<Result<TransferId, StoreFailure>> {
    const going = await ground.going(records);
    if (handOverTo !== undefined) return this.give((lots) => ({ act: 'handed-over', what: 'report', to: handOverTo, lots }), going);
    return this.give((lots) => ({ act: 'exported', as, purpose, recipients: [...recipients], lots, ...(file === undefined ? {} : { file }), ...(register === undefined ? {} : { register }) }), going);
  }

  private async details(transfer: TransferId, { nameOf }: RegistersGround): Promise<TransferDetails | null> {
    const found = (await this.all()).find((one) => one.transfer === transfer);
    if (found === undefined) return null;
    const lots = found.lots.map((lot) => ({ ...lot, release: lot.release === null ? null : { ...lot.release, by: nameOf(lot.release.by) || lot.release.by } }));
    return { ...transferRow(found, this.parts.identity.device), lots };
  }

  private async standing(register: RegisterName): Promise<RegisterStanding> {
    const chains = (await Promise.all(this.books().filter((book) => book.register === register).map((book) => book.read()))).flat();
    const flaws: RegisterStanding['flaws'][number][] = [];
    let since: Instant | null = null;
    for (const chain of chains) {
      const elsewhere = chain.name.device !== this.parts.identity.device;
      for (const flaw of await this.examined(chain)) flaws.push({ flaw, elsewhere });
      const first = chain.entries[0]?.at;
      if (first !== undefined && (since === null || first < since)) since = first;
    }
    return { entries: chains.reduce((sum, one) => sum + one.entries.length, 0), since, flaws, loosePages: await this.loosePages(register) };
  }

  /** What was whole once since the unlock is not hashed again: with each entry a register is looked at anew. */
  private async examined({ name, head, checkpoint, entries }: ReadChain): Promise<readonly Flaw[]> {
    const opened = head === null ? null : (openHead(name, head) ?? false);
    const known = this.whole.get(name.chain);
    const before = known === undefined ? 0 : entries.findIndex((entry) => entry.number > known.end.number);
    const isKnown = known !== undefined && known.first === entries[0]?.number && (before === -1 ? entries.length : before) === known.count;
    const examiner = examineChain(name, {
      head: opened,
      checkpoint: checkpoint === null ? null : (openCheckpoint(name, checkpoint, this.isOwn) ?? false),
      ...(isKnown ? { examined: known.end } : {}),
    });
    for (let at = isKnown ? known.count : 0; at < entries.length; at += entriesAtOnce) {
      examiner.take(entries.slice(at, at + entriesAtOnce));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const flaws = examiner.end();
    if (flaws.length === 0 && opened !== null && opened !== false) this.whole.set(name.chain, { end: { number: opened.number, hash: opened.hash }, count: entries.length, first: entries[0]?.number });
    else this.whole.delete(name.chain);
    return flaws;
  }

  /** Pages in no chain, of the register that they say they belong to; one that does not open counts for all. */
  private async loosePages(register: RegisterName): Promise<number> {
    const { database, rows } = this.parts;
    const named = new Set<string>(this.books().flatMap((book) => book.pageKeys()));
    const loose = (await database.registerPageIds()).filter((id) => !named.has(id));
    const opened = (await database.readRegisterPages(loose)).map((row) => (row === undefined ? null : rows.openRegisterPage(row)));
    return opened.filter((one) => one !== null && (!one.ok || one.value.name.register === register)).length;
  }

  /** Both registers: what was looked at, and what was taken out. */
  private async consulted(): Promise<readonly Consulted[]> {
    this.looks ??= this.consultations.all();
    this.looks.catch(() => (this.looks = null));
    const [looks, transfers] = await Promise.all([this.looks, this.all()]);
    return [...looks.map((entry) => ({ entry })), ...transfers.filter(isConsultation).map((transfer) => ({ transfer }))];
  }

  private all(): Promise<readonly TransferShown[]> {
    this.known ??= this.transfers.all();
    this.known.catch(() => (this.known = null));
    return this.known;
  }

  private books() {
    return [this.transfers.book, this.consultations.book] as const;
  }

  private tell(): void {
    this.parts.emit({ type: 'registers' });
  }
}
