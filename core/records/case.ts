import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { attachments, country, day, itemKey, jwgId, line, order, paragraph, recordId, requiredLine, safeguards } from './parts.ts';
import { project } from './projects.ts';

export const casePhases = ['pre-investigation', 'investigation', 'prosecution', 'trial', 'final', 'closed'] as const;
export const crimeAreas = [
  'firearms', 'drugs', 'human-trafficking', 'migrant-smuggling', 'corruption', 'money-laundering', 'cybercrime', 'cigarettes', 'vehicles', 'terrorism', 'other',
] as const;

/** A cross-border investigation that one Joint Working Group follows. */
export const caseKind = defineKind({
  kind: 'case',
  schema: z.object({
    title: requiredLine,
    reference: line.default(''),
    jwg: jwgId.nullable().default(null),
    project,
    countries: z.array(country).max(60).default([]),
    crimeAreas: z.array(z.enum(crimeAreas)).max(crimeAreas.length).default([]),
    phase: z.enum(casePhases).default('pre-investigation'),
    lead: line.default(''),
    jit: line.default(''),
    opened: day.nullable().default(null),
    summary: paragraph.default(''),
    nationalReferences: z
      .array(z.object({ key: itemKey, order, country, authority: line.default(''), reference: line.default('') }))
      .max(60)
      .default([]),
    /** Who works on it beside the lead: colleagues, counterparts, the local team. */
    team: z
      .array(z.object({ key: itemKey, order, name: requiredLine, role: line.default(''), country: country.nullable().default(null), contact: recordId.nullable().default(null) }))
      .max(60)
      .default([]),
    /** Contacts that somebody linked to it by hand; others are named in its records. */
    contacts: z.array(recordId).max(500).default([]),
    /** The closing summary: since when it is closed, how it ended, what was achieved, what stays open and with whom. */
    closed: day.nullable().default(null),
    outcome: paragraph.default(''),
    achieved: paragraph.default(''),
    staysOpen: paragraph.default(''),
    attachments,
    safeguards: safeguards.prefault({}),
  }),
  lists: ['nationalReferences', 'team', 'attachments'],
  row: ['title', 'reference', 'jwg', 'project', 'countries', 'crimeAreas', 'phase', 'lead', 'opened'],
  named: ['title'],
});
