import { z } from 'zod';
import type { CompartmentId, CountryCode, DeviceId, LetterHash, MarkingId, PersonId, RecordId } from '../../../core/ids.ts';
import type { Letter } from '../../../core/letters/letter.ts';
import type { Verdict } from '../../../core/letters/verdict.ts';
import { isRecordKind } from '../../../core/records/kinds.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';

const text = <Name extends string>() => z.string().transform((one) => one as Name);

const entry = z.object({
  hash: text<LetterHash>(),
  device: text<DeviceId>(),
  number: z.number(),
  previous: text<LetterHash>().nullable(),
  person: text<PersonId>(),
  country: text<CountryCode>(),
  isFork: z.boolean(),
  record: text<RecordId>(),
  kind: z.string().refine(isRecordKind),
  level: text<MarkingId>(),
  title: z.string(),
  parcel: z.string(),
  epoch: z.number(),
  arrived: z.number(),
  reasons: z.array(z.enum(['beyond-cut-off', 'third-country'])),
  rejected: z.boolean(),
});
/** What is kept of a letter in quarantine beside the letter itself. */
export type QuarantineEntry = z.output<typeof entry>;

const verdictRow = z.object({
  v: z.literal(1),
  compartment: text<CompartmentId>(),
  letters: z.array(text<LetterHash>()),
  says: z.enum(['accept', 'reject']),
  person: text<PersonId>(),
  device: text<DeviceId>(),
  at: z.number(),
});

const listName = (compartment: CompartmentId) => `pouch/quarantine/${compartment}`;
const letterName = (compartment: CompartmentId, letter: LetterHash) => `pouch/quarantine/${compartment}/${letter}`;
const verdictsName = (compartment: CompartmentId) => `pouch/verdicts/${compartment}`;

/**
 * Letters in quarantine of one compartment: a sealed list and a sealed row for each. They lie in the
 * notebook's database and in nothing that shows, searches or counts records.
 */
export async function readQuarantine(states: SealedStates, compartment: CompartmentId): Promise<readonly QuarantineEntry[]> {
  const read = await states.read(listName(compartment), z.array(entry));
  return read.ok ? (read.value ?? []) : [];
}

export function quarantineState(compartment: CompartmentId, entries: readonly QuarantineEntry[]): NamedState {
  return { name: listName(compartment), value: entries };
}

/** The letter as it was verified when it came; this vault sealed it, so its shape is not checked again. */
export async function readQuarantinedLetter(states: SealedStates, compartment: CompartmentId, letter: LetterHash): Promise<Letter | null> {
  const read = await states.read(letterName(compartment, letter), z.custom<Letter>((value) => typeof value === 'object' && value !== null).nullable());
  return read.ok ? read.value : null;
}

/** `null`: it is in quarantine no longer. */
export function quarantinedLetterState(compartment: CompartmentId, hash: LetterHash, letter: Letter | null): NamedState {
  return { name: letterName(compartment, hash), value: letter };
}

export async function readVerdicts(states: SealedStates, compartment: CompartmentId): Promise<readonly Verdict[]> {
  const read = await states.read(verdictsName(compartment), z.array(verdictRow));
  return read.ok ? (read.value ?? []) : [];
}

export function verdictsState(compartment: CompartmentId, verdicts: readonly Verdict[]): NamedState {
  return { name: verdictsName(compartment), value: verdicts };
}
