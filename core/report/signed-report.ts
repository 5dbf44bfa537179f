import { z } from 'zod';
import type { SignSecretKey } from '../crypto/keys.ts';
import type { DeviceId, Instant, MarkingId, PersonId } from '../ids.ts';
import { longestText } from '../minutes/signed-record.ts';
import { openSignedFile, signFile, type RecordFailure } from '../organisation/signed-file.ts';
import { failed, ok, type Result } from '../result.ts';

/**
 * What travels inside an exported report, so that it can be checked like minutes: its text as it was
 * printed, signed by the device that made it. Ids of the person and the device and nobody's name: who
 * it was, the directory of whoever checks it knows.
 */
export interface SignedReport {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly at: Instant;
  readonly title: string;
  readonly level: MarkingId;
  /** `printedText` of the page. */
  readonly text: string;
  /** Heads that are printed again where a table goes on over a page. */
  readonly heads: readonly string[];
}

const id = z.string().regex(/^[\w-]{1,64}$/);
const statement = z.strictObject({
  person: id,
  device: id,
  at: z.number().int().min(0),
  title: z.string().max(500),
  level: id,
  text: z.string().max(longestText),
  heads: z.array(z.string().max(1000)).max(20_000),
});
const kind = { format: 'rapporteur-signed-report', purpose: 'report', statement } as const;

/** Needs `cryptoReady`. `too-large`: more text than one signed file may hold. */
export function signReport(report: SignedReport, key: SignSecretKey): Result<Uint8Array, 'too-large'> {
  if (!statement.safeParse(report).success) return failed('too-large');
  return ok(signFile(kind, report, key));
}

/**
 * Whether a report is what its device signed. `not-a-record`: not one of ours, minutes for example.
 * `unknown-signer`: no device that is known here. Never throws. Needs `cryptoReady`.
 */
export function verifyReport(bytes: Uint8Array, signKeyOf: (device: DeviceId) => Uint8Array | null): Result<SignedReport, RecordFailure> {
  const opened = openSignedFile(kind, bytes, signKeyOf);
  return opened.ok ? ok(opened.value as unknown as SignedReport) : opened;
}
