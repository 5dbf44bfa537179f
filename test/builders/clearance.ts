import type { Channel, CompartmentFacts, PersonFacts, RecordFacts } from '../../core/clearance/decision.ts';
import type { CompartmentId, CountryCode, Day, JwgId, MarkingId, NetworkId, RecordId } from '../../core/ids.ts';
import { defaultScheme } from '../../core/markings/default-scheme.ts';
import type { Marking } from '../../core/markings/marking.ts';
import { markingOf } from '../../core/markings/scheme.ts';
import { safeguards, type Safeguards } from '../../core/records/parts.ts';

/** Noon of the day on which every test about clearance plays. */
export const now = Date.UTC(2026, 10, 24, 12);
export const today = aDay('2026-11-24');
export const yesterday = aDay('2026-11-23');
export const tomorrow = aDay('2026-11-25');

export function aDay(text: string): Day {
  return text as Day;
}

export function level(id: string): Marking {
  return markingOf(defaultScheme, id as MarkingId);
}

export function someSafeguards(given: Readonly<Record<string, unknown>> = {}): Safeguards {
  return safeguards.parse(given);
}

/** A record, a group, a channel and a person with nothing in the way, even at TS-UE/EU-TS. */
export function aRecordToSend(given: Partial<RecordFacts> = {}): RecordFacts {
  return {
    record: 'record-1' as RecordId,
    level: level('SENSITIVE'),
    draft: false,
    sharedDraft: false,
    safeguards: someSafeguards(),
    releaseConfirmed: true,
    ...given,
  };
}

export function aMember(country: string, institution: string) {
  return { country: country as CountryCode, institution };
}

export function aCompartment(given: Partial<CompartmentFacts> = {}): CompartmentFacts {
  return {
    compartment: 'compartment-1' as CompartmentId,
    jwg: 'jwg-1' as JwgId,
    jwgName: 'JWG Trafficking',
    marking: level('TS-UE'),
    members: [aMember('ITA', 'Procura di Bari'), aMember('ALB', 'SPAK')],
    includesThirdCountries: true,
    fourEyes: true,
    dataProtectionNamed: true,
    hasCurrentKey: true,
    ...given,
  };
}

export function aChannel(given: Partial<Channel> = {}): Channel {
  return { network: 'office' as NetworkId, name: 'Office', accreditation: level('TS-UE'), loweredTo: null, ...given };
}

export function aPerson(given: Partial<PersonFacts> = {}): PersonFacts {
  return {
    memberOf: ['jwg-1' as JwgId],
    clearance: { upTo: level('TS-UE'), until: today },
    briefing: { acknowledged: today, until: today },
    deviceCeiling: level('TS-UE'),
    profileValidUntil: now + 1,
    ...given,
  };
}
