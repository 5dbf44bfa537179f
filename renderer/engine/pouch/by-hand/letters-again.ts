import { sign, toBase64Url } from '../../../../core/crypto/sodium.ts';
import type { LetterHash, RecordId } from '../../../../core/ids.ts';
import type { Change } from '../../../../core/ledger/change.ts';
import type { History } from '../../../../core/ledger/state.ts';
import { letterHash, letterMessage, letterPurpose } from '../../../../core/letters/letter-hash.ts';
import type { Letter } from '../../../../core/letters/letter.ts';
import { highest, markingOf } from '../../../../core/markings/scheme.ts';
import type { LetterRecord, PouchGround } from '../../pouch-seam/pouch-ground.ts';
import type { Place } from '../places.ts';

/**
 * The letters of a compartment put together again from the ledger, for whoever forwards them: the
 * same letters, with the signatures of those who wrote them, in parcels of the forwarder's own. A
 * letter whose signature was not kept, or a change of which was erased, cannot be forwarded; the
 * office has it.
 */
export async function lettersAgain(place: Place, but: ReadonlySet<LetterHash>, ground: PouchGround): Promise<readonly Letter[]> {
  const kept = (await ground.letters.ofCompartment(place.facts.compartment)).filter((one) => !but.has(one.hash));
  const histories = new Map<RecordId, History>();
  const letters: Letter[] = [];
  for (const one of kept.toSorted((a, b) => a.device.localeCompare(b.device) || a.number - b.number)) {
    const history = histories.get(one.record) ?? (await ground.ledger.history(one.record));
    histories.set(one.record, history);
    const letter = again(one, history, ground);
    if (letter !== null) letters.push(letter);
  }
  return letters;
}

function again(kept: LetterRecord, history: History, ground: PouchGround): Letter | null {
  const changes = kept.changes.flatMap((hash) => history.get(hash) ?? []);
  const [first, ...rest] = changes;
  if (first === undefined || changes.length !== kept.changes.length || changes.some((one) => one.content === 'erased')) return null;
  const signature = signatureOf(kept, ground);
  if (signature === null) return null;
  const levelOf = (change: Change) => markingOf(ground.organisation.scheme(), change.header.level);
  const { compartment, record, device, number, previous, seen } = kept;
  const letter: Letter = { v: 1, compartment, record, level: highest(levelOf(first), ...rest.map(levelOf)).id, device, number, previous, seen, changes, signature };
  return letterHash(letter) === kept.hash ? letter : null;
}

/** Own letters of before signatures were kept are signed again: Ed25519 gives the same signature. */
function signatureOf({ signature, device, hash }: LetterRecord, { identity }: PouchGround): string | null {
  if (signature !== undefined) return signature;
  return device === identity.device ? toBase64Url(sign(identity.deviceKeys.secretKey, letterPurpose, letterMessage(hash))) : null;
}
