import { randomId } from '../../../core/crypto/sodium.ts';
import type { ParcelId, TransferId } from '../../../core/ids.ts';
import { transferContent, type Act, type TransferContent, type TransferEnd } from '../../../core/registers/transfer.ts';
import { transfersShown, type TransferEntry, type TransferShown } from '../../../core/registers/transfers-shown.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { StoreFailure } from '../pouch-seam/pouch-ground.ts';
import { RegisterBook, type Commit, type RegisterParts } from './register-book.ts';

type Unnamed<Content extends TransferContent> = Content extends { readonly transfer: TransferId } ? Omit<Content, 'transfer'> : never;
/** What is given to somebody, before it has a name. */
export type Given = Unnamed<Act<'carried'> | Act<'exported'> | Act<'handed-over'> | Act<'asked'> | Act<'backed-up'>>;
export type SealedFor = Omit<Act<'sealed'>, 'transfer' | 'act'>;

/** What left, to whom, on which ground. */
export class TransferRegister {
  readonly book: RegisterBook<TransferContent>;
  private readonly changed: () => void;

  constructor(parts: RegisterParts, changed: () => void) {
    this.book = new RegisterBook('transfers', parts);
    this.changed = changed;
  }

  /** Letters and their entry are written by one `commit`, or neither. */
  async sealed<Code extends string>(what: SealedFor | undefined, commit: Commit<Code>): Promise<Result<null, Code | 'vault-locked'>> {
    if (what === undefined) return commit({ registered: [], states: [] });
    return this.tell(await this.book.enter([{ act: 'sealed', transfer: randomId<TransferId>(), ...what }], commit));
  }

  /** The office has them, and they are let out of the outbox. */
  async confirmed<Code extends string>(parcels: readonly ParcelId[], commit: Commit<Code>): Promise<Result<null, Code | 'vault-locked'>> {
    if (parcels.length === 0) return commit({ registered: [], states: [] });
    return this.tell(await this.book.enter([{ act: 'confirmed', parcels: [...parcels] }], commit));
  }

  /** By an order of removal, parcels that had not gone were sealed anew without what goes, or dropped. */
  async resealed<Code extends string>(instead: Act<'resealed'>['instead'], commit: Commit<Code>): Promise<Result<null, Code | 'vault-locked'>> {
    if (instead.length === 0) return commit({ registered: [], states: [] });
    return this.tell(await this.book.enter([{ act: 'resealed', instead }], commit));
  }

  /** Durable when it resolves: only then may it be given. */
  async give(what: Given): Promise<Result<TransferId, StoreFailure>> {
    const transfer = randomId<TransferId>();
    const written = this.tell(await this.book.write([{ ...what, transfer }], 'durable'));
    return written.ok ? ok(transfer) : written;
  }

  async ended(transfer: TransferId, how: TransferEnd): Promise<Result<null, StoreFailure>> {
    return this.tell(await this.book.write([{ act: 'ended', transfer, how }], 'durable'));
  }

  /** All of them, the latest first. What a later version of the app entered is left out, not lost. */
  async all(): Promise<readonly TransferShown[]> {
    const entries: TransferEntry[] = [];
    for (const { name, entries: some } of await this.book.read()) {
      for (const { number, at, content } of some) {
        const parsed = transferContent.safeParse(content);
        if (parsed.success) entries.push({ device: name.device, number, at, content: parsed.data });
      }
    }
    return transfersShown(entries);
  }

  private tell<Code extends string>(written: Result<null, Code>): Result<null, Code> {
    if (written.ok) this.changed();
    return written;
  }
}
