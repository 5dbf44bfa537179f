import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { day, jwgId, line, paragraph, recordId, safeguards } from './parts.ts';
import { statementNatures } from './subject.ts';

/** FollowTheMoney's names where it has one (Ownership to UnknownLink), then ours. */
export const relationTypes = [
  'Ownership', 'Directorship', 'Employment', 'Membership', 'Family', 'Associate', 'Representation', 'Occupancy', 'Payment', 'UnknownLink',
  'Use', 'Contact', 'Presence', 'Supply', 'Victim', 'Same',
] as const;

/** How two subjects hang together, from when to when, and whether that is a fact or an assessment. */
export const relationKind = defineKind({
  kind: 'relation',
  schema: z.object({
    from: recordId,
    to: recordId,
    type: z.enum(relationTypes).default('UnknownLink'),
    /** In words, as the diagram shows it: "drives", "brother of". */
    label: line.default(''),
    description: paragraph.default(''),
    nature: z.enum(statementNatures).default('assessment'),
    source: line.default(''),
    since: day.nullable().default(null),
    until: day.nullable().default(null),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    safeguards: safeguards.prefault({}),
  }),
  lists: [],
  row: ['from', 'to', 'type', 'label', 'nature', 'since', 'until', 'case', 'jwg'],
  named: ['label'],
});
