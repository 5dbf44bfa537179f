import { canonicalHash } from '../../core/crypto/canonical.ts';
import { newSealKey, randomBytes, sha256, toBase64Url } from '../../core/crypto/sodium.ts';
import type { ChangeHash, CompartmentId, DeviceId, LetterHash, MarkingId, PersonId, RecordId } from '../../core/ids.ts';
import type { Change, HybridTime } from '../../core/ledger/change.ts';
import type { Letter } from '../../core/letters/letter.ts';
import type { ParcelPlace } from '../../core/letters/parcel.ts';

/** Builders for tests of letters and parcels. What they make is shaped right, not signed right. */
export const aCompartment = 'trafficking-sensitive' as CompartmentId;

export function aPlace(changes: Partial<ParcelPlace> = {}): ParcelPlace {
  return { compartment: aCompartment, epoch: 1, key: newSealKey<'compartment'>(), uploader: `m${'0'.repeat(32)}`, ...changes };
}

export function aLetter(number: number, text = 'Met the liaison officer in Bar.', changes: Partial<Letter> = {}): Letter {
  const header: Change['header'] = {
    v: 1,
    record: `record-${number}` as RecordId,
    kind: 'note',
    act: 'edit',
    author: 'ana' as PersonId,
    device: 'anas-laptop' as DeviceId,
    time: '0194d3b1a000-0000-anas-laptop' as HybridTime,
    parents: [],
    level: 'SENSITIVE' as MarkingId,
    commitment: '0'.repeat(64),
  };
  return {
    v: 1,
    compartment: aCompartment,
    record: header.record,
    level: header.level,
    device: header.device,
    number,
    previous: number === 1 ? null : (canonicalHash(number - 1) as LetterHash),
    seen: {},
    changes: [{ hash: canonicalHash(header) as ChangeHash, header, content: { salt: 'salt', fields: { body: text } } }],
    signature: 'x'.repeat(86),
    ...changes,
  };
}

/** Text that deflate cannot shorten by more than a quarter. */
export function noise(bytes: number): string {
  const parts: string[] = [];
  let block = randomBytes(32);
  for (let length = 0; length < bytes; length += 43) {
    block = sha256(block);
    parts.push(toBase64Url(block));
  }
  return parts.join('').slice(0, bytes);
}
