import { pieceDocument, type PieceDocument } from '../../../../core/files/piece-document.ts';
import type { CompartmentId, ParcelId, PieceId } from '../../../../core/ids.ts';
import { failed, ok, type Failure, type Result } from '../../../../core/result.ts';
import type { DeliveryFailure } from '../../api.ts';
import type { PouchGround } from '../../pouch-seam/pouch-ground.ts';
import { deliveryFailureOf } from '../answers.ts';
import { startingPace, type Pace } from '../batch-pace.ts';
import { deliver } from '../delivery.ts';
import { StorageStop } from '../failures.ts';
import type { Waybill } from '../outbox-index.ts';
import { withPatience, type Pause } from '../patience.ts';
import { askRemote, useRemote } from '../remote.ts';
import type { Send } from '../wire.ts';
import { readToSend, toSendState, type ToSend } from './file-queues.ts';

export interface SendFilesMeans {
  readonly ground: PouchGround;
  readonly send: Send;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  readonly elapsed: () => number;
  /** So many more pieces are confirmed. */
  readonly confirmed: (pieces: number) => void;
  /** A file is whole at the office. */
  readonly sent: () => void;
}

/** Pieces whose confirmation is noted together: what a crash sends again at most. */
const piecesInASlab = 12;
const namesAroundIt = 300;

/** What of a compartment's files would go: what is here, and what all of it comes to. */
export interface FilesToGo {
  readonly here: readonly ToSend[];
  readonly elsewhere: readonly ToSend[];
  readonly pieces: number;
  /** Bytes on the wire, about. */
  readonly bytes: number;
}

/** Characters of base64 for a byte. */
const onTheWire = 4 / 3;

export async function filesToGo(compartment: CompartmentId, { pieces, states }: Pick<PouchGround, 'pieces' | 'states'>): Promise<FilesToGo> {
  const here: ToSend[] = [];
  const elsewhere: ToSend[] = [];
  const all = { pieces: 0, bytes: 0 };
  for (const entry of await readToSend(states, compartment)) {
    const list = await pieces.list(entry.file);
    if (!list.ok || (await pieces.missing(entry.file, list.value)).length > 0) {
      elsewhere.push(entry);
      continue;
    }
    here.push(entry);
    const left = list.value.pieces.length + 1 - entry.sent;
    all.pieces += left;
    all.bytes += (left / (list.value.pieces.length + 1)) * list.value.size * onTheWire + left * namesAroundIt;
  }
  return { here, elsewhere, ...all };
}

/**
 * Delivers the files of one compartment's records, each from where it stopped. The list of a file's
 * pieces goes last: where it is, all of the file is. A file that is not on this laptop (somebody
 * else's, or not fetched) keeps nobody waiting: it stays in the queue until it is here, or until
 * somebody who has it has delivered it.
 */
export async function sendFiles(database: string, compartment: CompartmentId, files: FilesToGo, means: SendFilesMeans): Promise<Failure<DeliveryFailure> | null> {
  let pace = startingPace;
  await noteElsewhere(database, compartment, files.elsewhere, means);
  for (const entry of files.here) {
    const outcome = await sendFile({ database, compartment, entry, pace }, means);
    if (!outcome.ok) return outcome.failure;
    pace = outcome.value.pace;
  }
  return null;
}

interface Going {
  readonly database: string;
  readonly compartment: CompartmentId;
  readonly entry: ToSend;
  readonly pace: Pace;
}

async function sendFile(going: Going, means: SendFilesMeans): Promise<Result<{ readonly pace: Pace }, DeliveryFailure>> {
  const { pieces, states, identity } = means.ground;
  const { database, compartment, entry } = going;
  const list = await pieces.list(entry.file);
  if (!list.ok) return ok({ pace: going.pace });
  const ids = [...list.value.pieces, entry.file.root];
  let { pace } = going;
  for (let at = entry.sent; at < ids.length; at += piecesInASlab) {
    const documents = new Map<string, PieceDocument>();
    for (const id of ids.slice(at, at + piecesInASlab)) {
      const sealed = await pieces.read(entry.file.id, id);
      if (sealed === null) return ok({ pace });
      documents.set(id, pieceDocument({ id, sealed }, identity.credential.user));
    }
    const outcome = await deliver(database, waybillsOf(compartment, documents), { ...means, load: (id) => documents.get(id) ?? null, confirm: async () => undefined }, pace);
    pace = outcome.pace;
    if (outcome.failure !== null) return { ok: false, failure: deliveryFailureOf(outcome.failure) };
    if (outcome.setAside.some((one) => one.why === 'removed')) {
      // It went by order: what else there is of it is not wanted either.
      await note(states, compartment, entry, ids.length, ids.length);
      return ok({ pace });
    }
    if (outcome.setAside.length > 0) return failed('server-refused');
    await note(states, compartment, entry, at + documents.size, ids.length);
    means.confirmed(documents.size);
  }
  means.sent();
  return ok({ pace });
}

/** Files that cannot go from here: those that are at the office already leave the queue, the others are marked. */
async function noteElsewhere(database: string, compartment: CompartmentId, absent: readonly ToSend[], { ground, send, signal, pause }: SendFilesMeans): Promise<void> {
  if (absent.length === 0) return;
  const roots = absent.map((one) => one.file.root);
  const { rows } = await withPatience({ pause, signal, tries: 4 }, () =>
    useRemote(database, send, signal, (remote) => askRemote(remote.database.allDocs({ keys: roots, include_docs: false }))),
  );
  const delivered = new Set(rows.flatMap((row) => (row.id === undefined || row.value?.deleted === true ? [] : [row.id])));
  const before = await readToSend(ground.states, compartment);
  const known = new Set<string>(roots);
  const after = before.filter((one) => !delivered.has(one.file.root)).map((one) => (known.has(one.file.root) ? { ...one, elsewhere: true } : one));
  await keep(ground.states, compartment, after);
}

function waybillsOf(compartment: CompartmentId, documents: ReadonlyMap<string, PieceDocument>): readonly Waybill[] {
  return [...documents].map(([id, document]) => ({ parcel: id as ParcelId & PieceId, compartment, letters: 0, bytes: document.sealed.length + namesAroundIt }));
}

/** Makes the place to go on from durable; a file that is whole there leaves the queue. */
async function note(states: PouchGround['states'], compartment: CompartmentId, entry: ToSend, sent: number, total: number): Promise<void> {
  const queue = await readToSend(states, compartment);
  await keep(states, compartment, queue.flatMap((one) => (one.file.root !== entry.file.root ? [one] : sent >= total ? [] : [{ ...one, sent, elsewhere: false }])));
}

async function keep(states: PouchGround['states'], compartment: CompartmentId, queue: readonly ToSend[]): Promise<void> {
  const written = await states.write([toSendState(compartment, queue)]);
  if (!written.ok) throw new StorageStop(written.failure.code);
}
