import { z } from 'zod';
import { smallFile } from '../../../../core/files/file-limits.ts';
import { referencedFiles } from '../../../../core/files/referenced-files.ts';
import type { FileReference } from '../../../../core/files/sealed-file.ts';
import type { CompartmentId, RecordId } from '../../../../core/ids.ts';
import type { Change } from '../../../../core/ledger/change.ts';
import { attachment } from '../../../../core/records/parts.ts';
import type { NamedState, PouchGround, SealedStates } from '../../pouch-seam/pouch-ground.ts';

const file = attachment.shape.file.unwrap().unwrap();

const toSendShape = z.array(z.object({ file, /** Pieces that the server has confirmed, from the first on. */ sent: z.number().int().min(0), /** It was not on this laptop, or not whole, when it was to go. */ elsewhere: z.boolean().default(false) }));
export type ToSend = z.output<typeof toSendShape>[number];

const wantedShape = z.array(z.object({ file, record: z.string().transform((text) => text as RecordId) }));
export type Wanted = z.output<typeof wantedShape>[number];

const toSendName = (compartment: CompartmentId) => `pouch/files-to-send/${compartment}`;
const wantedName = (compartment: CompartmentId) => `pouch/files-wanted/${compartment}`;

/** Files whose record went to a compartment and that have not gone, or not whole. */
export async function readToSend(states: SealedStates, compartment: CompartmentId): Promise<readonly ToSend[]> {
  const read = await states.read(toSendName(compartment), toSendShape);
  return read.ok ? (read.value ?? []) : [];
}

export function toSendState(compartment: CompartmentId, queue: readonly ToSend[]): NamedState {
  return { name: toSendName(compartment), value: queue };
}

/** Small files of records that came, to be fetched by themselves. */
export async function readWanted(states: SealedStates, compartment: CompartmentId): Promise<readonly Wanted[]> {
  const read = await states.read(wantedName(compartment), wantedShape);
  return read.ok ? (read.value ?? []) : [];
}

export function wantedState(compartment: CompartmentId, queue: readonly Wanted[]): NamedState {
  return { name: wantedName(compartment), value: queue };
}

/** What is to be written with the letters that carry these changes, so that their files follow; nothing when they name none. */
export async function withFilesToSend(states: SealedStates, compartment: CompartmentId, changes: readonly Change[]): Promise<readonly NamedState[]> {
  const named = referencedFiles(changes).map((one) => one.file);
  if (named.length === 0) return [];
  const queue = await readToSend(states, compartment);
  const fresh = unknownIn(queue, named).map((one) => ({ file: one, sent: 0, elsewhere: false }));
  return [toSendState(compartment, [...queue, ...fresh])];
}

/** The same ground, noting the small files of what arrives in the transaction that stores it. */
export function notingWanted(ground: PouchGround, compartment: CompartmentId): PouchGround {
  const { ledger, states } = ground;
  return {
    ...ground,
    ledger: {
      ...ledger,
      async storeArrived(batch) {
        const small = batch.changes.flatMap((change) => referencedFiles([change]).map((one) => ({ ...one, record: change.header.record }))).filter((one) => one.size <= smallFile);
        if (small.length === 0) return ledger.storeArrived(batch);
        const queue = await readWanted(states, compartment);
        const fresh = small.filter((one) => !queue.some((known) => known.file.root === one.file.root)).map((one) => ({ file: one.file, record: one.record }));
        return ledger.storeArrived({ ...batch, states: [...(batch.states ?? []), wantedState(compartment, [...queue, ...fresh])] });
      },
    },
  };
}

function unknownIn(queue: readonly ToSend[], named: readonly FileReference[]): readonly FileReference[] {
  const known = new Set(queue.map((one) => one.file.root));
  return named.filter((one) => {
    const isNew = !known.has(one.root);
    known.add(one.root);
    return isNew;
  });
}
