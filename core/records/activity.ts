import { z } from 'zod';
import { crimeAreas } from './case.ts';
import { defineKind } from './define-kind.ts';
import { attachments, country, day, jwgId, line, paragraph, personId, recordId, requiredLine, safeguards } from './parts.ts';
import { project } from './projects.ts';

export const activityTypes = ['advice-on-case', 'advice-on-law', 'mentoring', 'training', 'coordination', 'study-visit', 'drafting', 'network-contact', 'other'] as const;

/** What a secondee did for a counterpart: topic, counterpart, country, hours, result. */
export const activityKind = defineKind({
  kind: 'activity',
  schema: z.object({
    title: requiredLine,
    type: z.enum(activityTypes).default('advice-on-case'),
    project,
    day: day.nullable().default(null),
    hours: z.number().min(0).max(1000).nullable().default(null),
    country: country.nullable().default(null),
    counterpart: line.default(''),
    counterpartContact: recordId.nullable().default(null),
    institution: line.default(''),
    crimeAreas: z.array(z.enum(crimeAreas)).max(crimeAreas.length).default([]),
    result: paragraph.default(''),
    /** How many took part, for the disaggregation of the logframe; never who. */
    women: z.number().int().min(0).max(10_000).nullable().default(null),
    men: z.number().int().min(0).max(10_000).nullable().default(null),
    /** The colleague in whose name it was drafted. */
    draftedFor: personId.nullable().default(null),
    /** The note or meeting that it was made from. */
    origin: recordId.nullable().default(null),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    attachments,
    safeguards: safeguards.prefault({}),
  }),
  lists: ['attachments'],
  row: ['title', 'type', 'project', 'day', 'hours', 'country', 'counterpart', 'institution', 'crimeAreas', 'women', 'men', 'origin', 'case', 'jwg', 'draftedFor'],
  named: ['title'],
});
