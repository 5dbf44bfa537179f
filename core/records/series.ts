import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { attendanceRoles } from './meeting.ts';
import { country, itemKey, jwgId, line, order, paragraph, recordId, requiredLine, safeguards, timeOfDay } from './parts.ts';

export const frequencies = ['weekly', 'fortnightly', 'monthly', 'two-monthly', 'quarterly', 'half-yearly', 'yearly', 'as-needed'] as const;

const keyed = { key: itemKey, order } as const;

/** A series of meetings: a group's monthly, a case's coordination meeting. Its agenda and people are what the next one begins with. */
export const seriesKind = defineKind({
  kind: 'series',
  schema: z.object({
    title: requiredLine,
    jwg: jwgId.nullable().default(null),
    case: recordId.nullable().default(null),
    frequency: z.enum(frequencies).default('as-needed'),
    start: timeOfDay.nullable().default(null),
    place: line.default(''),
    language: z.string().max(20).default('en'),
    purpose: paragraph.default(''),
    agenda: z
      .array(z.object({ ...keyed, title: requiredLine, minutes: z.number().int().min(0).max(1440).nullable().default(null) }))
      .max(200)
      .default([]),
    participants: z
      .array(
        z.object({
          ...keyed,
          name: requiredLine,
          contact: recordId.nullable().default(null),
          institution: line.default(''),
          country: country.nullable().default(null),
          role: z.enum(attendanceRoles).default('participant'),
        }),
      )
      .max(300)
      .default([]),
    ended: z.boolean().default(false),
    safeguards: safeguards.prefault({}),
  }),
  lists: ['agenda', 'participants'],
  row: ['title', 'jwg', 'case', 'frequency', 'start', 'place', 'ended'],
  named: ['title'],
});
