import { mayRelease } from '../../../core/clearance/arrive.ts';
import { canonicalHash } from '../../../core/crypto/canonical.ts';
import type { LetterHash } from '../../../core/ids.ts';
import { packStatements } from '../../../core/letters/parcel.ts';
import { writeVerdict, type Verdict } from '../../../core/letters/verdict.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { ArrivalsApi, VouchFailure } from './arrivals-api.ts';
import type { PouchParts } from './circumstances.ts';
import { notingWanted } from './files/file-queues.ts';
import { openQuarantine } from './gate.ts';
import { letterRecord } from './opening.ts';
import type { Place } from './places.ts';
import type { Quarantine } from './quarantine.ts';

/** A compartment with letters in quarantine. */
export interface HeldPlace {
  readonly place: Place;
  readonly quarantine: Quarantine;
}

export async function heldPlaces(places: readonly Place[], parts: PouchParts): Promise<readonly HeldPlace[]> {
  const opened = await Promise.all(places.map(async (place) => ({ place, quarantine: await openQuarantine(place, parts) })));
  return opened.filter((one) => one.quarantine.list().length > 0);
}

/**
 * Signs a word on letters in quarantine, one statement for each compartment. The word, the parcel that
 * carries it and what it releases are stored; a crash between the two leaves the word, and the next
 * look at the quarantine releases.
 */
export async function vouch(letters: readonly LetterHash[], says: Verdict['says'], places: readonly Place[], parts: PouchParts): ReturnType<ArrivalsApi['vouch']> {
  let released = 0;
  const wanted = new Set(letters);
  let found = 0;
  for (const held of await heldPlaces(places, parts)) {
    const named = held.quarantine.list().filter((one) => wanted.has(one.hash));
    if (named.length === 0) continue;
    found += named.length;
    const done = await vouchIn(held, named.map((one) => one.hash), says, parts);
    if (!done.ok) return done;
    released += done.value;
  }
  parts.ground.emit({ type: 'pouch' });
  return found === 0 ? failed('not-in-quarantine') : ok({ released });
}

async function vouchIn({ place, quarantine }: HeldPlace, letters: readonly LetterHash[], says: Verdict['says'], parts: PouchParts): Promise<Result<number, VouchFailure>> {
  const { ground, outbox } = parts;
  const { person, device, deviceKeys, credential } = ground.identity;
  const { compartment } = place.facts;
  const verdict: Verdict = { v: 1, compartment, letters: [...letters], says, person, device, at: ground.now() };
  const rules = quarantine.rules();
  const named = new Set(letters);
  const entries = quarantine.list().filter((one) => named.has(one.hash));
  if (!entries.every((one) => one.reasons.some((reason) => mayRelease(verdict, one, reason, rules)))) return failed('not-yours-to-decide');
  if (place.current === null || place.database === null) return failed('no-key');
  const statement = writeVerdict(verdict, deviceKeys.secretKey);
  const document = packStatements([statement], { compartment, epoch: place.current.epoch, key: place.current.key, uploader: credential.user });
  if (document === null) throw new Error('a verdict fits into a parcel');
  // Counted in the outbox as one letter, under the statement's own hash.
  const parcel = { database: place.database, compartment, document, letters: [canonicalHash(statement) as LetterHash] };
  const admitted = await quarantine.admit([], [verdict], async () => 'known');
  const stored = await ground.ledger.sealOutgoing({ letters: [], parcels: [parcel], sent: [], states: admitted.states.filter((one) => one.name.startsWith('pouch/verdicts/')) });
  if (!stored.ok) return stored;
  await outbox.added([parcel]);
  const records = admitted.taken.map(({ letter, hash, parcel: from }) => letterRecord(letter, hash, from));
  const united = await notingWanted(ground, compartment).ledger.storeArrived({ changes: admitted.taken.flatMap((one) => one.letter.changes), letters: records, states: admitted.states });
  if (!united.ok) return united;
  admitted.settle();
  for (const one of records) await parts.book.note(one);
  return ok(admitted.taken.length);
}
