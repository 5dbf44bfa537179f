import { z } from 'zod';
import { crimeAreas } from './case.ts';
import { defineKind } from './define-kind.ts';
import { networks } from './networks.ts';
import { country, day, itemKey, jwgId, line, order, paragraph, recordId, requiredLine, safeguards } from './parts.ts';

export const authorityTypes = [
  'prosecution', 'court', 'police', 'customs', 'border-police', 'ministry-of-justice', 'ministry-of-interior', 'financial-intelligence', 'asset-recovery', 'asset-management',
  'anti-corruption', 'witness-protection', 'prison', 'eu-body', 'international-body', 'network-office', 'project', 'other',
] as const;

/** An authority, a service or the office of a network: who answers, whoever sits at the desk. */
export const authorityKind = defineKind({
  kind: 'authority',
  schema: z.object({
    name: requiredLine,
    shortName: line.default(''),
    type: z.enum(authorityTypes).default('other'),
    country: country.nullable().default(null),
    city: line.default(''),
    address: paragraph.default(''),
    phone: line.default(''),
    email: line.default(''),
    website: line.default(''),
    languages: z.array(z.string().max(20)).max(30).default([]),
    crimeAreas: z.array(z.enum(crimeAreas)).max(crimeAreas.length).default([]),
    /** The authority that it belongs to. */
    parent: recordId.nullable().default(null),
    memberships: z
      .array(z.object({ key: itemKey, order, network: z.enum(networks).default('other'), role: line.default(''), from: day.nullable().default(null), until: day.nullable().default(null) }))
      .max(60)
      .default([]),
    remarks: paragraph.default(''),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    safeguards: safeguards.prefault({}),
  }),
  lists: ['memberships'],
  row: ['name', 'shortName', 'type', 'country', 'city', 'phone', 'crimeAreas', 'languages', 'memberships', 'case', 'jwg'],
  named: ['name', 'shortName'],
});
