import type { Instant } from '../ids.ts';
import { dayOf } from './days.ts';
import type {
  Channel, Cleared, ClearedToReceive, CompartmentFacts, Decision, PersonFacts, Reason, ReceiveDecision, RecordFacts,
} from './decision.ts';
import {
  aboveChannel, aboveCompartment, aboveDevice, abovePerson, handlingH2, handlingH3, historyElsewhere, limite, noDataProtection, noKey,
  noTransferGround, notBriefed, notInGroup, notReleasable, profileExpired, releaseNotConfirmed, stillADraft, underEmbargo,
  type Dispatch, type Passage, type Rule,
} from './rules.ts';

/**
 * The rules in the order in which their reasons are shown: first what the person can do now, at
 * the keyboard; then what asking someone or going elsewhere resolves; then what waits for its day;
 * last what only the secretariat can change.
 */
const toSend: readonly Rule<Dispatch>[] = [
  stillADraft, handlingH3, noTransferGround,
  notReleasable, handlingH2, releaseNotConfirmed, aboveChannel, notBriefed,
  underEmbargo,
  profileExpired, noKey, notInGroup, noDataProtection, abovePerson, aboveDevice, aboveCompartment,
  historyElsewhere, limite,
];

/** Without a group there is no compartment; what can be said without one is said too. */
const toSendNowhere: readonly Rule<Omit<Dispatch, 'compartment'>>[] = [
  stillADraft, aboveChannel, notBriefed, underEmbargo, profileExpired, abovePerson, aboveDevice,
];

/** Without a channel: what came over one before and lies here. */
const toOpen: readonly Rule<Omit<Passage, 'channel'>>[] = [notBriefed, profileExpired, noKey, notInGroup, abovePerson, aboveDevice];

const toReceive: readonly Rule<Passage>[] = [aboveChannel, ...toOpen];

/**
 * May these changes of a record leave for this compartment, over this channel, sent by this person,
 * now? Total and pure. Held gives every reason that applies, what the person can act on first; only
 * when there is none at all does it give the permission without which nothing is sealed.
 * `compartment` is `null` when the record names no group. `now` in milliseconds since the epoch.
 */
export function decide(
  record: RecordFacts,
  compartment: CompartmentFacts | null,
  channel: Channel,
  person: PersonFacts,
  now: Instant,
): Decision {
  const asked = { record, level: record.level, channel, person, now, today: dayOf(now) };
  if (compartment === null) {
    return { verdict: 'held', reasons: [{ code: 'no-group' }, ...reasonsOf(toSendNowhere, asked)] };
  }
  const [first, ...others] = reasonsOf(toSend, { ...asked, compartment });
  if (first !== undefined) return { verdict: 'held', reasons: [first, ...others] };
  const permission = { record: record.record, compartment: compartment.compartment, level: record.level.id };
  return { verdict: 'cleared', cleared: permission as Cleared };
}

/**
 * May what this compartment holds come onto this device, over this channel, for this person, now?
 * Asked before a byte of it is fetched.
 */
export function decideReceive(
  compartment: CompartmentFacts,
  channel: Channel,
  person: PersonFacts,
  now: Instant,
): ReceiveDecision {
  const asked = { compartment, level: compartment.marking, channel, person, now, today: dayOf(now) };
  return toReceiveBy(reasonsOf(toReceive, asked), compartment);
}

/**
 * May what came from this compartment and waits on this device become part of the notebook, for this
 * person, now? Asked when something has become known since: whatever it came over was good enough then.
 */
export function decideOpening(compartment: CompartmentFacts, person: PersonFacts, now: Instant): ReceiveDecision {
  const asked = { compartment, level: compartment.marking, person, now, today: dayOf(now) };
  return toReceiveBy(reasonsOf(toOpen, asked), compartment);
}

function toReceiveBy([first, ...others]: readonly Reason[], compartment: CompartmentFacts): ReceiveDecision {
  if (first !== undefined) return { verdict: 'held', reasons: [first, ...others] };
  const permission = { compartment: compartment.compartment, level: compartment.marking.id };
  return { verdict: 'cleared', cleared: permission as ClearedToReceive };
}

function reasonsOf<Asked>(rules: readonly Rule<Asked>[], asked: Asked): readonly Reason[] {
  return rules.flatMap((rule) => rule(asked));
}
