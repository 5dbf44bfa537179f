import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import {
  attachments, country, day, itemKey, jwgId, line, markingId, order, paragraph, personId, recordId, requiredLine, safeguards, timeOfDay,
} from './parts.ts';
import { project } from './projects.ts';

export const attendanceRoles = ['chair', 'minute-taker', 'participant', 'informed'] as const;
/** `invited`: nobody has said yet whether they were there. */
export const presences = ['invited', 'present', 'apologies', 'absent'] as const;
export const lineTypes = ['discussion', 'decision', 'action'] as const;
export const itemOutcomes = ['information', 'decision', 'action'] as const;
/** Where a correction was decided: at a later meeting, or by the chair. */
export const decidedAs = ['meeting', 'chair'] as const;
export const minutesStages = ['preparing', 'draft', 'circulated'] as const;

/** Items that an agenda takes. */
export const mostAgendaItems = 200;

const keyed = { key: itemKey, order } as const;

/**
 * A meeting with its minutes. Minutes go draft, circulated, approved; approval is an act of the
 * ledger, not a field. Every line taken belongs to an agenda item; a line that is an action has a
 * record of its own, which lives on after the minutes are locked.
 */
export const meetingKind = defineKind({
  kind: 'meeting',
  schema: z.object({
    title: requiredLine,
    reference: line.default(''),
    /** Name of the series; meetings with the same series and group carry over to one another. */
    series: line.default(''),
    /** The series itself, where it was prepared from one: it stays of it when that is renamed. */
    ofSeries: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    case: recordId.nullable().default(null),
    project,
    day: day.nullable().default(null),
    start: timeOfDay.nullable().default(null),
    end: timeOfDay.nullable().default(null),
    place: line.default(''),
    language: z.string().max(20).default('en'),
    /** The colleague in whose name it was drafted: only they approve it. */
    draftedFor: personId.nullable().default(null),
    stage: z.enum(minutesStages).default('preparing'),
    attendance: z
      .array(
        z.object({
          ...keyed,
          name: requiredLine,
          /** Their page among the contacts, where there is one: their address is taken from there. */
          contact: recordId.nullable().default(null),
          institution: line.default(''),
          country: country.nullable().default(null),
          role: z.enum(attendanceRoles).default('participant'),
          presence: z.enum(presences).default('present'),
        }),
      )
      .max(500)
      .default([]),
    agenda: z
      .array(
        z.object({
          ...keyed,
          title: requiredLine,
          minutes: z.number().int().min(0).max(1440).nullable().default(null),
          parked: z.boolean().default(false),
          /** What came of it, where its lines do not say it well; `null`: as they say. */
          outcome: z.enum(itemOutcomes).nullable().default(null),
          /** Own marking of this part; never above the record's level, which follows the highest. */
          level: markingId.nullable().default(null),
        }),
      )
      .max(mostAgendaItems)
      .default([]),
    lines: z
      .array(
        z.object({
          ...keyed,
          item: itemKey,
          type: z.enum(lineTypes).default('discussion'),
          text: paragraph.default(''),
          owner: line.default(''),
          due: day.nullable().default(null),
          action: recordId.nullable().default(null),
        }),
      )
      .max(5000)
      .default([]),
    annexes: z.array(z.object({ ...keyed, title: requiredLine })).max(200).default([]),
    distribution: z
      .array(z.object({ ...keyed, name: requiredLine, institution: line.default(''), country: country.nullable().default(null) }))
      .max(500)
      .default([]),
    next: z
      .object({ day: day.nullable().default(null), start: timeOfDay.nullable().default(null), place: line.default('') })
      .prefault({}),
    /**
     * Corrections to approved minutes. The text stays as it was approved; each says which words it corrects
     * (of a line or an agenda item, by its key; `null`: of the minutes as a whole), how they should read
     * (empty: struck out), and why.
     */
    corrections: z
      .array(
        z.object({
          ...keyed,
          of: itemKey.nullable().default(null),
          passage: paragraph.default(''),
          wording: paragraph.default(''),
          reason: paragraph.default(''),
          by: line.default(''),
          on: day.nullable().default(null),
          /** `null`: proposed only. It stands once it is decided and signed. `withdrawn`: taken back by who proposed it, before it was decided. */
          decision: z.enum(['approved', 'rejected', 'withdrawn']).nullable().default(null),
          decidedAs: z.enum(decidedAs).nullable().default(null),
          decidedOn: day.nullable().default(null),
          /** The chair who decided it. */
          decidedBy: line.default(''),
          /** The meeting that decided it. */
          decidedAt: recordId.nullable().default(null),
        }),
      )
      .max(500)
      .default([]),
    attachments,
    safeguards: safeguards.prefault({}),
  }),
  lists: ['attendance', 'agenda', 'lines', 'annexes', 'distribution', 'corrections', 'attachments'],
  row: ['title', 'reference', 'series', 'ofSeries', 'jwg', 'case', 'project', 'day', 'start', 'place', 'stage', 'draftedFor'],
  named: ['title'],
});
