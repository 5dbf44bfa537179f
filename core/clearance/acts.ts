import { z } from 'zod';
import type { JwgId } from '../ids.ts';
import { consent, jwgId, transferGround, type Safeguards } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Reason, ReasonCode } from './decision.ts';

const recorded = { by: consent.shape.by, on: consent.shape.on, reference: consent.shape.reference, recipients: consent.shape.recipients };

/**
 * What a person may record of a held record, so that a reason to hold it is gone: that an H3
 * restriction allows this group; a provider's permission (H2); the originator's consent to further
 * recipients; the ground of a transfer (Directive (EU) 2016/680 Arts 36 to 38).
 */
export const releaseAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('confirm-h3'), jwg: jwgId }),
  z.strictObject({ act: z.literal('permit-dissemination'), ...recorded }),
  z.strictObject({ act: z.literal('record-consent'), ...recorded }),
  z.strictObject({ act: z.literal('record-ground'), ...transferGround.shape }),
]);
export type ReleaseAct = z.output<typeof releaseAct>;
export type ReleaseActInput = z.input<typeof releaseAct>;

const mostConsents = 50;
const mostGroups = 50;

const acts: Partial<Record<ReasonCode, ReleaseAct['act']>> = {
  'handling-h3': 'confirm-h3',
  'handling-h2': 'permit-dissemination',
  'not-releasable': 'record-consent',
  'no-transfer-ground': 'record-ground',
};

/** The act that answers a reason; `null` when nothing that could be recorded does. */
export function actFor({ code }: Reason): ReleaseAct['act'] | null {
  return acts[code] ?? null;
}

/** The safeguards with what was recorded. `too-many`: no more consents or groups can be recorded there. */
export function applyAct(safeguards: Safeguards, act: ReleaseAct): Result<Safeguards, 'too-many'> {
  switch (act.act) {
    case 'confirm-h3':
      return withGroup(safeguards, act.jwg);
    case 'permit-dissemination':
      return withConsent(safeguards, act, 'dissemination');
    case 'record-consent':
      return withConsent(safeguards, act, 'release');
    case 'record-ground': {
      const { article, explanation, on } = act;
      return ok({ ...safeguards, transferGround: { article, explanation, on } });
    }
  }
}

function withGroup(safeguards: Safeguards, jwg: JwgId): Result<Safeguards, 'too-many'> {
  if (safeguards.h3ConfirmedFor.includes(jwg)) return ok(safeguards);
  if (safeguards.h3ConfirmedFor.length >= mostGroups) return failed('too-many', { limit: mostGroups });
  return ok({ ...safeguards, h3ConfirmedFor: [...safeguards.h3ConfirmedFor, jwg] });
}

function withConsent(
  safeguards: Safeguards,
  { by, on, reference, recipients }: Extract<ReleaseAct, { by: string }>,
  covers: 'release' | 'dissemination',
): Result<Safeguards, 'too-many'> {
  if (safeguards.consents.length >= mostConsents) return failed('too-many', { limit: mostConsents });
  return ok({ ...safeguards, consents: [...safeguards.consents, { by, on, reference, covers, recipients }] });
}
