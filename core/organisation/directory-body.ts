import { z } from 'zod';
import type { LetterHash } from '../ids.ts';
import { jwgId, markingId, personId } from '../records/parts.ts';
import { deviceId } from './certificate.ts';
import { compartmentId, epochNumber } from './grant.ts';
import { removalOrder } from './removal-order.ts';
import { signedStatement } from './signed-statement.ts';

const letterHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as LetterHash);

/** The last letter of a removed device that counts; `null`: it had sent none. */
const cutOff = z.strictObject({
  device: deviceId,
  last: z.strictObject({ number: z.number().int().min(1), hash: letterHash }).nullable(),
});
export type CutOff = z.output<typeof cutOff>;

/** What an entry of the directory may say. Entries are only added; a later one of a kind replaces what it is about. */
export const directoryBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('certificate'), certificate: signedStatement }),
  z.strictObject({
    type: z.literal('compartment'),
    compartment: compartmentId,
    jwg: jwgId,
    marking: markingId,
    epoch: epochNumber,
  }),
  /** The compartment's key has turned because these devices no longer belong. */
  z.strictObject({
    type: z.literal('turn'),
    compartment: compartmentId,
    epoch: epochNumber,
    removed: z.array(cutOff).max(500),
  }),
  /** A compartment's key of one epoch, sealed to the organisation's recovery key (base64). */
  z.strictObject({
    type: z.literal('recovery'),
    compartment: compartmentId,
    epoch: epochNumber,
    wrapped: z.string().max(2_000),
  }),
  z.strictObject({ type: z.literal('removal'), order: removalOrder }),
  /** Who verifies what third countries' members send to the group; replaces whoever did before. */
  z.strictObject({ type: z.literal('administrators'), jwg: jwgId, persons: z.array(personId).max(50) }),
]);
export type DirectoryBody = z.output<typeof directoryBody>;
