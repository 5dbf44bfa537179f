import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { SignSecretKey } from '../crypto/keys.ts';
import type { DeviceId } from '../ids.ts';
import { failed, ok, type Result } from '../result.ts';
import { openStatement, peekStatement, signedStatement, signStatement, type StatementPurpose } from './signed-statement.ts';

/** What travels inside an exported PDF: a statement under the name of its format, which itself names the device that signed it. */
export interface SignedFileKind<Statement extends z.ZodType<{ readonly device: string }>> {
  readonly format: string;
  readonly purpose: StatementPurpose;
  readonly statement: Statement;
}

export type RecordFailure = 'not-a-record' | 'altered' | 'unknown-signer';

/** JSON bytes. Needs `cryptoReady`. */
export function signFile<Statement extends z.ZodType<{ readonly device: string }>>({ format, purpose }: SignedFileKind<Statement>, value: unknown, key: SignSecretKey): Uint8Array {
  return jsonToBytes({ format, v: 1, ...signStatement(purpose, value, key) });
}

/**
 * Whether a file is what its device signed. `not-a-record`: not of this format. `unknown-signer`: no
 * device that `signKeyOf` knows. Never throws. Needs `cryptoReady`.
 */
export function openSignedFile<Statement extends z.ZodType<{ readonly device: string }>>(
  { format, purpose, statement }: SignedFileKind<Statement>,
  bytes: Uint8Array,
  signKeyOf: (device: DeviceId) => Uint8Array | null,
): Result<z.output<Statement>, RecordFailure> {
  const file = signedStatement.extend({ format: z.literal(format), v: z.literal(1) }).safeParse(jsonFromBytes(bytes));
  if (!file.success) return failed('not-a-record');
  const { format: _format, v: _v, ...signed } = file.data;
  const claimed = statement.safeParse(peekStatement(signed));
  if (!claimed.success) return failed('not-a-record');
  const key = signKeyOf(claimed.data.device as DeviceId);
  if (key === null) return failed('unknown-signer');
  const opened = openStatement(purpose, statement, signed, key);
  return opened.ok ? ok(opened.value) : failed('altered');
}
