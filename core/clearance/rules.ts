import type { Day, Instant } from '../ids.ts';
import type { Marking } from '../markings/marking.ts';
import { covers } from '../markings/scheme.ts';
import { effectiveAccreditation } from './channel.ts';
import { hasCome, holdsUntil } from './days.ts';
import type { Channel, CompartmentFacts, PersonFacts, Reason, RecordFacts } from './decision.ts';
import { outsideRelease, unpermittedH2, withCode } from './permissions.ts';

/**
 * One rule for each reason to hold (docs/security.md). A rule looks at one thing only and gives its
 * reason, several (one for each handling code), or none. None can lift what another one found.
 */

/** What every rule may ask about, whatever is to move and in whichever direction. */
export interface Situation {
  /** Of the letter that would go, or of the compartment that would be fetched. */
  readonly level: Marking;
  readonly channel: Channel;
  readonly person: PersonFacts;
  readonly now: Instant;
  readonly today: Day | null;
}

export interface Passage extends Situation {
  readonly compartment: CompartmentFacts;
}

export interface Dispatch extends Passage {
  readonly record: RecordFacts;
}

export type Rule<Asked> = (asked: Asked) => readonly Reason[];

export const aboveChannel: Rule<Situation> = ({ level, channel }) => {
  const accreditation = effectiveAccreditation(channel);
  const carries = accreditation !== null && covers(accreditation, level);
  return carries ? [] : [{ code: 'above-channel', level, channel: accreditation }];
};

export const aboveDevice: Rule<Omit<Situation, 'channel'>> = ({ level, person }) =>
  covers(person.deviceCeiling, level) ? [] : [{ code: 'above-device', level, ceiling: person.deviceCeiling }];

/** A personnel security clearance: from C-UE/EU-C on (Council Decision 2013/488/EU Art. 7). */
export const abovePerson: Rule<Omit<Situation, 'channel'>> = ({ level, person: { clearance }, today }) => {
  if (!level.needsClearance) return [];
  if (clearance === null) return [{ code: 'above-person', level, clearance: null, lapsedOn: null }];
  const lapsedOn = holdsUntil(clearance.until, today) ? null : clearance.until;
  const isEnough = lapsedOn === null && covers(clearance.upTo, level);
  return isEnough ? [] : [{ code: 'above-person', level, clearance: clearance.upTo, lapsedOn }];
};

/** A briefing, acknowledged and not out of date: from R-UE/EU-R on (2013/488/EU Art. 7). */
export const notBriefed: Rule<Omit<Situation, 'channel'>> = ({ level, person: { briefing }, today }) => {
  if (!level.needsBriefing) return [];
  if (briefing === null) return [{ code: 'not-briefed', level, expiredOn: null }];
  if (!holdsUntil(briefing.until, today)) return [{ code: 'not-briefed', level, expiredOn: briefing.until }];
  return hasCome(briefing.acknowledged, today) ? [] : [{ code: 'not-briefed', level, expiredOn: null }];
};

export const profileExpired: Rule<Omit<Situation, 'channel'>> = ({ person: { profileValidUntil }, now }) =>
  now < profileValidUntil ? [] : [{ code: 'profile-expired', since: profileValidUntil }];

export const notInGroup: Rule<Omit<Passage, 'channel'>> = ({ person, compartment }) =>
  person.memberOf.includes(compartment.jwg) ? [] : [{ code: 'not-in-group', jwg: compartment.jwgName }];

export const noKey: Rule<Omit<Passage, 'channel'>> = ({ compartment }) =>
  compartment.hasCurrentKey ? [] : [{ code: 'no-key', jwg: compartment.jwgName }];

export const stillADraft: Rule<Pick<Dispatch, 'record'>> = ({ record }) =>
  record.draft && !record.sharedDraft ? [{ code: 'draft' }] : [];

export const underEmbargo: Rule<Pick<Dispatch, 'record' | 'today'>> = ({ record: { safeguards }, today }) =>
  safeguards.embargo === null || hasCome(safeguards.embargo, today) ? [] : [{ code: 'embargo', until: safeguards.embargo }];

export const aboveCompartment: Rule<Dispatch> = ({ level, compartment: { marking } }) =>
  covers(marking, level) ? [] : [{ code: 'above-compartment', level, compartment: marking }];

export const historyElsewhere: Rule<Dispatch> = ({ record, compartment }) =>
  record.historyElsewhere === true ? [{ code: 'history-elsewhere', jwg: compartment.jwgName }] : [];

/** Originator control: the originator's list, and the consents that widen it. */
export const notReleasable: Rule<Dispatch> = ({ record: { safeguards }, compartment: { members }, today }) => {
  const outside = outsideRelease(safeguards, { members, today });
  return outside.length === 0 ? [] : [{ code: 'not-releasable', outside, originator: safeguards.originator }];
};

export const limite: Rule<Dispatch> = ({ record: { safeguards }, compartment }) =>
  safeguards.limite && compartment.includesThirdCountries ? [{ code: 'limite', jwg: compartment.jwgName }] : [];

/** Directive (EU) 2016/680 Arts 35 to 38. */
export const noTransferGround: Rule<Dispatch> = ({ record: { safeguards }, compartment, today }) => {
  const { aboutPersons, transferGround: ground } = safeguards;
  const isGrounded = ground !== null && hasCome(ground.on, today);
  const asks = aboutPersons && compartment.includesThirdCountries;
  return asks && !isGrounded ? [{ code: 'no-transfer-ground', jwg: compartment.jwgName }] : [];
};

/** No records about persons in a group without controller, purpose, legal basis and officer. */
export const noDataProtection: Rule<Dispatch> = ({ record: { safeguards }, compartment }) =>
  safeguards.aboutPersons && !compartment.dataProtectionNamed ? [{ code: 'no-data-protection', jwg: compartment.jwgName }] : [];

export const handlingH2: Rule<Dispatch> = ({ record: { safeguards }, compartment: { members }, today }) =>
  unpermittedH2(safeguards, { members, today }).map((code) => ({ code: 'handling-h2', provider: code.provider ?? '' }));

export const handlingH3: Rule<Dispatch> = ({ record: { safeguards }, compartment: { jwg, jwgName } }) =>
  safeguards.h3ConfirmedFor.includes(jwg)
    ? []
    : withCode(safeguards, 'H3').map((code) => ({ code: 'handling-h3', restriction: code.restriction ?? '', jwg: jwgName }));

export const releaseNotConfirmed: Rule<Dispatch> = ({ record, compartment }) =>
  compartment.fourEyes && !record.releaseConfirmed ? [{ code: 'release-not-confirmed', jwg: compartment.jwgName }] : [];
