import { decide } from '../../../core/clearance/decide.ts';
import type { Channel, Cleared, PersonFacts, Reason, RecordFacts } from '../../../core/clearance/decision.ts';
import { compartmentFor } from '../../../core/clearance/levels.ts';
import type { Instant, JwgId, RecordId } from '../../../core/ids.ts';
import type { MarkingScheme } from '../../../core/markings/marking.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import type { LedgerStore, UnsentRecord } from '../pouch-seam/pouch-ground.ts';
import type { ReleaseBasis } from '../../../core/release/released.ts';
import type { ClosedRecord } from './closure.ts';
import type { Place } from './places.ts';

/** What the policy is asked with; the same for every record of one run. */
export interface Circumstances {
  readonly channel: Channel;
  readonly person: PersonFacts;
  readonly places: readonly Place[];
  readonly scheme: MarkingScheme;
  readonly now: Instant;
  /** On what a release to a group with a four-eyes policy rests; `null`: nobody has confirmed it. */
  readonly release: (record: ClosedRecord, place: Place) => ReleaseBasis | null;
}

/** A record with leave to go, and where to. */
export interface Goes {
  readonly unsent: ClosedRecord;
  readonly cleared: Cleared;
  readonly place: Place;
  /** Who stands behind it, where the group asks for a second person. */
  readonly release: ReleaseBasis | null;
}

export interface Stays {
  readonly unsent: ClosedRecord;
  /** `null`: there is no compartment for its group and level. */
  readonly place: Place | null;
  readonly reasons: readonly [Reason, ...Reason[]];
}

export interface Sorted {
  readonly goes: readonly Goes[];
  readonly stays: readonly Stays[];
}

/** Every record with unsent changes. One that names no group itself belongs to that of its case or of what it came from. */
export async function gatherUnsent(ledger: LedgerStore): Promise<readonly UnsentRecord[]> {
  const groups = new Map<RecordId, JwgId | null>();
  async function groupOf(record: RecordId): Promise<JwgId | null> {
    const known = groups.get(record);
    if (known !== undefined) return known;
    // Set first, so that two records naming each other do not turn in a circle.
    groups.set(record, null);
    const state = await ledger.state(record);
    const shown = (field: string) => state?.fields.get(field)?.shown.value;
    let group = typeof shown('jwg') === 'string' ? (shown('jwg') as JwgId) : null;
    for (const parent of [shown('case'), shown('origin')]) {
      if (group === null && typeof parent === 'string') group = await groupOf(parent as RecordId);
    }
    groups.set(record, group);
    return group;
  }
  const gathered: UnsentRecord[] = [];
  for (const unsent of await ledger.unsent()) {
    if (unsent.changes.length === 0) continue;
    gathered.push(unsent.jwg === null ? { ...unsent, jwg: await groupOf(unsent.record) } : unsent);
  }
  return gathered;
}

/** Asks the policy about every record. Nothing is decided here. */
export function sortUnsent(records: readonly ClosedRecord[], circumstances: Circumstances): Sorted {
  const goes: Goes[] = [];
  const stays: Stays[] = [];
  for (const unsent of records) {
    const { place, release, facts } = factsOf(unsent, circumstances);
    const { channel, person, now } = circumstances;
    const decision = decide(facts, place?.facts ?? null, channel, person, now);
    if (decision.verdict === 'held') stays.push({ unsent, place, reasons: decision.reasons });
    else if (place === null) throw new Error('cleared without a compartment');
    else goes.push({ unsent, cleared: decision.cleared, place, release });
  }
  return { goes, stays };
}

/**
 * The facts of one record. All its unsent changes go together or not at all, so that what goes is
 * closed under its parents; and they go at the record's own level, the highest of its history: a
 * change made before the record was raised does not travel lower than the record.
 */
function factsOf(closed: ClosedRecord, { places, scheme, release }: Circumstances): { readonly place: Place | null; readonly release: ReleaseBasis | null; readonly facts: RecordFacts } {
  const { record, level: id, jwg, safeguards, historyElsewhere } = closed;
  const level = markingOf(scheme, id);
  const found = compartmentFor(jwg, level, places.map((one) => one.facts));
  const place = places.find((one) => one.facts === found) ?? null;
  const basis = place !== null && place.facts.fourEyes ? release(closed, place) : null;
  return {
    place,
    release: basis,
    facts: {
      record,
      level,
      // What a person is still writing lies outside the ledger; what was saved is no draft.
      draft: false,
      sharedDraft: false,
      safeguards,
      releaseConfirmed: basis !== null,
      historyElsewhere,
    },
  };
}
