import { z } from 'zod';
import { crimeAreas } from './case.ts';
import { defineKind } from './define-kind.ts';
import { country, day, itemKey, jwgId, line, order, paragraph, recordId, requiredLine, safeguards } from './parts.ts';
import { project } from './projects.ts';
import { frequencies } from './series.ts';

export const jwgMemberRoles = ['chair', 'deputy', 'national-coordinator', 'prosecutor', 'police-officer', 'analyst', 'secretariat', 'observer', 'other'] as const;

/**
 * A Joint Working Group as its members describe it: mandate, people, plan. Who may read what follows
 * the group of the signed profile (`jwg`), never this record.
 */
export const jwgKind = defineKind({
  kind: 'jwg',
  schema: z.object({
    title: requiredLine,
    shortName: line.default(''),
    /** The group of the profile that this record is about. */
    jwg: jwgId.nullable().default(null),
    case: recordId.nullable().default(null),
    project,
    crimeAreas: z.array(z.enum(crimeAreas)).max(crimeAreas.length).default([]),
    countries: z.array(country).max(60).default([]),
    established: day.nullable().default(null),
    mandate: paragraph.default(''),
    /** What the group wants to reach, and by when. */
    plan: paragraph.default(''),
    /** How often it means to meet; its series have the days. */
    rhythm: z.enum(frequencies).nullable().default(null),
    /** What its members write of it among themselves. */
    notes: paragraph.default(''),
    /** Services and networks that work with it: Europol, Eurojust, Interpol, SELEC… */
    partners: z.array(line).max(60).default([]),
    members: z
      .array(
        z.object({
          key: itemKey, order,
          name: requiredLine,
          contact: recordId.nullable().default(null),
          country: country.nullable().default(null),
          institution: line.default(''),
          role: z.enum(jwgMemberRoles).default('other'),
          from: day.nullable().default(null),
          until: day.nullable().default(null),
        }),
      )
      .max(300)
      .default([]),
    safeguards: safeguards.prefault({}),
  }),
  lists: ['members'],
  row: ['title', 'shortName', 'jwg', 'case', 'project', 'crimeAreas', 'countries', 'established'],
  named: ['title', 'shortName'],
});
