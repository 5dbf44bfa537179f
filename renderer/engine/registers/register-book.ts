import { randomId } from '../../../core/crypto/sodium.ts';
import type { ChainId, DeviceId, Instant } from '../../../core/ids.ts';
import { openHead, signCheckpoint, signHead } from '../../../core/registers/chain-marks.ts';
import { beginning, continueChain, entryHash, type ChainEnd, type ChainName, type Entry, type RegisterName } from '../../../core/registers/entry.ts';
import { dueOf, mayDrop, type Due } from '../../../core/registers/retention.ts';
import { endOf, uniteChains, type WholeChain } from '../../../core/registers/unite-chains.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { OpenIdentity, StoreFailure } from '../pouch-seam/pouch-ground.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { RowBatch } from '../store/rows.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import { attempted } from '../store/storage-failure.ts';
import { WriteQueue } from '../store/write-queue.ts';
import { keptChains, newChain, pagedChain, stateNameOf, stateOf, type KeptChain, type KeptChains } from './kept-chains.ts';
import { continuePages, openPage, readPages, type OpenPage } from './register-pages.ts';

export interface RegisterParts {
  readonly database: NotebookDatabase;
  readonly rows: SealedRows;
  readonly identity: Pick<OpenIdentity, 'device' | 'deviceKeys'>;
  readonly now: () => Instant;
  /** Whether a device is one of the person's own, as far as the registers know: it may have dropped what was old. */
  readonly isOwn: (device: DeviceId) => boolean;
}

/** The rows that make an entry, for the transaction of what it is about. */
export type EnteredRows = Required<Pick<RowBatch, 'registered' | 'states'>>;
/** Writes these rows, and whatever belongs to them, in one transaction. */
export type Commit<Code extends string> = (rows: EnteredRows) => Promise<Result<null, Code>>;

/** How far a chain is due: the last entry that may go, the page that it stands on, and what stays of that page. */
interface DueHere {
  readonly due: Due;
  readonly page: number;
  readonly kept: readonly Entry[];
  readonly last: Entry;
}

/** A chain as it was read, and which of this laptop's it is. */
export interface ReadChain extends WholeChain {
  readonly current: boolean;
}

/**
 * One register: the chain that this laptop writes, and those that came with backups of earlier ones.
 * Numbers are given and written one after the other, whatever transaction an entry goes into, so that
 * no number is given twice and none is left out.
 */
export class RegisterBook<Content> {
  readonly register: RegisterName;
  private readonly parts: RegisterParts;
  private readonly queue = new WriteQueue();
  private kept: KeptChains = { v: 1, current: null, chains: [] };
  private end: ChainEnd = beginning;
  private tail: OpenPage = openPage(0);
  /** Moves when pages were taken away or exchanged, so that a read knows that it has to begin again. */
  private generation = 0;

  constructor(register: RegisterName, parts: RegisterParts) {
    this.register = register;
    this.parts = parts;
  }

  /** Reads where the chains end. A state that is gone or damaged is begun anew: its pages are then in no chain, and are found so. */
  async load(): Promise<void> {
    const { database, rows } = this.parts;
    const row = await database.readState(rows.stateKey(stateNameOf(this.register)));
    const opened = row === undefined ? null : rows.openState(row);
    const read = keptChains.safeParse(opened?.ok === true ? opened.value : null);
    if (!read.success) return;
    await this.takeUp(read.data);
  }

