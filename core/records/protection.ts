import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { country, day, itemKey, jwgId, line, order, paragraph, recordId, requiredLine, safeguards } from './parts.ts';

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
    guarantees: paragraph.default(''),
    contacts: z
      .array(z.object({ key: itemKey, order, name: requiredLine, role: line.default(''), number: line.default(''), contact: recordId.nullable().default(null) }))
      .max(30)
      .default([]),
    reviewBy: day.nullable().default(null),
    /** Keyed hashes of folded names that must not stand anywhere; the names themselves are never kept. */
    watch: z.array(z.string().max(100)).max(200).default([]),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    safeguards: safeguards.prefault({}),
  }),
  lists: ['contacts'],
  row: ['codeName', 'unit', 'unitReference', 'country', 'stage', 'reviewBy', 'case', 'jwg'],
  named: ['codeName'],
});
