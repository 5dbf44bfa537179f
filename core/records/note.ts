import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { attachments, day, jwgId, line, personId, recordId, richText, safeguards, timeOfDay } from './parts.ts';

export const noteTypes = ['observation', 'phone-call', 'conversation', 'advisory', 'document', 'other'] as const;

/** An observation, a phone call, an advisory conversation. Final notes are amended, never altered. */
export const noteKind = defineKind({
  kind: 'note',
  schema: z.object({
    title: line.default(''),
    body: richText.default({ type: 'doc', content: [] }),
    type: z.enum(noteTypes).default('observation'),
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    day: day.nullable().default(null),
    time: timeOfDay.nullable().default(null),
    place: line.default(''),
    /** The colleague in whose name it was drafted: only they make it final. */
    draftedFor: personId.nullable().default(null),
    /** BCP 47 language of the text, for hyphenation, spelling and screen readers. */
    language: z.string().max(20).default('en'),
    attachments,
    safeguards: safeguards.prefault({}),
  }),
  lists: ['attachments'],
  row: ['title', 'type', 'case', 'jwg', 'day', 'time', 'place', 'draftedFor'],
  named: ['title', 'body'],
});
