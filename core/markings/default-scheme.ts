import type { MarkingId } from '../ids.ts';
import type { Marking, MarkingScheme } from './marking.ts';

function marking(id: string, scheme: Marking['scheme'], short: string, full: string, rank: number): Marking {
  return { id: id as MarkingId, scheme, short, full, rank, needsBriefing: rank >= 20, needsClearance: rank >= 30 };
}

/**
 * The markings that hold before an organisation profile says otherwise: the programme's own two,
 * then EU classified information (Council Decision 2013/488/EU Art. 2; briefing from R-UE/EU-R and
 * clearance from C-UE/EU-C by its Art. 7).
 */
export const defaultScheme: MarkingScheme = {
  markings: [
    marking('UNCLASSIFIED', 'programme', 'UNCLASSIFIED', 'UNCLASSIFIED', 0),
    marking('SENSITIVE', 'programme', 'SENSITIVE', 'SENSITIVE', 10),
    marking('R-UE', 'eu', 'R-UE/EU-R', 'RESTREINT UE/EU RESTRICTED', 20),
    marking('C-UE', 'eu', 'C-UE/EU-C', 'CONFIDENTIEL UE/EU CONFIDENTIAL', 30),
    marking('S-UE', 'eu', 'S-UE/EU-S', 'SECRET UE/EU SECRET', 40),
    marking('TS-UE', 'eu', 'TS-UE/EU-TS', 'TRÈS SECRET UE/EU TOP SECRET', 50),
  ],
};

/** A device's ceiling when no accreditation statement raises it. */
export const defaultCeiling = 'SENSITIVE' as MarkingId;
