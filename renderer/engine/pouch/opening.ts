import type { CompartmentId, LetterHash, ParcelId } from '../../../core/ids.ts';
import type { Letter } from '../../../core/letters/letter.ts';
import { openParcel, type ParcelFailure } from '../../../core/letters/parcel.ts';
import { isStub, openStub, type RemovedLetter } from '../../../core/letters/stub.ts';
import { isStatement, openVerdict, type Verdict } from '../../../core/letters/verdict.ts';
import { verifyLetters, type LetterContext, type LetterFailure, type VerifiedLetter } from '../../../core/letters/verify-letter.ts';
import type { DeliveryReport, PouchPreview } from '../api.ts';
import type { LetterRecord } from '../pouch-seam/pouch-ground.ts';
import type { CompartmentKey } from './places.ts';

export type WaitingWhy = PouchPreview['waiting'][number]['why'];
export type RefusedWhy = DeliveryReport['refused'][number]['why'];

/** What came out of one parcel, or of the stub in its place. */
export interface OpenedParcelContent {
  readonly parcel: ParcelId;
  readonly epoch: number;
  readonly letters: readonly VerifiedLetter[];
  /** Members' words on letters in quarantine. */
  readonly verdicts: readonly Verdict[];
  /** Letters that went by the organisation's order; the parcel is gone. */
  readonly removed: readonly RemovedLetter[];
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
  'letter-not-in-group': { waiting: 'not-in-group', refused: 'unknown-signer' },
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
const gravity: readonly WaitingWhy[] = ['forged', 'damaged', 'unknown-signer', 'not-in-group', 'unknown-order', 'above-ceiling', 'future-epoch', 'no-key'];

/** Whether a parcel that waits for this may open once keys or certificates have come. */
export function mayOpenLater(why: WaitingWhy): boolean {
  return why !== 'damaged' && why !== 'forged';
}

/** What opening is done against: who is who, and what the organisation ordered. */
export interface OpeningGround {
  readonly context: LetterContext;
  readonly keys: readonly CompartmentKey[];
  /** The newest epoch that the directory knows: a key beyond it was never issued. */
  readonly newestEpoch: number;
  readonly organisationSignKey: string;
  /** Orders of removal that the directory has. */
  readonly orders: ReadonlySet<string>;
}

/** Opens one document and checks everything in it. One bad letter does not take the good ones with it. */
export function openArrived(parcel: ParcelId, document: unknown, ground: OpeningGround): OpenedParcelContent {
  if (isStub(document)) return openArrivedStub(parcel, document, ground);
  const opened = openParcel(document, ground.context.compartment, ground.keys);
  if (!opened.ok) {
    const { waiting, refused } = parcelReasons[opened.failure.code];
    const isFuture = opened.failure.code === 'parcel-no-key' && Number(opened.failure.facts?.['epoch']) > ground.newestEpoch;
    return nothingOf(parcel, isFuture ? 'future-epoch' : waiting, refused);
  }
  const letters: VerifiedLetter[] = [];
  const verdicts: Verdict[] = [];
  const refused: RefusedWhy[] = [];
  const reasons = new Set<WaitingWhy>();
  for (const item of opened.value.letters.filter(isStatement)) {
    const verdict = openVerdict(item, ground.context.compartment, ground.context.devices);
    if (verdict.ok) verdicts.push(verdict.value);
    else if (verdict.failure.code === 'verdict-unknown-signer') reasons.add('unknown-signer');
    else reasons.add('forged');
    if (!verdict.ok) refused.push('countersignature');
  }
  for (const letter of verifyLetters(opened.value.letters.filter((one) => !isStatement(one)), ground.context)) {
    if (letter.ok) {
      letters.push(letter.value);
      continue;
    }
    const reason = letterReasons[letter.failure.code];
    reasons.add(reason.waiting);
    if (reason.refused !== null) refused.push(reason.refused);
  }
  // What may open later decides whether the parcel is tried again; among equals the worst is told.
  const told = gravity.filter((why) => reasons.has(why));
  return { parcel, epoch: opened.value.epoch, letters, verdicts, removed: [], waiting: told.find(mayOpenLater) ?? told[0] ?? null, refused };
}

/** A stub counts only with the organisation's signature, for exactly this parcel, and by orders that the directory has. */
function openArrivedStub(parcel: ParcelId, document: unknown, { context, keys, organisationSignKey, orders }: OpeningGround): OpenedParcelContent {
  const opened = openStub(document, context.compartment, keys, organisationSignKey);
  if (!opened.ok) return opened.failure.code === 'stub-no-key' ? nothingOf(parcel, 'no-key', null) : nothingOf(parcel, 'forged', 'removal-notice');
  if (!opened.value.orders.every((order) => orders.has(order))) return nothingOf(parcel, 'unknown-order', 'removal-notice');
  return { ...nothingOf(parcel, null, null), removed: opened.value.removed };
}

function nothingOf(parcel: ParcelId, waiting: WaitingWhy | null, refused: RefusedWhy | null): OpenedParcelContent {
  return { parcel, epoch: 0, letters: [], verdicts: [], removed: [], waiting, refused: refused === null ? [] : [refused] };
}

/** What is kept of a letter. */
export function letterRecord(letter: Letter, hash: LetterHash, parcel: ParcelId): LetterRecord {
  const { compartment, device, number, previous, seen, record, signature } = letter;
  return { compartment, device, number, hash, previous, seen, record, changes: letter.changes.map((one) => one.hash), parcel, signature };
}

/** What is kept of a letter that went by order: its place in its device's chain, and nothing else. */
export function removedRecord(compartment: CompartmentId, { device, number, hash, previous, record }: RemovedLetter, parcel: ParcelId): LetterRecord {
  return { compartment, device, number, hash, previous, seen: {}, record, changes: [], parcel };
}
