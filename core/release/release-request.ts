import { z } from 'zod';
import type { BoxPair, SignSecretKey } from '../crypto/keys.ts';
import { randomId } from '../crypto/sodium.ts';
import type { ChangeHash, DeviceId, Instant } from '../ids.ts';
import type { Change } from '../ledger/change.ts';
import { verifyChange } from '../ledger/verify-change.ts';
import { deviceId, instant, type Certificate } from '../organisation/certificate.ts';
import { keyBytes } from '../organisation/key-text.ts';
import { openStatement, peekStatement, signedStatement, signStatement } from '../organisation/signed-statement.ts';
import { isRecordKind, type RecordKind } from '../records/kinds.ts';
import { jwgId, markingId, personId, recordId } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { openSealedFile, writeSealedFile } from './sealed-file.ts';

export const releaseId = z.string().regex(/^[\w-]{22}$/);
export const mostItems = 500;

const item = z.strictObject({
  record: recordId,
  kind: z.string().refine(isRecordKind).transform((kind): RecordKind => kind),
  title: z.string().max(400),
  level: markingId,
  aboutPersons: z.boolean(),
  /** What would go, whole: it is read before it is confirmed. */
  changes: z.array(z.unknown()).min(1).max(5000),
});

const request = z.strictObject({
  v: z.literal(1),
  id: releaseId,
  at: instant,
  asker: personId,
  device: deviceId,
  jwg: jwgId,
  items: z.array(item).min(1).max(mostItems),
});
type RequestStatement = z.output<typeof request>;

/** One record in a request: what it is, and exactly the changes that would go. */
export type ReleaseItem = Omit<RequestStatement['items'][number], 'changes'> & { readonly changes: readonly Change[] };
export type ReleaseRequest = Omit<RequestStatement, 'items'> & { readonly items: readonly ReleaseItem[] };

/** Signs what somebody asks to have confirmed and seals it to the devices of those who may. */
export function writeReleaseRequest(
  value: Omit<ReleaseRequest, 'v' | 'id'>,
  receivers: readonly string[],
  key: SignSecretKey,
): Result<{ readonly id: string; readonly file: Uint8Array }, 'too-large'> {
  const id = randomId();
  const signed = signStatement('release-request', { v: 1, id, ...value }, key);
  if (!signedStatement.safeParse(signed).success) return failed('too-large');
  const file = writeSealedFile('rapporteur-release-request', signed, receivers);
  return file.ok ? ok({ id, file: file.value }) : file;
}

export type ReleaseRequestFailure = 'release-unreadable' | 'release-not-for-you' | 'release-unknown-asker' | 'release-bad-signature' | 'release-altered';

/**
 * Opens a request: sealed to this device, signed by a certified device of the one who asks, each
 * change whole and made by them. What is read is therefore exactly what the hashes name.
 */
export function openReleaseRequest(file: Uint8Array, box: BoxPair, certificates: readonly Certificate[]): Result<ReleaseRequest, ReleaseRequestFailure> {
  const opened = openSealedFile('rapporteur-release-request', file, box);
  if (!opened.ok) return opened;
  const signed = signedStatement.safeParse(opened.value);
  const claimed = signed.success ? z.object({ asker: personId, device: deviceId }).safeParse(peekStatement(signed.data)) : null;
  if (claimed === null || !claimed.success) return failed('release-unreadable');
  const key = signKeyOf(certificates, claimed.data.asker, claimed.data.device);
  if (key === null) return failed('release-unknown-asker');
  const statement = openStatement('release-request', request, opened.value, key);
  if (!statement.ok) return failed(statement.failure.code === 'malformed' ? 'release-unreadable' : 'release-bad-signature');
  const items: ReleaseItem[] = [];
  for (const one of statement.value.items) {
    const changes = wholeChanges(one.changes, certificates);
    const own = changes?.every(({ header }) => header.record === one.record && header.kind === one.kind && header.author === statement.value.asker);
    if (changes === null || own !== true) return failed('release-altered');
    items.push({ ...one, changes });
  }
  return ok({ ...statement.value, items });
}

function wholeChanges(values: readonly unknown[], certificates: readonly Certificate[]): readonly Change[] | null {
  const publicKeyOf = (device: DeviceId) => {
    const known = certificates.flatMap((one) => one.devices).find((one) => one.id === device);
    return known === undefined ? undefined : keyBytes<Uint8Array>(known.signKey);
  };
  const changes: Change[] = [];
  for (const value of values) {
    const change = verifyChange(value, { publicKeyOf, erasures: new Set<ChangeHash>() });
    if (!change.ok) return null;
    changes.push(change.value);
  }
  return changes;
}

/** The sign key of a person's certified device, in force or not; `null` when it is not theirs. */
export function signKeyOf(certificates: readonly Certificate[], person: string, device: string): Uint8Array | null {
  const found = certificates.find((one) => one.person.id === person)?.devices.find((one) => one.id === device);
  return found === undefined ? null : keyBytes<Uint8Array>(found.signKey);
}

/** Whether a device was in force at an instant. */
export function wasInForce(certificates: readonly Certificate[], device: string, at: Instant): boolean {
  const found = certificates.flatMap((one) => one.devices).find((one) => one.id === device);
  return found !== undefined && found.from <= at && (found.until === null || at < found.until);
}
