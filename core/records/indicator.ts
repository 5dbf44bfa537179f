import { z } from 'zod';
import { activityTypes } from './activity.ts';
import { crimeAreas } from './case.ts';
import { defineKind } from './define-kind.ts';
import { attachments, country, day, itemKey, jwgId, line, order, paragraph, requiredLine, safeguards } from './parts.ts';
import { project } from './projects.ts';
import { instruments } from './request.ts';

/** What can be counted from the records of the notebook (core/report/facts.ts says how). */
export const measures = [
  'activities', 'hours', 'participants', 'meetings', 'decisions', 'actions', 'requests-sent', 'requests-answered', 'cases-supported',
] as const;
export type Measure = (typeof measures)[number];

/** By what a figure can be taken apart. */
export const dimensions = ['country', 'crime-area', 'group', 'type', 'month', 'sex'] as const;
export type Dimension = (typeof dimensions)[number];

/** The rows of a logframe, from what the programme is for to what it does. */
export const resultLevels = ['impact', 'outcome', 'output', 'activity'] as const;

/** What an indicator counts, and what its count is narrowed to: as it stands, and as it stood when it was reported. */
export const counted = {
  resultLevel: z.enum(resultLevels).default('output'),
  /** The result that it shows, in the words of the logframe. */
  result: line.default(''),
  measure: z.enum([...measures, 'by-hand']).default('activities'),
  types: z.array(z.enum(activityTypes)).max(activityTypes.length).default([]),
  instruments: z.array(z.enum(instruments)).max(instruments.length).default([]),
  countries: z.array(country).max(60).default([]),
  crimeAreas: z.array(z.enum(crimeAreas)).max(crimeAreas.length).default([]),
  /** Only what belongs to this group; the group that the indicator itself goes to is `jwg`. */
  ofGroup: jwgId.nullable().default(null),
  unit: line.default(''),
};

/**
 * One indicator of a project's logframe: what is counted, from which baseline, to which target, taken
 * apart by what. One that nothing in the notebook can count is `by-hand`: its readings are written
 * down with their source. What it is narrowed to is empty where everything counts.
 */
export const indicatorKind = defineKind({
  kind: 'indicator',
  schema: z.object({
    title: requiredLine,
    /** Its number in the logframe. */
    code: line.default(''),
    project,
    ...counted,
    baseline: z.number().min(-1_000_000_000).max(1_000_000_000).nullable().default(null),
    /** The day of the baseline: what is counted towards the target is counted from there. */
    baselineOn: day.nullable().default(null),
    target: z.number().min(-1_000_000_000).max(1_000_000_000).nullable().default(null),
    targetOn: day.nullable().default(null),
    disaggregation: z.array(z.enum(dimensions)).max(dimensions.length).default([]),
    /** Means of verification: where the evidence is kept. */
    verification: paragraph.default(''),
    assumptions: paragraph.default(''),
    readings: z
      .array(
        z.object({
          key: itemKey, order,
          on: day.nullable().default(null),
          reading: z.number().min(-1_000_000_000).max(1_000_000_000).nullable().default(null),
          source: line.default(''),
        }),
      )
      .max(500)
      .default([]),
    attachments,
    jwg: jwgId.nullable().default(null),
    safeguards: safeguards.prefault({}),
  }),
  lists: ['readings', 'attachments'],
  row: [
    'title', 'code', 'project', 'resultLevel', 'result', 'measure', 'types', 'instruments', 'countries', 'crimeAreas', 'ofGroup', 'unit', 'baseline', 'baselineOn', 'target', 'targetOn', 'disaggregation',
    'verification', 'readings', 'jwg',
  ],
  named: ['title', 'code'],
});
