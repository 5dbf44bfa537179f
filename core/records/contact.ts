import { z } from 'zod';
import { crimeAreas } from './case.ts';
import { defineKind } from './define-kind.ts';
import { networks } from './networks.ts';
import { country, day, itemKey, jwgId, line, order, paragraph, recordId, requiredLine, safeguards } from './parts.ts';

export const numberTypes = ['office', 'mobile', 'duty', 'home', 'fax', 'secure', 'other'] as const;
export const emailTypes = ['office', 'secure', 'other'] as const;

const keyed = { key: itemKey, order } as const;

/** A person whom one works with: who, where, for what, in which language, and how to reach them. */
export const contactKind = defineKind({
  kind: 'contact',
  schema: z.object({
    name: requiredLine,
    /** How the name is sorted where that is not its last word: `Mladenović, Ana`. */
    sortName: line.default(''),
    salutation: line.default(''),
    country: country.nullable().default(null),
    institution: line.default(''),
    /** The authority's record, where there is one. */
    authority: recordId.nullable().default(null),
    role: line.default(''),
    languages: z.array(z.string().max(20)).max(30).default([]),
    crimeAreas: z.array(z.enum(crimeAreas)).max(crimeAreas.length).default([]),
    memberships: z
      .array(z.object({ ...keyed, network: z.enum(networks).default('other'), role: line.default(''), from: day.nullable().default(null), until: day.nullable().default(null) }))
      .max(60)
      .default([]),
    numbers: z.array(z.object({ ...keyed, type: z.enum(numberTypes).default('office'), number: requiredLine, remark: line.default('') })).max(60).default([]),
    emails: z.array(z.object({ ...keyed, type: z.enum(emailTypes).default('office'), address: requiredLine })).max(60).default([]),
    address: paragraph.default(''),
    /** Best reached: hours, deputy, what to say first. */
    reaching: paragraph.default(''),
    remarks: paragraph.default(''),
    active: z.boolean().default(true),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    safeguards: safeguards.prefault({}),
  }),
  lists: ['memberships', 'numbers', 'emails'],
  row: ['name', 'sortName', 'country', 'institution', 'authority', 'role', 'languages', 'crimeAreas', 'memberships', 'numbers', 'emails', 'active', 'case', 'jwg'],
  named: ['name'],
});
