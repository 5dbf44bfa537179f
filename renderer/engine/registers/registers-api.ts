import type { ExportPurpose } from '../../../core/clearance/export.ts';
import type { Day, FileId, Instant, MarkingId, RecordId, TransferId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { RegisterName } from '../../../core/registers/entry.ts';
import type { Flaw } from '../../../core/registers/examine-chain.ts';
import type { Lot, Recipient, RecipientGroup, TransferEnd, WayOut } from '../../../core/registers/transfer.ts';
import type { TransferResult } from '../../../core/registers/transfers-shown.ts';
import type { Result } from '../../../core/result.ts';

export type { Lot, Recipient, RecipientGroup, RegisterName, TransferEnd, TransferResult, WayOut };
export type { Flaw as RegisterFlaw };

export type RegisterFailure = 'storage-full' | 'storage-failed' | 'vault-locked';

/** Something that is about to leave the app. What binds its records is looked up by the engine. */
export interface Departure {
  readonly as: WayOut;
  readonly records: readonly RecordId[];
  /** Nobody by name where nothing is said: the person takes it with them. */
  readonly purpose?: ExportPurpose;
  readonly recipients?: readonly Recipient[];
  readonly file?: FileId;
  readonly register?: RegisterName;
  /** A report for whoever takes cases over. */
  readonly handOverTo?: Recipient;
}

/** What was done, as the list of transfers sorts it. */
export type TransferAct = 'delivered' | 'carried' | 'exported' | 'handed-over' | 'asked' | 'backed-up';

export interface TransferRow {
  readonly transfer: TransferId;
  readonly at: Instant;
  readonly act: TransferAct;
  /** How it left: a network, a medium, a kind of file. */
  readonly by: { readonly type: 'network' | 'medium'; readonly name: string } | { readonly type: 'file'; readonly as: WayOut } | { readonly type: 'report' | 'cases' | 'request' | 'backup' };
  readonly purpose: ExportPurpose;
  readonly groups: readonly RecipientGroup[];
  readonly recipients: readonly Recipient[];
  readonly kinds: readonly { readonly kind: RecordKind; readonly count: number }[];
  readonly records: number;
  readonly letters: number;
  readonly files: number;
  /** A copy of a register. */
  readonly register: RegisterName | null;
  /** Every level among it. */
  readonly levels: readonly MarkingId[];
  readonly aboutPersons: boolean;
  readonly result: TransferResult;
  readonly since: Instant | null;
  /** Made on an earlier or another laptop of the person. */
  readonly elsewhere: boolean;
}

/** One transfer with its conditions. The records of its lots may be many: titles are asked for as they are shown. */
export interface TransferDetails extends TransferRow {
  readonly lots: readonly (Omit<Lot, 'release'> & { readonly release: { readonly type: 'batch' | 'standing' | 'programme'; readonly by: string; readonly reference: string } | null })[];
}

export interface TransferQuery {
  /** Found in recipients, groups, ways and references. */
  readonly words: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly acts: readonly TransferAct[];
  readonly record: RecordId | null;
  readonly sort: { readonly by: 'at' | 'recipient' | 'records'; readonly descending: boolean };
}

export interface TransferAnswer {
  /** All there are, before anything narrows them. */
  readonly all: number;
  readonly total: number;
  /** How many there are of each act among those that fit everything else. */
  readonly acts: readonly { readonly act: TransferAct; readonly count: number }[];
  readonly rows: readonly TransferRow[];
}

/** What somebody did who looked into the notebook. `left`: it stands in the register of transfers. */
export type ConsultationDid = 'opened' | 'searched' | 'revealed' | 'left';

export interface ConsultationRow {
  /** Of one entry, and of no other. */
  readonly id: string;
  readonly at: Instant;
  readonly did: ConsultationDid;
  readonly record: RecordId | null;
  readonly kind: RecordKind | null;
  readonly level: MarkingId | null;
  readonly aboutPersons: boolean;
  /** What was looked for, and how much was found. */
  readonly search: { readonly words: string; readonly found: number } | null;
  readonly revealed: 'restricted' | 'quarantined' | null;
  readonly justification: string;
  readonly transfer: TransferRow | null;
  readonly elsewhere: boolean;
}

export interface ConsultationQuery {
  /** Found in what was looked for, in justifications, and in the titles that records have now. */
  readonly words: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly did: readonly ConsultationDid[];
  readonly record: RecordId | null;
  readonly descending: boolean;
}

export interface ConsultationAnswer {
  readonly all: number;
  readonly total: number;
  readonly did: readonly { readonly did: ConsultationDid; readonly count: number }[];
  readonly rows: readonly ConsultationRow[];
}

export interface RegisterStanding {
  readonly entries: number;
  /** The earliest moment that is kept; `null`: nothing is. */
  readonly since: Instant | null;
  /** Nothing: every chain is whole. */
  readonly flaws: readonly { readonly flaw: Flaw; readonly elsewhere: boolean }[];
  /** Pages that no chain names: what said where it ends was taken away. */
  readonly loosePages: number;
}

/** What was typed in the palette for: a command that was chosen there, or what was found. */
export type PaletteEnd = 'search' | 'command';

/** What left, and who looked. */
export interface RegistersApi {
  /** Registers what is about to leave; only with the answer may it be handed over. Durable when it resolves. */
  leaving(departure: Departure): Promise<Result<TransferId, RegisterFailure>>;
  /** How it ended. */
  left(transfer: TransferId, how: TransferEnd): Promise<Result<null, RegisterFailure>>;
  transfers(query: TransferQuery, window: { readonly from: number; readonly count: number }): Promise<TransferAnswer>;
  transfer(transfer: TransferId): Promise<TransferDetails | null>;
  /** Enters why a record that is out of sight is opened; only with the answer may it be shown. */
  reveal(kind: RecordKind, record: RecordId, justification: string): Promise<Result<null, RegisterFailure | 'not-found' | 'no-justification'>>;
  /** The palette was left. What was typed in it is a search, and is entered as one, unless it was the name of the command that was chosen. */
  paletteLeft(by: PaletteEnd): Promise<void>;
  consultations(query: ConsultationQuery, window: { readonly from: number; readonly count: number }): Promise<ConsultationAnswer>;
  /** Reads a whole register and says whether anything is missing from it. */
  standing(register: RegisterName): Promise<RegisterStanding>;
}
