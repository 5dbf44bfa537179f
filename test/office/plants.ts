import type { Cleared } from '../../core/clearance/decision.ts';
import type { SealKey, SignPair } from '../../core/crypto/keys.ts';
import { newSignPair, randomId, toBase64Url } from '../../core/crypto/sodium.ts';
import type { DeviceId, LetterHash, PersonId, RecordId } from '../../core/ids.ts';
import type { Change } from '../../core/ledger/change.ts';
import { formatTime } from '../../core/ledger/hybrid-clock.ts';
import { makeChange } from '../../core/ledger/make-change.ts';
import type { Letter, ParcelDocument } from '../../core/letters/letter.ts';
import { packLetters } from '../../core/letters/parcel.ts';
import { writeLetter } from '../../core/letters/write-letter.ts';
import { defaultScheme } from '../../core/markings/default-scheme.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import type { Office, TestCompartment } from './laptop.ts';

/**
 * Letters and parcels made outside the engine, as somebody with a compartment's key, or without,
 * could make them.
 */
export interface Writer {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly keys: SignPair;
}

export function aWriter(): Writer {
  const [identity, keys] = [newSignPair(), newSignPair()];
  return { person: toBase64Url(identity.publicKey) as PersonId, device: toBase64Url(keys.publicKey) as DeviceId, keys };
}

export interface LetterParts {
  readonly number?: number;
  readonly previous?: LetterHash | null;
  readonly level?: string;
  readonly record?: RecordId;
  readonly title?: string;
  /** Who the change says wrote it, when that is not the writer. */
  readonly author?: PersonId;
}

/** One letter with one new note in it. */
export function aLetter(writer: Writer, compartment: TestCompartment, parts: LetterParts = {}): { readonly letter: Letter; readonly hash: LetterHash } {
  const record = parts.record ?? randomId<RecordId>();
  const change = aChange(writer, compartment, { ...parts, record });
  const cleared = { record, compartment: compartment.id, level: parts.level ?? compartment.marking } as unknown as Cleared;
  const { number = 1, previous = null } = parts;
  return writeLetter(cleared, { changes: [change], device: writer.device, number, previous, seen: {}, scheme: defaultScheme }, writer.keys.secretKey);
}

function aChange(writer: Writer, compartment: TestCompartment, parts: LetterParts & { readonly record: RecordId }): Change {
  const change = makeChange(
    {
      record: parts.record,
      kind: 'note',
      act: 'edit',
      author: parts.author ?? writer.person,
      device: writer.device,
      parents: [],
      level: (parts.level ?? compartment.marking) as TestCompartment['marking'],
      fields: { title: parts.title ?? 'Planted', jwg: compartment.jwg },
    },
    formatTime({ ms: Date.now(), counter: 0 }, writer.device),
  );
  if (!change.ok) throw new Error(change.failure.code);
  return change.value;
}

/** A parcel of these letters, sealed with the compartment's key or another one. */
export function aParcel(letters: readonly Letter[], compartment: TestCompartment, changed: { readonly epoch?: number; readonly key?: SealKey<'compartment'>; readonly uploader?: string } = {}): ParcelDocument {
  const current = compartment.epochs.at(-1);
  if (current === undefined) throw new Error('a compartment has a key');
  const place = {
    compartment: compartment.id,
    epoch: changed.epoch ?? current.epoch,
    key: changed.key ?? keyBytes<SealKey<'compartment'>>(current.key),
    uploader: changed.uploader ?? 'somebody',
  };
  const [packed] = packLetters(letters, place).parcels;
  if (packed === undefined) throw new Error('nothing to pack');
  return packed.document;
}

/** Puts a document into a compartment's database as a hostile administrator can: the server's rules taken away first. */
export async function plant(office: Office, compartment: TestCompartment, document: { readonly _id: string }): Promise<void> {
  await withoutRules(office, compartment);
  const answer = await office.admin('PUT', `/${compartment.database}/${document._id}`, document);
  if (answer.status !== 201) throw new Error(`not planted: ${answer.status}`);
}

/** The same with many at once. */
export async function plantAll(office: Office, compartment: TestCompartment, docs: readonly { readonly _id: string }[]): Promise<void> {
  await withoutRules(office, compartment);
  const answer = await office.admin('POST', `/${compartment.database}/_bulk_docs`, { docs });
  const rows = answer.body as readonly { readonly ok?: boolean }[];
  if (answer.status !== 201 || rows.some((one) => one.ok !== true)) throw new Error(`not planted: ${answer.status}`);
}

async function withoutRules(office: Office, compartment: TestCompartment): Promise<void> {
  const rules = `/${compartment.database}/_design/rapporteur`;
  const found = (await office.admin('GET', rules)).body as { readonly _rev?: string };
  if (found._rev !== undefined) await office.admin('DELETE', `${rules}?rev=${found._rev}`);
}
