import type { Paused, PouchStanding } from '../../../core/pouch/standing.ts';
import { readSettings } from '../settings/settings.ts';
import { circumstancesNow, type CircumstancesNow, type PouchParts } from './circumstances.ts';
import { readToSend, readWanted } from './files/file-queues.ts';
import { gatherUnsent, sortUnsent } from './gather.ts';
import { readLooked } from './looked.ts';
import type { Place } from './places.ts';
import { readQuarantine } from './quarantine-store.ts';
import { readWaiting } from './waiting.ts';

/** How many of the records with unsent changes may go, and how many are held. */
export type SortedCounts = Pick<PouchStanding, 'goes' | 'stays' | 'unsorted'>;

/** How the pouch stands at this moment, around what was counted of the records. */
export async function standingNow(parts: PouchParts, sorted: SortedCounts, { places }: CircumstancesNow): Promise<PouchStanding> {
  const waits = await Promise.all(places.map((place) => waitsIn(place, parts)));
  const sum = (count: (one: Waits) => number) => waits.reduce((total, one) => total + count(one), 0);
  return {
    ...sorted,
    underWay: await parts.outbox.letters(),
    filesToGo: sum((one) => one.filesToGo),
    filesElsewhere: sum((one) => one.filesElsewhere),
    filesToCome: sum((one) => one.filesToCome),
    quarantined: sum((one) => one.quarantined),
    unopened: sum((one) => one.unopened),
    paused: await pausedNow(parts),
    budget: await parts.meter.state(),
    looked: await readLooked(parts.ground.states),
  };
}

/** A pause is told only where something would go by itself otherwise. */
async function pausedNow({ ground, ...parts }: PouchParts): Promise<Paused | null> {
  return (await readSettings(ground.states)).deliversByItself ? heldBack(parts) : null;
}

/** Why nothing may go by itself although it was switched on; `null`: it may. */
export async function heldBack({ pausing, meter }: Pick<PouchParts, 'pausing' | 'meter'>): Promise<Paused | null> {
  return (await pausing.now()) ?? ((await meter.state())?.reached === true ? { why: 'budget' } : null);
}

type Waits = Pick<PouchStanding, 'filesToGo' | 'filesElsewhere' | 'filesToCome' | 'quarantined' | 'unopened'>;

async function waitsIn({ facts: { compartment } }: Place, { ground: { states } }: PouchParts): Promise<Waits> {
  const toSend = await readToSend(states, compartment);
  const elsewhere = toSend.filter((one) => one.elsewhere).length;
  return {
    filesToGo: toSend.length - elsewhere,
    filesElsewhere: elsewhere,
    filesToCome: (await readWanted(states, compartment)).length,
    quarantined: (await readQuarantine(states, compartment)).length,
    unopened: (await readWaiting(states, compartment)).size,
  };
}

/** Above this many records nobody sorts them by the way: asking the policy about each takes its time. */
const sortedLive = 2_000;

/** For Today and the status line: as true as the preview but for the closure, which reads every letter and is left to it. */
export async function standingLive(parts: PouchParts): Promise<PouchStanding> {
  const { ground } = parts;
  const circumstances = await circumstancesNow(parts);
  const count = ground.ledger.unsentCount();
  if (count > sortedLive) return standingNow(parts, { goes: 0, stays: 0, unsorted: count }, circumstances);
  // A record that the closure would hold is counted as going: more is said to be open than is, never less.
  const unsent = count === 0 ? [] : (await gatherUnsent(ground.ledger)).map((one) => ({ ...one, historyElsewhere: false }));
  const { goes, stays } = sortUnsent(unsent, circumstances);
  return standingNow(parts, { goes: goes.length, stays: stays.length, unsorted: 0 }, circumstances);
}
