import { z } from 'zod';
import type { SignSecretKey } from '../crypto/keys.ts';
import type { CompartmentId, DeviceId, LetterHash } from '../ids.ts';
import { deviceId, instant } from '../organisation/certificate.ts';
import type { CertifiedDevice } from '../organisation/directory.ts';
import { compartmentId } from '../organisation/grant.ts';
import { openStatement, peekStatement, signedStatement, signStatement, type SignedStatement } from '../organisation/signed-statement.ts';
import { personId } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';

/** Letters named in one verdict; a person verifies what lies before them, never a whole archive at once. */
export const mostLettersInAVerdict = 2_000;

const content = z.strictObject({
  v: z.literal(1),
  compartment: compartmentId,
  /** The letters by their hashes, which cover everything in them: nothing else can be slipped under a verdict. */
  letters: z
    .array(z.string().regex(/^[0-9a-f]{64}$/).transform((text) => text as LetterHash))
    .min(1)
    .max(mostLettersInAVerdict),
  says: z.enum(['accept', 'reject']),
  person: personId,
  device: deviceId,
  at: instant,
});
/**
 * A member's signed word on letters in quarantine: the countersignature of what came after a
 * removed device's last letter, and the administrator's verification of what a third country's
 * member sent (the rule of Regulation (EU) 2023/969 Art. 17(3)). It travels in a parcel of the same
 * compartment and says nothing of what the letters hold.
 */
export type Verdict = z.output<typeof content>;

/** Signs a verdict with the device's key. */
export function writeVerdict(verdict: Verdict, deviceKey: SignSecretKey): SignedStatement {
  return signStatement('letter-verdict', content.parse(verdict), deviceKey);
}

/** Whether something in a parcel stands where a letter would and is a statement; `openVerdict` then says whether it holds. */
export function isStatement(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'statement' in item;
}

export type VerdictFailure = 'verdict-malformed' | 'verdict-unknown-signer' | 'verdict-bad-signature' | 'verdict-wrong-person' | 'verdict-wrong-compartment';

/**
 * Opens a verdict: signed by a certified device of the person it names, for this compartment. Who of
 * these may release what is decided by `decideArrival`.
 */
export function openVerdict(
  item: unknown,
  compartment: CompartmentId,
  devices: ReadonlyMap<DeviceId, Pick<CertifiedDevice, 'person' | 'signKey'>>,
): Result<Verdict, VerdictFailure> {
  const signed = signedStatement.safeParse(item);
  const claimed = signed.success ? content.safeParse(peekStatement(signed.data)) : null;
  if (!signed.success || claimed?.success !== true) return failed('verdict-malformed');
  const signer = devices.get(claimed.data.device);
  if (signer === undefined) return failed('verdict-unknown-signer');
  const opened = openStatement('letter-verdict', content, signed.data, signer.signKey);
  if (!opened.ok) return failed('verdict-bad-signature');
  if (opened.value.person !== signer.person) return failed('verdict-wrong-person');
  return opened.value.compartment === compartment ? ok(opened.value) : failed('verdict-wrong-compartment');
}
