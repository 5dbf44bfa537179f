import type { ReceiptDocument } from '../../../core/letters/receipt.ts';
import { ordersDatabaseOf } from '../../../core/organisation/erase-order.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
import { eraseReceiptsDelivered, owedEraseReceipts } from './erase-orders-store.ts';
import { withPatience, type Pause } from './patience.ts';
import { askRemote, useRemote } from './remote.ts';
import { owedReceipts, receiptsDelivered } from './removals.ts';
import type { Send } from './wire.ts';

export interface ReceiptMeans {
  readonly ground: PouchGround;
  readonly send: Send;
  readonly pause: Pause;
  readonly signal: AbortSignal;
}

/** Receipts in one request. */
const atOnce = 100;

/** Brings what the organisation does not have yet: receipts of removals, and of erase orders after which the laptop went on. */
export async function deliverReceipts(means: ReceiptMeans): Promise<void> {
  const { ground } = means;
  await bringReceipts(await owedReceipts(ground), means, (ids) => receiptsDelivered(ids, ground));
  await bringReceipts(await owedEraseReceipts(ground), means, (ids) => eraseReceiptsDelivered(ids, ground));
}

/**
 * Brings signed receipts to the orders database. One is delivered when the server says `ok`, or says
 * that it has it: its id is the hash of what it holds. A server that refuses leaves them owed, and
 * the next exchange brings them again; it ends nothing else.
 */
export async function bringReceipts(receipts: readonly ReceiptDocument[], { ground, send, pause, signal }: ReceiptMeans, delivered: (ids: ReadonlySet<string>) => Promise<void>): Promise<void> {
  const profile = ground.organisation.profile();
  if (profile === null || receipts.length === 0) return;
  const database = ordersDatabaseOf(profile.directoryDatabase);
  try {
    for (let at = 0; at < receipts.length; at += atOnce) {
      const some = receipts.slice(at, at + atOnce);
      const rows = await withPatience({ pause, signal, tries: 3 }, () =>
        useRemote(database, send, signal, (remote) => askRemote(remote.database.bulkDocs(some.map((one) => ({ ...one })), { new_edits: true }))),
      );
      await delivered(new Set(rows.flatMap(confirmedId)));
    }
  } catch (cause) {
    if (!(cause instanceof WireFailure) || cause.code === 'cancelled') throw cause;
  }
}

function confirmedId(row: unknown): readonly string[] {
  if (typeof row !== 'object' || row === null) return [];
  const { id, ok, status, name, error } = row as Readonly<Record<string, unknown>>;
  const isThere = ok === true || status === 409 || name === 'conflict' || error === 'conflict';
  return typeof id === 'string' && isThere ? [id] : [];
}
