import type { TFunction } from 'i18next';
import type { ReleaseActInput } from '../../../core/clearance/acts.ts';
import type { Reason, ReasonCode } from '../../../core/clearance/decision.ts';
import { countryName } from '../kit/country-name.ts';
import { dayInWords, dayOf } from './dates.ts';
import { english } from './en/index.ts';
import { listed } from './language.ts';

/** What a person at this laptop may do about a reason, if anything. */
export type ReasonAct =
  | ReleaseActInput['act']
  | 'ask-release' | 'open-record' | 'finish-draft' | 'change-channel' | 'renew-profile' | 'ask-secretariat' | 'none';

const acts: Record<ReasonCode, ReasonAct> = {
  'above-channel': 'change-channel',
  'above-device': 'none',
  'above-person': 'ask-secretariat',
  'not-briefed': 'ask-secretariat',
  'not-in-group': 'ask-secretariat',
  'not-releasable': 'record-consent',
  'no-transfer-ground': 'record-ground',
  'no-data-protection': 'ask-secretariat',
  'handling-h2': 'permit-dissemination',
  'handling-h3': 'confirm-h3',
  draft: 'finish-draft',
  embargo: 'open-record',
  'no-key': 'ask-secretariat',
  'profile-expired': 'renew-profile',
  'release-not-confirmed': 'ask-release',
  limite: 'none',
  'above-compartment': 'none',
  'history-elsewhere': 'open-record',
  'no-group': 'open-record',
};

// Does not compile when a reason has no sentence.
const complete: Record<ReasonCode, string> = english.reasons;
void complete;

export function actOn(reason: Reason): ReasonAct {
  return acts[reason.code];
}

/** Whether the person at this laptop can do something about it now. */
export function canAct(reason: Reason): boolean {
  return !['ask-secretariat', 'change-channel', 'none'].includes(acts[reason.code]);
}

/** One sentence: why it is held. `say` is `useWords('reasons')`. */
export function reasonInWords(reason: Reason, say: TFunction<'reasons'>): string {
  switch (reason.code) {
    case 'above-channel':
      return reason.channel === null
        ? say('above-channel-nothing', { level: reason.level.short })
        : say('above-channel', { level: reason.level.short, channel: reason.channel.short });
    case 'above-device':
      return say('above-device', { level: reason.level.short, ceiling: reason.ceiling.short });
    case 'above-person':
      return abovePerson(reason, say);
    case 'not-briefed':
      return reason.expiredOn === null
        ? say('not-briefed', { level: reason.level.short })
        : say('not-briefed-since', { level: reason.level.short, day: dayInWords(reason.expiredOn) });
    case 'not-releasable':
      return reason.originator === ''
        ? say('not-releasable-unnamed', { outside: placesInWords(reason.outside) })
        : say('not-releasable', { originator: reason.originator, outside: placesInWords(reason.outside) });
    case 'handling-h2':
      return reason.provider === '' ? say('handling-h2-unnamed') : say('handling-h2', { provider: reason.provider });
    case 'handling-h3':
      return say('handling-h3', { restriction: reason.restriction, jwg: reason.jwg });
    case 'embargo':
      return say('embargo', { day: dayInWords(reason.until) });
    case 'profile-expired':
      return say('profile-expired', { day: dayInWords(dayOf(reason.since)) });
    case 'above-compartment':
      return say('above-compartment', { level: reason.level.short, compartment: reason.compartment.short });
    case 'draft':
    case 'no-group':
      return say(reason.code);
    case 'not-in-group':
    case 'no-transfer-ground':
    case 'no-data-protection':
    case 'no-key':
    case 'release-not-confirmed':
    case 'limite':
    case 'history-elsewhere':
      return say(reason.code, { jwg: reason.jwg });
  }
}

function abovePerson(reason: Extract<Reason, { code: 'above-person' }>, say: TFunction<'reasons'>): string {
  const level = reason.level.short;
  if (reason.lapsedOn !== null) return say('above-person-lapsed', { level, day: dayInWords(reason.lapsedOn) });
  if (reason.clearance === null) return say('above-person-none', { level });
  return say('above-person', { level, clearance: reason.clearance.short });
}

/** `ALB SPAK` as the policy names a member: its country, and its institution where there is one. */
export function placeInWords(place: string): string {
  const [, country, institution] = /^([A-Z]{3})(?: (.+))?$/.exec(place) ?? [];
  if (country === undefined) return place;
  return institution === undefined ? countryName(country) : `${institution} (${countryName(country)})`;
}

function placesInWords(places: readonly string[]): string {
  const names = places.map(placeInWords);
  return listed(names);
}
