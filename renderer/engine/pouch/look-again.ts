import { decideOpening } from '../../../core/clearance/decide.ts';
import { circumstancesNow, type PouchParts } from './circumstances.ts';
import { notingWanted } from './files/file-queues.ts';
import { gateOf } from './gate.ts';
import { Opener, type Received } from './opener.ts';
import type { Place } from './places.ts';
import { openPouchOf } from './reception.ts';
import { readWaiting, worthTrying } from './waiting.ts';

/**
 * Looks again at what came before and waits: parcels that a key, a certificate or a profile known
 * since may open, and letters in quarantine that would be decided otherwise now. The server is not
 * asked and need not be there.
 */
export async function lookAgain(parts: PouchParts, received: Received, signal: AbortSignal): Promise<void> {
  const circumstances = await circumstancesNow(parts);
  for (const place of circumstances.places) {
    if (decideOpening(place.facts, circumstances.person, circumstances.now).verdict === 'cleared') await lookAgainIn(place, parts, { received, signal });
  }
}

async function lookAgainIn(place: Place, parts: PouchParts, run: { readonly received: Received; readonly signal: AbortSignal }): Promise<void> {
  const { compartment } = place.facts;
  const { book, directory, openDatabase } = parts;
  const gate = await gateOf(place, parts);
  const stamp = directory.stamp();
  const mayOpen = worthTrying(await readWaiting(parts.ground.states, compartment), stamp).length > 0;
  if (!mayOpen && !gate.quarantine.isOutdated()) return;
  const ground = notingWanted(parts.ground, compartment);
  const { local, opened } = await openPouchOf(compartment, ground, openDatabase);
  try {
    const opener = new Opener({ ground, book, local, ...gate, stamp, ...run }, opened);
    await opener.tryAgain();
    await opener.review();
  } finally {
    await local.close();
  }
}

/** The same when a newer profile was taken, by itself: what it finds is told as records that came. */
export async function lookAgainAlone(parts: PouchParts): Promise<void> {
  const received: Received = { letters: 0, quarantined: 0, conflicts: new Set(), refused: new Map() };
  await lookAgain(parts, received, new AbortController().signal);
  parts.ground.emit({ type: 'pouch' });
}
