import type { LetterHash, ParcelId } from '../../../core/ids.ts';
import type { Letter } from '../../../core/letters/letter.ts';
import { openParcel, type ParcelFailure } from '../../../core/letters/parcel.ts';
import { verifyLetters, type LetterContext, type LetterFailure, type VerifiedLetter } from '../../../core/letters/verify-letter.ts';
import type { DeliveryReport, PouchPreview } from '../api.ts';
import type { LetterRecord } from '../pouch-seam/pouch-ground.ts';
import type { CompartmentKey } from './places.ts';

export type WaitingWhy = PouchPreview['waiting'][number]['why'];
export type RefusedWhy = DeliveryReport['refused'][number]['why'];

/** What came out of one parcel. */
export interface OpenedParcelContent {
  readonly parcel: ParcelId;
  readonly letters: readonly VerifiedLetter[];
  /** Why something in it waits or was refused; `null`: all of it opened. */
  readonly waiting: WaitingWhy | null;
  /** Letters refused for good, and why. */
  readonly refused: readonly RefusedWhy[];
}

const parcelReasons: Readonly<Record<ParcelFailure, { waiting: WaitingWhy; refused: RefusedWhy | null }>> = {
  'parcel-no-key': { waiting: 'no-key', refused: null },
  'parcel-malformed': { waiting: 'damaged', refused: 'malformed' },
  'parcel-wrong-id': { waiting: 'damaged', refused: 'damaged' },
  'parcel-cannot-open': { waiting: 'damaged', refused: 'damaged' },
  'parcel-inflates-too-much': { waiting: 'damaged', refused: 'malformed' },
};

const letterReasons: Readonly<Record<LetterFailure, { waiting: WaitingWhy; refused: RefusedWhy | null }>> = {
  'letter-unknown-signer': { waiting: 'unknown-signer', refused: 'unknown-signer' },
  'letter-not-in-group': { waiting: 'quarantined', refused: 'unknown-signer' },
  'letter-malformed': { waiting: 'damaged', refused: 'malformed' },
  'letter-too-large': { waiting: 'damaged', refused: 'malformed' },
  'letter-bad-change': { waiting: 'forged', refused: 'forged' },
  'letter-wrong-compartment': { waiting: 'forged', refused: 'forged' },
  'letter-bad-signature': { waiting: 'forged', refused: 'forged' },
  'letter-wrong-author': { waiting: 'forged', refused: 'forged' },
  'letter-wrong-level': { waiting: 'forged', refused: 'forged' },
  'letter-above-compartment': { waiting: 'forged', refused: 'forged' },
};

/** The worst first: what a parcel with several troubles is counted under. */
const gravity: readonly WaitingWhy[] = ['forged', 'damaged', 'unknown-signer', 'quarantined', 'above-ceiling', 'no-key'];

/** Whether a parcel that waits for this may open once keys or certificates have come. */
export function mayOpenLater(why: WaitingWhy): boolean {
  return why === 'no-key' || why === 'unknown-signer' || why === 'quarantined' || why === 'above-ceiling';
}

/** Opens one parcel and checks every letter in it. One bad letter does not take the good ones with it. */
export function openArrived(parcel: ParcelId, document: unknown, context: LetterContext, keys: readonly CompartmentKey[]): OpenedParcelContent {
  const opened = openParcel(document, context.compartment, keys);
  if (!opened.ok) {
    const { waiting, refused } = parcelReasons[opened.failure.code];
    return { parcel, letters: [], waiting, refused: refused === null ? [] : [refused] };
  }
  const letters: VerifiedLetter[] = [];
  const refused: RefusedWhy[] = [];
  const reasons = new Set<WaitingWhy>();
  for (const letter of verifyLetters(opened.value.letters, context)) {
    if (letter.ok) {
      letters.push(letter.value);
      continue;
    }
    const reason = letterReasons[letter.failure.code];
    reasons.add(reason.waiting);
    if (reason.refused !== null) refused.push(reason.refused);
  }
  return { parcel, letters, waiting: gravity.find((why) => reasons.has(why)) ?? null, refused };
}

/** What is kept of a letter. */
export function letterRecord(letter: Letter, hash: LetterHash, parcel: ParcelId): LetterRecord {
  const { compartment, device, number, previous, seen, record, signature } = letter;
  return { compartment, device, number, hash, previous, seen, record, changes: letter.changes.map((one) => one.hash), parcel, signature };
}
