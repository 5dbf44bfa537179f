import { z } from 'zod';
import { hasCome } from '../clearance/days.ts';
import type { Day } from '../ids.ts';
import { consent, requiredLine, type Safeguards } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';

/** On what a copy at a lower level rests: the ground in words, who reviewed it, and the originator's consent. */
export const loweringGround = z.strictObject({
  ground: z.string().trim().min(1).max(2000),
  reviewer: requiredLine,
  consent: z.strictObject({ by: consent.shape.by, on: consent.shape.on, reference: consent.shape.reference }),
});
export type LoweringGround = z.output<typeof loweringGround>;
export type LoweringGroundInput = z.input<typeof loweringGround>;

/**
 * Only the originator may lower the level of information, and says so in writing before it is done
 * (Council Decision 2013/488/EU Art. 3). `not-the-originator`, facts `{originator}`: somebody else
 * is named. `consent-to-come`: its day has not come, where the person is (`today`). Where no originator is named, whoever consents
 * stands for it.
 */
export function checkConsent({ originator }: Safeguards, { consent: { by, on } }: LoweringGround, today: Day): Result<null, 'not-the-originator' | 'consent-to-come'> {
  if (plain(originator) !== '' && plain(by) !== plain(originator)) return failed('not-the-originator', { originator });
  return hasCome(on, today) ? ok(null) : failed('consent-to-come');
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
