import { z } from 'zod';
import type { LetterHash } from '../ids.ts';
import { markingId, recordId } from '../records/parts.ts';
import { recordKinds, type RecordKind } from '../records/kinds.ts';

/**
 * What stands in the consultation log (Directive (EU) 2016/680 Art. 25): who is the notebook's person,
 * when is the entry's moment. What was printed or exported stands in the register of transfers.
 */

const kind = z.enum(recordKinds as readonly [RecordKind, ...RecordKind[]]);
const words = z.string().max(500);

/** A record about persons, or a classified one, was opened. */
const opened = z.strictObject({ did: z.literal('opened'), record: recordId, kind, level: markingId, aboutPersons: z.boolean() });

/** Something was looked for: everywhere, or in the list of a kind that is about persons. */
const searched = z.strictObject({ did: z.literal('searched'), words, within: kind.nullable(), found: z.number().int().min(0) });

/** What is out of sight was shown: a record whose review is overdue, with the justification; a letter that waits in quarantine. */
const revealed = z.discriminatedUnion('what', [
  z.strictObject({ did: z.literal('revealed'), what: z.literal('restricted'), record: recordId, kind, level: markingId, justification: words.min(1) }),
  z.strictObject({
    did: z.literal('revealed'),
    what: z.literal('quarantined'),
    letter: z.string().regex(/^[0-9a-f]{64}$/).transform((text) => text as LetterHash),
    kind,
    level: markingId,
  }),
]);

export const consultationContent = z.union([opened, searched, revealed]);
export type ConsultationContent = z.output<typeof consultationContent>;
export type Opened = z.output<typeof opened>;
export type Searched = z.output<typeof searched>;
export type Revealed = z.output<typeof revealed>;
