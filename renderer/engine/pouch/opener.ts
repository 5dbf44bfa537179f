import type { CompartmentId, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import type { LetterContext } from '../../../core/letters/verify-letter.ts';
import type { LetterRecord, NamedState, PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
import { StorageStop } from './failures.ts';
import type { LetterBook } from './letter-book.ts';
import type { ArrivedParcel, LocalPouch } from './local-pouch.ts';
import { openedState, type Opened } from './opened.ts';
import { letterRecord, openArrived, type OpenedParcelContent, type RefusedWhy } from './opening.ts';
import type { CompartmentKey } from './places.ts';
import { readWaiting, waitingAfter, waitingState, worthTrying, type Waiting } from './waiting.ts';

/** What an exchange received so far. */
export interface Received {
  letters: number;
  readonly conflicts: Set<RecordId>;
  readonly refused: Map<RefusedWhy, number>;
}

export interface OpenerParts {
  readonly ground: PouchGround;
  readonly book: LetterBook;
  readonly local: LocalPouch;
  readonly keys: readonly CompartmentKey[];
  readonly context: LetterContext;
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
    this.compartment = parts.context.compartment;
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

  private async openBatch(parcels: readonly ArrivedParcel[], next: Opened): Promise<void> {
    const { context, keys, stamp, local } = this.parts;
    const before = await this.list();
    const contents = parcels.map(({ parcel, document }) => openArrived(parcel, document, context, keys));
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

  private async store(contents: readonly OpenedParcelContent[], states: readonly NamedState[]): Promise<void> {
    const { ground, book, received } = this.parts;
    const { letters, changes, forks } = await this.unknownOf(contents);
    const stored = await ground.ledger.storeArrived({ changes, letters, states, repeatable: true });
    if (!stored.ok) {
      book.forget(this.compartment);
      throw new StorageStop(stored.failure.code);
    }
    received.letters += letters.length;
    for (const record of stored.value.conflicts) received.conflicts.add(record);
    for (const why of [...contents.flatMap((one) => one.refused), ...Array<'fork'>(forks).fill('fork')]) {
      received.refused.set(why, (received.refused.get(why) ?? 0) + 1);
    }
  }

  /** Letters that were not known yet. A fork is an alarm, and both letters are kept. */
  private async unknownOf(contents: readonly OpenedParcelContent[]): Promise<{ letters: LetterRecord[]; changes: Change[]; forks: number }> {
    const letters: LetterRecord[] = [];
    const changes: Change[] = [];
    let forks = 0;
    for (const { parcel, letters: found } of contents) {
      for (const { letter, hash } of found) {
        const record = letterRecord(letter, hash, parcel);
        const noted = await this.parts.book.note(record);
        if (noted === 'known') continue;
        if (noted === 'fork') forks += 1;
        letters.push(record);
        changes.push(...letter.changes);
      }
    }
    return { letters, changes, forks };
  }
}
