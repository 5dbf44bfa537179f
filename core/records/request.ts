import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { attachments, country, day, itemKey, jwgId, line, order, paragraph, personId, recordId, requiredLine, safeguards } from './parts.ts';
import { project } from './projects.ts';

export const instruments = [
  'letter-rogatory', 'european-investigation-order', 'joint-investigation-team', 'spontaneous-information', 'extradition', 'european-arrest-warrant',
  'freezing-and-confiscation', 'data-preservation', 'controlled-delivery', 'transfer-of-proceedings', 'joint-action-day', 'conflict-of-jurisdiction',
  'police-information-request', 'witness-protection-referral', 'other',
] as const;

export const legalBases = [
  'ets-030', 'ets-099', 'ets-182', 'ets-182-art-20', 'ets-024', 'ets-141', 'ets-185', 'ets-198', 'eio-directive', 'eaw-framework-decision', 'eu-mla-2000', 'eu-jit-2002',
  'regulation-2018-1805', 'untoc', 'uncac', 'un-narcotics-1988', 'pcc-see', 'selec-convention', 'eurojust-agreement', 'europol-agreement', 'eppo-agreement', 'bilateral-treaty', 'national-law', 'other',
] as const;

export const routes = ['ministry-of-justice', 'direct-judicial', 'diplomatic', 'interpol-i-24-7', 'siena', 'liaison-officer', '24-7-network', 'selec-channel', 'police-bilateral', 'other'] as const;

export const facilitatorBodies = [
  'eurojust-national-desk', 'eurojust-liaison-prosecutor', 'ejn-contact-point', 'eppo', 'europol', 'selec', 'seepag', 'pcc-see', 'carin', 'bamin', 'ilecu', 'empact', 'interpol', 'liaison-officer', 'prosecutors-network', 'other',
] as const;

export const requestDirections = ['outgoing', 'incoming', 'between-others'] as const;
export const requestStatuses = ['draft', 'sent', 'acknowledged', 'in-execution', 'partly-answered', 'executed', 'refused', 'withdrawn'] as const;
export const deadlineTypes = ['statutory', 'agreed', 'asked-for'] as const;

const keyed = { key: itemKey, order } as const;

/** A cooperation request: legal basis, instrument, route and facilitators are four separate things. */
export const requestKind = defineKind({
  kind: 'request',
  schema: z.object({
    title: requiredLine,
    reference: line.default(''),
    /** The other side's number. */
    theirReference: line.default(''),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    project,
    proceedings: recordId.nullable().default(null),
    direction: z.enum(requestDirections).default('outgoing'),
    instrument: z.enum(instruments).default('letter-rogatory'),
    bases: z.array(z.enum(legalBases)).max(legalBases.length).default([]),
    basisRemark: line.default(''),
    route: z.enum(routes).nullable().default(null),
    facilitators: z
      .array(z.object({ ...keyed, body: z.enum(facilitatorBodies).default('other'), name: line.default(''), contact: recordId.nullable().default(null), role: line.default('') }))
      .max(60)
      .default([]),
    fromCountry: country.nullable().default(null),
    toCountry: country.nullable().default(null),
    fromAuthority: line.default(''),
    toAuthority: line.default(''),
    toAuthorityRecord: recordId.nullable().default(null),
    /** For a referral to a protection unit: the protected witness, known by a code name only. */
    protection: recordId.nullable().default(null),
    /** The colleague in whose name it was drafted. */
    draftedFor: personId.nullable().default(null),
    handledBy: line.default(''),
    handler: recordId.nullable().default(null),
    description: paragraph.default(''),
    urgent: z.boolean().default(false),
    urgencyReason: line.default(''),
    status: z.enum(requestStatuses).default('draft'),
    sent: day.nullable().default(null),
    advanceCopy: day.nullable().default(null),
    advanceRoute: z.enum(routes).nullable().default(null),
    acknowledged: day.nullable().default(null),
    due: day.nullable().default(null),
    dueType: z.enum(deadlineTypes).default('asked-for'),
    answered: day.nullable().default(null),
    executed: day.nullable().default(null),
    refused: day.nullable().default(null),
    refusalGround: paragraph.default(''),
    translationInto: z.array(z.string().max(20)).max(10).default([]),
    copies: z.number().int().min(0).max(99).nullable().default(null),
    chasers: z.array(z.object({ ...keyed, on: day.nullable().default(null), by: line.default(''), how: line.default(''), answer: line.default('') })).max(200).default([]),
    answers: z
      .array(
        z.object({
          ...keyed,
          on: day.nullable().default(null),
          partial: z.boolean().default(false),
          summary: paragraph.default(''),
          /** Conditions of use that came with it: they stick to what was received. */
          conditions: paragraph.default(''),
          reference: line.default(''),
        }),
      )
      .max(200)
      .default([]),
    /** Records that hold what was received under this request. */
    received: z.array(recordId).max(500).default([]),
    attachments,
    safeguards: safeguards.prefault({}),
  }),
  lists: ['facilitators', 'chasers', 'answers', 'attachments'],
  row: [
    'title', 'reference', 'theirReference', 'case', 'jwg', 'project', 'proceedings', 'direction', 'instrument', 'bases', 'route', 'fromCountry', 'toCountry', 'toAuthority', 'handledBy', 'handler', 'urgent',
    'status', 'sent', 'acknowledged', 'due', 'dueType', 'answered', 'executed', 'refused', 'chasers', 'protection', 'draftedFor',
  ],
  named: ['title', 'reference'],
});