  /** Every row key that a chain names. */
  pageKeys(): readonly string[] {
    return this.kept.chains.flatMap(({ name, first, last }) => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => this.parts.rows.registerPageKey(name.chain, first + index)));
  }

  /**
   * Enters what happened. `commit` writes the entries and whatever must not be without them; when it
   * fails nothing was entered. Never waits for anything that waits for an entry.
   */
  async enter<Code extends string>(contents: readonly Content[], commit: Commit<Code>): Promise<Result<null, Code | 'vault-locked'>> {
    const entered = await this.queue.run(async (): Promise<Result<null, Code>> => {
      const own = this.own();
      const { name } = own;
      const at = this.parts.now();
      const { entries, end } = continueChain(name, this.end, contents, at);
      const pages = continuePages(this.tail, entries);
      const tail = pages.at(-1) ?? pages[0];
      const head = signHead(name, end, at, this.parts.identity.deviceKeys.secretKey);
      const kept = this.with({ ...own, head, last: tail.page }, name.chain);
      const written = await commit({ registered: pages.map(({ page, entries: some }) => this.parts.rows.sealRegisterPage({ name, page, entries: some })), states: [this.sealed(kept)] });
      if (!written.ok) return written;
      this.kept = kept;
      this.end = end;
      this.tail = tail;
      return written;
    });
    return entered === 'closed' ? failed('vault-locked') : entered;
  }

  /** The same in a transaction of its own. `repeatable`: nobody waits for the disk. */
  write(contents: readonly Content[], durability: 'durable' | 'soon'): Promise<Result<null, StoreFailure>> {
    return this.enter(contents, (rows) => attempted(() => this.parts.database.commit({ ...rows, repeatable: durability === 'soon' })));
  }

  /** Every chain with all its entries, each as it stood at one moment. */
  async read(): Promise<readonly ReadChain[]> {
    for (;;) {
      const { generation } = this;
      const chains: ReadChain[] = [];
      for (const { name } of this.kept.chains) {
        const chain = await this.readChain(name);
        if (chain !== null) chains.push(chain);
      }
      if (generation === this.generation) return chains;
    }
  }

  devices(): readonly DeviceId[] {
    return this.kept.chains.map((one) => one.name.device);
  }

  /** Drops from every chain what is older than three years. Cheap when there is nothing. */
  async prune(): Promise<void> {
    for (const { name } of this.kept.chains) await this.queue.run(() => this.pruneChain(name));
  }

  /** Unites chains from a backup with those that are here. Answers how many entries came. */
  async unite(come: readonly WholeChain[]): Promise<Result<number, StoreFailure>> {
    const united = await this.queue.run(() => this.uniteAll(come.filter((one) => one.name.register === this.register)));
    return united === 'closed' ? failed('vault-locked') : united;
  }

  /** Lets writes under way end, takes no more, and forgets. */
  async close(): Promise<void> {
    await this.queue.close();
    this.kept = { v: 1, current: null, chains: [] };
    this.tail = openPage(0);
    this.end = beginning;
  }

  private async takeUp(kept: KeptChains): Promise<void> {
    this.kept = kept;
    const own = kept.chains.find((one) => one.name.chain === kept.current);
    if (own === undefined) return;
    const head = own.head === null ? null : openHead(own.name, own.head);
    this.end = head === null ? await this.endWithoutHead(own) : { number: head.number, hash: head.hash };
    const page = Math.max(own.first, own.last);
    // A page that does not open is left as it is, and the next one is begun.
    const entries = own.first > own.last ? [] : await this.entriesOf(own, own.last, own.last);
    this.tail = entries.length > 0 || own.first > own.last ? openPage(page, entries) : openPage(page + 1);
  }

  private async endWithoutHead(own: KeptChain): Promise<ChainEnd> {
    const entries = await this.entriesOf(own, own.first, own.last);
    return endOf({ name: own.name, head: null, checkpoint: null, entries });
  }

  private own(): KeptChain {
    const found = this.kept.chains.find((one) => one.name.chain === this.kept.current);
    if (found !== undefined) return found;
    this.end = beginning;
    this.tail = openPage(0);
    return newChain({ register: this.register, device: this.parts.identity.device, chain: randomId<ChainId>() });
  }

  private with(chain: KeptChain, current = this.kept.current): KeptChains {
    const others = this.kept.chains.filter((one) => one.name.chain !== chain.name.chain);
    return { v: 1, current, chains: [...others, chain] };
  }

  private sealed(kept: KeptChains) {
    return this.parts.rows.sealState(stateOf(this.register, kept));
  }

  private async entriesOf({ name }: Pick<KeptChain, 'name'>, from: number, to: number): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    for await (const some of readPages(this.parts, name, from, to)) for (const entry of some) entries.push(entry);
    return entries;
  }

  /** All pages but the last need no turn in the queue: they are never written again. */
  private async readChain(name: ChainName): Promise<ReadChain | null> {
    const before = this.kept.chains.find((one) => one.name.chain === name.chain);
    if (before === undefined) return null;
    const early = await this.entriesOf(before, before.first, before.last - 1);
    const rest = await this.queue.run(async () => {
      const now = this.kept.chains.find((one) => one.name.chain === name.chain) ?? before;
      return { now, late: await this.entriesOf(now, Math.max(now.first, before.last), now.last) };
    });
    if (rest === 'closed') return null;
    const { now, late } = rest;
    return { name, head: now.head, checkpoint: now.checkpoint, entries: [...early, ...late], current: name.chain === this.kept.current };
  }

  private async pruneChain(name: ChainName): Promise<void> {
    const { database, now } = this.parts;
    const chain = this.kept.chains.find((one) => one.name.chain === name.chain);
    if (chain === undefined) return;
    const looked = await this.lookForDue(chain, now());
    if (looked === null) {
      if (chain.due !== null) await this.keepDue(chain, null);
      return;
    }
    if (chain.due === null || chain.due > now()) return this.keepDue(chain, now());
    if (!mayDrop(chain.due, now())) return;
    const { due, page, kept: entries, last } = looked;
    const checkpoint = signCheckpoint(name, { number: due.number, hash: entryHash(name, last), newest: due.newest, at: now(), by: this.parts.identity.device }, this.parts.identity.deviceKeys.secretKey);
    const after: KeptChain = { ...chain, checkpoint, first: entries.length === 0 ? page + 1 : page, due: null };
    const gone = Array.from({ length: after.first - chain.first }, (_, index) => this.parts.rows.registerPageKey(name.chain, chain.first + index));
    const kept = this.with(after);
    const written = await attempted(() =>
      database.commit({
        registered: entries.length === 0 ? [] : [this.parts.rows.sealRegisterPage({ name, page, entries })],
        registeredGone: gone,
        states: [this.sealed(kept)],
      }),
    );
    if (!written.ok) return;
    this.generation += 1;
    this.kept = kept;
    if (name.chain === kept.current && this.tail.page <= page) this.tail = entries.length === 0 ? openPage(after.first) : openPage(page, entries);
  }

  private async lookForDue(chain: KeptChain, now: Instant): Promise<DueHere | null> {
    let found: DueHere | null = null;
    let newest = -Infinity;
    for (let page = chain.first; page <= chain.last; page += 1) {
      const entries = await this.entriesOf(chain, page, page);
      const due = dueOf(entries, now);
      const last = entries.find((one) => one.number === due?.number);
      if (due !== null && last !== undefined) {
        newest = Math.max(newest, due.newest);
        found = { due: { number: due.number, newest }, page, kept: entries.filter((one) => one.number > due.number), last };
      }
      // A page that does not open keeps nothing behind it from going.
      if (due?.number !== entries.at(-1)?.number) break;
    }
    return found;
  }

  private async keepDue(chain: KeptChain, due: Instant | null): Promise<void> {
    const kept = this.with({ ...chain, due });
    const written = await attempted(() => this.parts.database.commit({ states: [this.sealed(kept)], repeatable: true }));
    if (written.ok) this.kept = kept;
  }

  private async uniteAll(come: readonly WholeChain[]): Promise<Result<number, StoreFailure>> {
    const devices = new Set(come.map((one) => one.name.device));
    const mayPrune = (device: DeviceId) => devices.has(device) || this.parts.isOwn(device);
    let added = 0;
    for (const one of come) {
      const chain = this.kept.chains.find((known) => known.name.chain === one.name.chain && known.name.device === one.name.device);
      const here: WholeChain = chain === undefined ? { name: one.name, head: null, checkpoint: null, entries: [] } : { ...chain, entries: await this.entriesOf(chain, chain.first, chain.last) };
      const united = uniteChains(here, one, mayPrune);
      const isNews = united.entries.length !== here.entries.length || united.head !== here.head || united.checkpoint !== here.checkpoint;
      if (!isNews) continue;
      const written = await this.replace(chain, united);
      if (!written.ok) return written;
      added += Math.max(0, united.entries.length - here.entries.length);
    }
    return ok(added);
  }

  /** Puts a united chain in the place of what is here of it, on pages of its own. */
  private async replace(chain: KeptChain | undefined, united: WholeChain): Promise<Result<null, StoreFailure>> {
    const { rows, database } = this.parts;
    const { kept: fresh, pages } = pagedChain(united, chain === undefined ? 0 : Math.max(chain.first, chain.last) + 1);
    const gone = chain === undefined ? [] : Array.from({ length: Math.max(0, chain.last - chain.first + 1) }, (_, index) => rows.registerPageKey(chain.name.chain, chain.first + index));
    const kept = this.with({ ...fresh, due: chain?.due ?? null });
    const written = await attempted(() => database.commit({ registered: pages.map((one) => rows.sealRegisterPage(one)), registeredGone: gone, states: [this.sealed(kept)] }));
    if (!written.ok) return written;
    this.generation += 1;
    await this.takeUp(kept);
    return written;
  }
}
