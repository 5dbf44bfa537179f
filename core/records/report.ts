import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { counted, dimensions } from './indicator.ts';
import { day, itemKey, jwgId, line, order, paragraph, recordId, requiredLine, safeguards } from './parts.ts';
import { project } from './projects.ts';

const amount = z.number().min(-1_000_000_000_000).max(1_000_000_000_000);

/**
 * A period of one project as it was reported: every indicator as it stood, its figure, and the records
 * that the figure was counted from. Written once and made final in the same act (core/report/frozen.ts);
 * later records do not alter it. It holds numbers and the wording of the logframe, and nobody's name.
 */
export const reportKind = defineKind({
  kind: 'report',
  schema: z.object({
    title: requiredLine,
    project,
    from: day.nullable().default(null),
    /** The last day that is counted. */
    until: day.nullable().default(null),
    remarks: paragraph.default(''),
    figures: z
      .array(
        z.object({
          key: itemKey, order,
          indicator: recordId.nullable().default(null),
          name: requiredLine,
          code: line.default(''),
          ...counted,
          baseline: amount.nullable().default(null),
          baselineOn: day.nullable().default(null),
          target: amount.nullable().default(null),
          targetOn: day.nullable().default(null),
          verification: paragraph.default(''),
          /** In the period; `null` where nothing was read. */
          reported: amount.nullable().default(null),
          /** From the baseline to the end of the period. */
          soFar: amount.nullable().default(null),
          /** The evidence: what it was counted from, and how much each record counts. */
          counted: z.array(z.strictObject({ record: recordId, amount })).max(6000).default([]),
          /** `of`: the places in `counted` of the records behind a part. */
          breakdown: z.array(z.strictObject({ by: z.enum(dimensions), value: z.string().max(64), amount, of: z.array(z.number().int().min(0)).max(6000) })).max(1000).default([]),
        }),
      )
      .max(200)
      .default([]),
    jwg: jwgId.nullable().default(null),
    safeguards: safeguards.prefault({}),
  }),
  lists: ['figures'],
  row: ['title', 'project', 'from', 'until', 'jwg'],
  named: ['title'],
});
