import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { country, day, itemKey, jwgId, legalHold, line, order, paragraph, recordId, requiredLine, safeguards } from './parts.ts';

const keyed = { key: itemKey, order } as const;

export const protectionStages = ['proposed', 'urgent-measures', 'in-programme', 'relocated', 'ended'] as const;

/**
 * A protected witness as a laptop may know them: a code name, the protection unit's reference, the
 * guarantees and who to call. There is no field for an identity, and nothing here may hold one.
 */
export const protectionKind = defineKind({
  kind: 'protection',
  schema: z.object({
    codeName: requiredLine,
    unit: line.default(''),
    unitReference: line.default(''),
    country: country.nullable().default(null),
    stage: z.enum(protectionStages).default('proposed'),
    /** What holds for all of them, in words; each with its days is in `measures`. */
    guarantees: paragraph.default(''),
    measures: z
      .array(z.object({ ...keyed, what: requiredLine, by: line.default(''), from: day.nullable().default(null), until: day.nullable().default(null), remark: line.default('') }))
      .max(60)
      .default([]),
    contacts: z
      .array(z.object({ ...keyed, name: requiredLine, role: line.default(''), number: line.default(''), contact: recordId.nullable().default(null) }))
      .max(30)
      .default([]),
    /** Need to know: who was told, why, and when. */
    told: z
      .array(z.object({ ...keyed, name: requiredLine, why: line.default(''), on: day.nullable().default(null), by: line.default('') }))
      .max(200)
      .default([]),
    reviewBy: day.nullable().default(null),
    extensions: z.array(z.object({ ...keyed, until: day.nullable().default(null), reason: line.default(''), by: line.default(''), on: day.nullable().default(null) })).max(60).default([]),
    /** A legal hold beats review and the bin. */
    hold: legalHold.nullable().default(null),
    /** Marks of names that must not stand anywhere (core/protection); the names themselves are never kept. */
    marks: z
      .array(z.object({ ...keyed, salt: z.string().regex(/^[\w-]{22}$/), mark: z.number().int().min(0).max(2 ** 20 - 1).default(0), alone: z.boolean().default(false) }))
      .max(400)
      .default([]),
    /** Empty: what earlier versions wrote. A field that went would be one that cannot be read. */
    watch: z.array(z.string().max(100)).max(200).default([]),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    safeguards: safeguards.prefault({}),
  }),
  lists: ['measures', 'contacts', 'told', 'extensions', 'marks'],
  row: ['codeName', 'unit', 'unitReference', 'country', 'stage', 'reviewBy', 'hold', 'case', 'jwg'],
  named: ['codeName'],
});
