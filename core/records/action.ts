import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { attachments, day, itemKey, jwgId, line, paragraph, recordId, safeguards } from './parts.ts';

export const actionStatuses = ['open', 'done', 'dropped'] as const;

/** Who does what by when; from a meeting, a note, or on its own. */
export const actionKind = defineKind({
  kind: 'action',
  schema: z.object({
    text: paragraph.min(1),
    owner: line.default(''),
    due: day.nullable().default(null),
    status: z.enum(actionStatuses).default('open'),
    outcome: paragraph.default(''),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    /** The meeting or note that it came from, and the line of the minutes. */
    origin: recordId.nullable().default(null),
    originLine: itemKey.nullable().default(null),
    attachments,
    safeguards: safeguards.prefault({}),
  }),
  lists: ['attachments'],
  row: ['text', 'owner', 'due', 'status', 'case', 'jwg', 'origin'],
  named: ['text'],
});
