import type { ReasonCode } from '../../../core/clearance/decision.ts';
import type { JwgId } from '../../../core/ids.ts';
import { released, type ReleaseBasis } from '../../../core/release/released.ts';
import { readReleaseBook, verifiedAnswers } from '../departures/release-book.ts';
import type { PouchGround, UnsentRecord } from '../pouch-seam/pouch-ground.ts';
import type { ClosedRecord } from './closure.ts';
import type { OfficeDirectory } from './directory.ts';
import type { Stays } from './gather.ts';
import type { Place } from './places.ts';

/** Answers who stands behind a release, from the confirmations as they verify now. */
export async function releaseNow(ground: PouchGround, directory: OfficeDirectory): Promise<(record: ClosedRecord, place: Place) => ReleaseBasis | null> {
  const certificates = [...directory.state().people.values()];
  const now = ground.now();
  const groups = ground.organisation.profile()?.jwgs ?? [];
  const asksAnywhere = groups.some((one) => one.fourEyes);
  const answers = asksAnywhere ? verifiedAnswers((await readReleaseBook(ground.states)).received, certificates, now) : [];
  return ({ record, changes, safeguards }, { jwg: id, facts }) => {
    const jwg = groups.find((one) => one.id === id);
    if (jwg === undefined) return null;
    const asked = { record, changes: changes.map((one) => one.hash), level: facts.marking, aboutPersons: safeguards.aboutPersons };
    return released(asked, { jwg, asker: ground.identity.person, answers, certificates, scheme: ground.organisation.scheme(), now });
  };
}

/** What passes without another change of the record: a network, a day, a key. */
const passes: readonly ReasonCode[] = ['above-channel', 'embargo', 'no-key', 'profile-expired'];

/** What only a second person's word holds. What else a person must settle comes first: every change after the word asks for another. */
export function awaitingRelease(stays: readonly Stays[], jwg: JwgId): readonly UnsentRecord[] {
  return stays
    .filter(({ place, reasons }) => place?.jwg === jwg && reasons.some((one) => one.code === 'release-not-confirmed'))
    .filter(({ reasons }) => reasons.every((one) => one.code === 'release-not-confirmed' || passes.includes(one.code)))
    .map((one) => one.unsent);
}
