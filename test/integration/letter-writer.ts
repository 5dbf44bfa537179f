import { randomId, sign, toBase64Url } from '../../core/crypto/sodium.ts';
import type { LetterHash, RecordId } from '../../core/ids.ts';
import { formatTime } from '../../core/ledger/hybrid-clock.ts';
import { makeChange } from '../../core/ledger/make-change.ts';
import { letterHash, letterMessage, letterPurpose } from '../../core/letters/letter-hash.ts';
import type { Letter } from '../../core/letters/letter.ts';
import { packLetters, type PackedParcel } from '../../core/letters/parcel.ts';
import { toFields } from '../../core/records/fields.ts';
import type { RecordKind, RecordValue } from '../../core/records/kinds.ts';
import type { Compartment } from './a-parcel.ts';
import type { Laptop, Programme } from './programme.ts';

export interface Written {
  readonly letter: Letter;
  readonly hash: LetterHash;
}

/** Writes a laptop's letters in one compartment, numbered and linked, and delivers them through the gateway. */
export interface Pen {
  write(text: string, record?: RecordId): Promise<Written>;
  /** A record of any kind. */
  writeRecord<Kind extends RecordKind>(kind: Kind, value: RecordValue<Kind>, record?: RecordId): Promise<Written>;
  /** Writes these and delivers them in one parcel. */
  deliver(...texts: readonly string[]): Promise<{ readonly parcel: string; readonly letters: readonly Written[] }>;
  /** What tells this level that a record goes on above. */
  notice(record: RecordId): Promise<Written>;
  send(letters: readonly Written[]): Promise<string>;
  /** Number and hash of the last letter that was written. */
  last(): { readonly number: number; readonly hash: LetterHash } | null;
}

export function penOf(programme: Programme, laptop: Laptop, compartment: Compartment): Pen {
  let last: { number: number; hash: LetterHash } | null = null;
  const signed = (content: Content): Promise<Written> => {
    const written = aSignedLetter(laptop, compartment, content, last);
    last = { number: written.letter.number, hash: written.hash };
    return Promise.resolve(written);
  };
  const write = (text: string, record: RecordId = randomId()) => signed({ record, kind: 'note', fields: { title: text } });
  const send = async (letters: readonly Written[]) => {
    const packed = pack(laptop, compartment, letters);
    const path = `/${compartment.database}/_bulk_docs`;
    const told = await programme.ask({ method: 'POST', path, body: { docs: [packed.document] }, user: laptop.credential });
    if (!JSON.stringify(told.body).includes('"ok":true')) throw new Error(`not delivered: ${JSON.stringify(told.body)}`);
    return packed.document._id;
  };
  return {
    write,
    writeRecord: (kind, value, record = randomId()) => signed({ record, kind, fields: toFields(kind, value) }),
    notice: (record) => signed({ record, kind: 'note', fields: {}, act: 'raise' }),
    send,
    async deliver(...texts) {
      const letters: Written[] = [];
      for (const text of texts) letters.push(await write(text));
      return { parcel: await send(letters), letters };
    },
    last: () => last,
  };
}

interface Content {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly fields: ReturnType<typeof toFields>;
  readonly act?: 'raise';
}

function aSignedLetter(
  laptop: Laptop,
  compartment: Compartment,
  { record, kind, fields, act }: Content,
  last: { readonly number: number; readonly hash: LetterHash } | null,
): Written {
  const level = compartment.marking;
  const common = { record, kind, author: laptop.person, device: laptop.device, parents: [], level };
  const time = formatTime({ ms: Date.now(), counter: last?.number ?? 0 }, laptop.device);
  const change = makeChange(act === undefined ? { ...common, act: 'edit', fields } : { ...common, act }, time);
  if (!change.ok) throw new Error(change.failure.code);
  const unsigned: Omit<Letter, 'signature'> = {
    v: 1,
    compartment: compartment.id,
    record,
    level,
    device: laptop.device,
    number: (last?.number ?? 0) + 1,
    previous: last?.hash ?? null,
    seen: {},
    changes: [change.value],
  };
  const hash = letterHash(unsigned);
  return { letter: { ...unsigned, signature: toBase64Url(sign(laptop.sign.secretKey, letterPurpose, letterMessage(hash))) }, hash };
}

function pack(laptop: Laptop, compartment: Compartment, letters: readonly Written[]): PackedParcel {
  const newest = compartment.epochs.reduce((one, other) => (other.epoch > one.epoch ? other : one));
  const place = { compartment: compartment.id, epoch: newest.epoch, key: newest.key, uploader: laptop.credential.user };
  const [parcel] = packLetters(letters.map((one) => one.letter), place).parcels;
  if (parcel === undefined) throw new Error('one parcel');
  return parcel;
}
