import type { ChangeHash, CompartmentId, Instant, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import type { LetterRecord, NamedState, PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
import { StorageStop } from './failures.ts';
import { lateAmong, lateState, readLate } from './late-letters.ts';
import type { LetterBook } from './letter-book.ts';
import type { ArrivedParcel, LocalPouch } from './local-pouch.ts';
import { openedState, type Opened } from './opened.ts';
import { letterRecord, openArrived, removedRecord, type OpenedParcelContent, type OpeningGround, type RefusedWhy } from './opening.ts';
import type { Admitted, ArrivedLetter, Quarantine } from './quarantine.ts';
import { readWaiting, waitingAfter, waitingState, worthTrying, type Waiting } from './waiting.ts';

/** What an exchange received so far. */
export interface Received {
  letters: number;
  /** Letters that came and are kept apart until somebody accepts them. */
  quarantined: number;
  readonly conflicts: Set<RecordId>;
  readonly refused: Map<RefusedWhy, number>;
}

export interface OpenerParts {
  readonly ground: PouchGround;
  readonly book: LetterBook;
  readonly local: LocalPouch;
  readonly opening: OpeningGround;
  /** Decides which verified letters become part of the notebook. */
  readonly quarantine: Quarantine;
  /** Changes of records that were raised out of this compartment by order. */
  readonly withdrawn: ReadonlySet<ChangeHash>;
  readonly turnedAt: ReadonlyMap<number, Instant>;
  /** Identifies what is known of keys and certificates now. */
  readonly stamp: string;
  readonly signal: AbortSignal;
  readonly received: Received;
}

/** Parcels opened and stored in one transaction. */
const parcelsInABatch = 12;

/**
 * Opens what lies in the local pouch of one compartment: each batch of parcels is opened, its
 * letters checked and united with the notebook, and the checkpoint moved, in one transaction.
 */
export class Opener {
  private readonly parts: OpenerParts;
  private readonly compartment: CompartmentId;
  private opened: Opened;
  private waiting: Waiting | null = null;
  private running: Promise<void> = Promise.resolve();
  /** Opened parcels leave the local pouch while the next are being opened. */
  private dropping: Promise<void> = Promise.resolve();

  constructor(parts: OpenerParts, from: Opened) {
    this.parts = parts;
    this.compartment = parts.opening.context.compartment;
    this.opened = from;
  }

  /** Opens what has arrived and was not opened yet. Calls follow one another; after a failure nothing more is opened. */
  openNew(): Promise<void> {
    this.running = this.running.then(() => this.openAll()).then(() => this.dropping);
    return this.running;
  }

  /** Tries what waits again, where something has become known since. */
  tryAgain(): Promise<void> {
    this.running = this.running.then(() => this.openWaiting()).then(() => this.dropping);
    return this.running;
  }

  /** Everything up to the server's mark has been opened: the next exchange asks only for what came after. */
  async complete(remote: string): Promise<void> {
    if (this.opened.remote === remote) return;
    const next = { ...this.opened, remote };
    const written = await this.parts.ground.states.write([openedState(this.compartment, next)]);
    if (!written.ok) throw new StorageStop(written.failure.code);
    this.opened = next;
  }

  private async openAll(): Promise<void> {
    const { local, signal } = this.parts;
    for (;;) {
      if (signal.aborted) throw new WireFailure('cancelled');
      const { parcels, sequence, last } = await local.after(this.opened.sequence, parcelsInABatch);
      const next = { ...this.opened, pouch: local.name, sequence };
      if (parcels.length > 0) await this.openBatch(parcels, next);
      else this.opened = next;
      if (last) return;
    }
  }

  private async openWaiting(): Promise<void> {
    const again = worthTrying(await this.list(), this.parts.stamp);
    for (let at = 0; at < again.length; at += parcelsInABatch) {
      await this.openBatch(await this.parts.local.read(again.slice(at, at + parcelsInABatch)), this.opened);
    }
  }

  private async list(): Promise<Waiting> {
    this.waiting ??= await readWaiting(this.parts.ground.states, this.compartment);
    return this.waiting;
  }

  /** Looks again at what is in quarantine, with what has become known since: a verdict, a certificate, a turn. */
  review(): Promise<void> {
    this.running = this.running.then(() => this.store([], []));
    return this.running;
  }

  private async openBatch(parcels: readonly ArrivedParcel[], next: Opened): Promise<void> {
    const { opening, stamp, local } = this.parts;
    const before = await this.list();
    const contents = parcels.map(({ parcel, document }) => openArrived(parcel, document, opening));
    const after = waitingAfter(before, contents, stamp);
    const states: NamedState[] = [openedState(this.compartment, next)];
    if (after.size > 0 || before.size > 0) states.push(waitingState(this.compartment, after));
    await this.store(contents, states);
    this.opened = next;
    this.waiting = after;
    const opened = parcels.filter((one) => !after.has(one.parcel));
    this.dropping = this.dropping.then(() => local.drop(opened, next.sequence));
    // Looked at when everything is opened.
    this.dropping.catch(() => undefined);
  }

  private async store(contents: readonly OpenedParcelContent[], given: readonly NamedState[]): Promise<void> {
    const { ground, book, received, quarantine } = this.parts;
    const admitted = await this.admit(contents);
    const { letters, changes, forks } = await this.unknownOf(admitted.taken, contents);
    const states = [...given, ...admitted.states, ...(await this.lateStates(admitted.taken))];
    if (states.length === 0 && letters.length === 0) return;
    const stored = await ground.ledger.storeArrived({ changes, letters, states, repeatable: true });
    if (!stored.ok) {
      book.forget(this.compartment);
      throw new StorageStop(stored.failure.code);
    }
    admitted.settle();
    await this.sendOwnAgain(changes);
    received.letters += letters.filter((one) => one.changes.length > 0).length;
    received.quarantined += admitted.held;
    for (const record of stored.value.conflicts) received.conflicts.add(record);
    for (const why of [...contents.flatMap((one) => one.refused), ...Array<'fork'>(forks).fill('fork')]) {
      received.refused.set(why, (received.refused.get(why) ?? 0) + 1);
    }
    if (admitted.held > 0 || quarantine.list().length > 0) ground.emit({ type: 'pouch' });
  }

  private admit(contents: readonly OpenedParcelContent[]): Promise<Admitted> {
    const arrived = contents.flatMap(({ parcel, epoch, letters }) => letters.map(({ letter, hash }) => ({ letter, hash, parcel, epoch })));
    const { book, quarantine } = this.parts;
    const look = ({ letter, hash }: ArrivedLetter) => book.look({ compartment: this.compartment, device: letter.device, number: letter.number, hash });
    return quarantine.admit(arrived, contents.flatMap((one) => one.verdicts), look);
  }

  private async lateStates(taken: readonly ArrivedLetter[]): Promise<readonly NamedState[]> {
    const late = lateAmong(taken, this.parts.turnedAt);
    if (late.length === 0) return [];
    const before = await readLate(this.parts.ground.states, this.compartment);
    const known = new Set(before.map((one) => one.hash));
    const fresh = late.filter((one) => !known.has(one.hash));
    return fresh.length === 0 ? [] : [lateState(this.compartment, [...before, ...fresh])];
  }

  /** Letters that were not known yet. A fork is an alarm, and both letters are kept. */
  private async unknownOf(taken: readonly ArrivedLetter[], contents: readonly OpenedParcelContent[]): Promise<{ letters: LetterRecord[]; changes: Change[]; forks: number }> {
    const letters: LetterRecord[] = [];
    const changes: Change[] = [];
    let forks = 0;
    for (const { letter, hash, parcel } of taken) {
      const record = letterRecord(letter, hash, parcel);
      const noted = await this.parts.book.note(record);
      if (noted === 'known') continue;
      if (noted === 'fork') forks += 1;
      letters.push(record);
      changes.push(...letter.changes.filter((one) => !this.parts.withdrawn.has(one.hash)));
    }
    for (const { parcel, removed } of contents) {
      for (const one of removed) {
        const record = removedRecord(this.compartment, one, parcel);
        if ((await this.parts.book.note(record)) === 'new') letters.push(record);
      }
    }
    return { letters, changes, forks };
  }

  /** A record that others raised: what this person wrote of it below goes along, or nobody above could read it whole. */
  private async sendOwnAgain(arrived: readonly Change[]): Promise<void> {
    const { ground, book, opening } = this.parts;
    const { scheme, marking } = opening.context;
    const rank = markingOf(scheme, marking).rank;
    const here = await book.changes(this.compartment);
    // What raises a record stands on changes that never came here.
    const raised = arrived.filter(({ header }) => header.parents.some((parent) => !here.has(parent)));
    for (const record of new Set(raised.map((one) => one.header.record))) {
      const own = [...(await ground.ledger.history(record)).values()].filter(
        ({ hash, header }) => header.author === ground.identity.person && header.act !== 'raise' && !here.has(hash) && markingOf(scheme, header.level).rank < rank,
      );
      if (own.length === 0) continue;
      const marked = await ground.ledger.sendAgain(own);
      if (!marked.ok) throw new StorageStop(marked.failure.code);
    }
  }
}
