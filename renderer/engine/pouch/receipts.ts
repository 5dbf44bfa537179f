import { ordersDatabaseOf } from '../../../core/organisation/erase-order.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
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

/**
 * Brings signed receipts to the orders database. One is delivered when the server says `ok`, or says
 * that it has it: its id is the hash of what it holds. A server that refuses leaves them owed, and
 * the next exchange brings them again; it ends nothing else.
 */
export async function deliverReceipts({ ground, send, pause, signal }: ReceiptMeans): Promise<void> {
  const profile = ground.organisation.profile();
  const owed = profile === null ? [] : await owedReceipts(ground);
  if (profile === null || owed.length === 0) return;
  const database = ordersDatabaseOf(profile.directoryDatabase);
  try {
    for (let at = 0; at < owed.length; at += atOnce) {
      const some = owed.slice(at, at + atOnce);
      const rows = await withPatience({ pause, signal, tries: 3 }, () =>
        useRemote(database, send, signal, (remote) => askRemote(remote.database.bulkDocs(some.map((one) => ({ ...one })), { new_edits: true }))),
      );
      await receiptsDelivered(new Set(rows.flatMap(confirmedId)), ground);
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
