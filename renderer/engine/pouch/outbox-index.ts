import type { CompartmentId, ParcelId } from '../../../core/ids.ts';
import type { LetterStore, OutgoingParcel } from '../pouch-seam/pouch-ground.ts';

/** A parcel of the outbox without its document. */
export interface Waybill {
  readonly parcel: ParcelId;
  readonly compartment: CompartmentId;
  readonly letters: number;
  /** Its share of a request: the sealed text and the names around it. */
  readonly bytes: number;
}

/** What is in the outbox, kept in memory; the documents stay in the notebook until they go. */
export interface OutboxIndex {
  all(): Promise<readonly Waybill[]>;
  letters(): Promise<number>;
  added(parcels: readonly OutgoingParcel[]): Promise<void>;
  confirmed(parcels: readonly ParcelId[]): Promise<void>;
}

const namesAroundIt = 300;

export function createOutboxIndex(letters: LetterStore): OutboxIndex {
  let read: Promise<Map<ParcelId, Waybill>> | null = null;
  function index(): Promise<Map<ParcelId, Waybill>> {
    read ??= letters.outbox().then((parcels) => new Map(parcels.map((one) => [one.document._id, waybill(one)])));
    read.catch(() => (read = null));
    return read;
  }
  return {
    all: async () => [...(await index()).values()],
    letters: async () => [...(await index()).values()].reduce((total, one) => total + one.letters, 0),
    async added(parcels) {
      const known = await index();
      for (const one of parcels) known.set(one.document._id, waybill(one));
    },
    async confirmed(parcels) {
      const known = await index();
      for (const one of parcels) known.delete(one);
    },
  };
}

export function waybill({ document, compartment, letters }: OutgoingParcel): Waybill {
  return { parcel: document._id, compartment, letters: letters.length, bytes: document.sealed.length + namesAroundIt };
}
