import type { CompartmentId } from '../../../core/ids.ts';
import { isStub, openStub } from '../../../core/letters/stub.ts';
import type { Failure } from '../../../core/result.ts';
import type { DeliveryFailure } from '../api.ts';
import type { OutgoingParcel, PouchGround } from '../pouch-seam/pouch-ground.ts';
import { deliveryFailureOf } from './answers.ts';
import { startingPace, type Pace } from './batch-pace.ts';
import type { OfficeDirectory } from './directory.ts';
import { deliver, type ConfirmedParcel } from './delivery.ts';
import { StorageStop } from './failures.ts';
import type { LocalPouch, OpenDatabase } from './local-pouch.ts';
import { waybill, type OutboxIndex } from './outbox-index.ts';
import type { Pause } from './patience.ts';
import type { Place } from './places.ts';
import { openPouchOf } from './reception.ts';
import { Turnstile } from './turnstile.ts';
import type { Send } from './wire.ts';

export interface DispatchMeans {
  readonly ground: PouchGround;
  readonly directory: Pick<OfficeDirectory, 'state'>;
  readonly outbox: OutboxIndex;
  readonly send: Send;
  readonly pause: Pause;
  readonly openDatabase: OpenDatabase;
  readonly elapsed: () => number;
  readonly signal: AbortSignal;
  readonly delivered: (letters: number) => void;
}

/** Small lots of different compartments go side by side, since what they cost is the way there and back. */
const lotsAtOnce = 3;
/** Bytes up to which a lot is small. A larger one has the line to itself: two would only slow each other. */
const smallLot = 200_000;

/**
 * Delivers parcels of one compartment one lot after the other while the next are still being sealed. After the first
 * failure nothing more is sent: what is left stays in the outbox for the next exchange.
 */
export class Dispatch {
  private readonly means: DispatchMeans;
  private readonly pouches = new Map<CompartmentId, LocalPouch>();
  private readonly turnstile = new Turnstile(lotsAtOnce);
  private readonly chains = new Map<CompartmentId, Promise<void>>();
  private pace: Pace = startingPace;
  private failure: Failure<DeliveryFailure> | null = null;
  private isOver = false;
  /** What the server answered last is being entered here, while the next parcels are on their way. */
  private entering: Promise<void> = Promise.resolve();
  private defect: { readonly cause: unknown } | null = null;

  constructor(means: DispatchMeans) {
    this.means = means;
  }

  /** Takes parcels of one compartment to deliver after those given before. */
  take(place: Place, parcels: readonly OutgoingParcel[]): void {
    const { compartment } = place.facts;
    const before = this.chains.get(compartment) ?? Promise.resolve();
    const weight = bytesOf(parcels) <= smallLot ? 1 : lotsAtOnce;
    const sent = before.then(() => this.turnstile.pass(weight, () => this.send(place, parcels)));
    this.chains.set(compartment, sent.catch((cause: unknown) => this.stop({ cause })));
  }

  /** Waits for all that was taken. Answers why something stayed; `null` when everything was confirmed. */
  async end(): Promise<Failure<DeliveryFailure> | null> {
    await Promise.all(this.chains.values());
    await this.entering;
    for (const local of this.pouches.values()) await local.close();
    if (this.defect !== null) throw this.defect.cause;
    return this.failure;
  }

  private stop(defect: { readonly cause: unknown } | null): void {
    this.isOver = true;
    this.defect ??= defect;
  }

  private async send(place: Place, parcels: readonly OutgoingParcel[]): Promise<void> {
    if (this.isOver || parcels.length === 0 || place.database === null) return;
    const { send, signal, pause, elapsed } = this.means;
    const documents = new Map(parcels.map(({ document }) => [document._id, document]));
    const local = await this.pouchOf(place.facts.compartment);
    const outcome = await deliver(
      place.database,
      parcels.map(waybill),
      { send, signal, pause, elapsed, load: (parcel) => documents.get(parcel) ?? null, confirm: (confirmed) => this.confirm(confirmed, local), isReplacement: (found) => this.isReplacement(found, place) },
      this.pace,
    );
    this.pace = outcome.pace;
    if (outcome.setAside.length > 0) this.failure ??= { code: 'server-refused' };
    if (outcome.failure === null) return;
    this.failure = deliveryFailureOf(outcome.failure);
    this.stop(null);
  }

  private isReplacement(found: unknown, { facts, keys }: Place): boolean {
    const { ground, directory } = this.means;
    const profile = ground.organisation.profile();
    if (profile === null || !isStub(found)) return false;
    const stub = openStub(found, facts.compartment, keys, profile.organisation.signKey);
    const published = new Set(directory.state().removals.map((one) => one.id));
    return stub.ok && stub.value.orders.every((order) => published.has(order));
  }

  private async pouchOf(compartment: CompartmentId): Promise<LocalPouch> {
    const known = this.pouches.get(compartment);
    if (known !== undefined) return known;
    const { local } = await openPouchOf(compartment, this.means.ground, this.means.openDatabase);
    this.pouches.set(compartment, local);
    return local;
  }

  /**
   * Enters what was confirmed, one batch after the other. The line does not wait for it: should the process end before
   * it is entered, the parcels go once more and are found to be there. Throws what went wrong with the batch before.
   */
  private async confirm(confirmed: readonly ConfirmedParcel[], local: LocalPouch): Promise<void> {
    const before = this.entering;
    if (confirmed.length > 0) this.entering = before.then(() => (this.defect === null ? this.enter(confirmed, local) : undefined)).catch((cause: unknown) => this.stop({ cause }));
    await before;
    if (this.defect !== null) throw this.defect.cause;
  }

  /** First the local pouch knows them, then the outbox lets go: a crash between the two only delivers again. */
  private async enter(confirmed: readonly ConfirmedParcel[], local: LocalPouch): Promise<void> {
    await local.enterOwn(confirmed);
    const gone = confirmed.map((one) => one.parcel);
    const dropped = await this.means.ground.letters.confirmed(gone);
    if (!dropped.ok) throw new StorageStop(dropped.failure.code);
    await this.means.outbox.confirmed(gone);
    this.means.delivered(confirmed.reduce((total, one) => total + one.letters, 0));
  }
}

function bytesOf(parcels: readonly OutgoingParcel[]): number {
  return parcels.reduce((total, one) => total + waybill(one).bytes, 0);
}
