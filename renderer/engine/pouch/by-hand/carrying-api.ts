import type { JwgId, NetworkId, TransferId } from '../../../../core/ids.ts';
import type { Marking } from '../../../../core/markings/marking.ts';
import type { PouchFileFailure } from '../../../../core/letters/pouch-file.ts';
import type { Result } from '../../../../core/result.ts';
import type { DeliveryFailure, DeliveryReport, HeldRow, PouchRow } from '../../api.ts';

/** A removable medium that the profile names, with its own accreditation. */
export interface Medium {
  readonly id: NetworkId;
  readonly name: string;
  readonly accreditation: Marking | null;
}

export interface CarryChoice {
  /** `null`: a medium that the profile does not name; accredited to nothing. */
  readonly medium: NetworkId | null;
  /** Only these groups; `null`: all. */
  readonly groups: readonly JwgId[] | null;
  /** What the office has not confirmed, or also everything that this laptop has of the groups, others' letters in parcels of its own. */
  readonly what: 'unconfirmed' | 'everything';
  /** Files of the records too, as far as they are here. */
  readonly files: boolean;
}

export interface CarryPreview {
  readonly goes: readonly PouchRow[];
  readonly stays: readonly HeldRow[];
  /** Letters sealed before that go along. */
  readonly sealedBefore: number;
  /** Letters that are forwarded: at the office already, or others'. */
  readonly forwarded: number;
}

export interface CarriedOut {
  readonly file: Uint8Array;
  readonly suggestedName: string;
  readonly letters: number;
  readonly forwarded: number;
  readonly files: number;
  /** As it stands in the register; how it ended is told there. */
  readonly transfer: TransferId;
}

export interface TakenIn {
  /** Letters that were not known here. */
  readonly received: number;
  readonly files: number;
  readonly conflicts: DeliveryReport['conflicts'];
  readonly refused: DeliveryReport['refused'];
  /** Parcels left on the medium: this device, person or medium may not have them, or their group is none of this laptop's. */
  readonly above: number;
  readonly strangers: number;
  /** Lines that could not be read. */
  readonly damaged: number;
  /** `false`: the file ends before its end, or lines of it are damaged. */
  readonly whole: boolean;
}

export type CarryFailure = DeliveryFailure | 'nothing-to-carry';

export interface CarryingApi {
  media(): Promise<readonly Medium[]>;
  preview(choice: CarryChoice): Promise<CarryPreview>;
  /** Seals what is cleared for the medium and gives the file to be written. What goes stays unconfirmed until the office has it. */
  carryOut(choice: CarryChoice): Promise<Result<CarriedOut, CarryFailure>>;
  /** Takes in a file; twice, in any order, or besides the network: the result is the same. */
  takeIn(file: Uint8Array, medium: NetworkId | null): Promise<Result<TakenIn, DeliveryFailure | PouchFileFailure>>;
}
