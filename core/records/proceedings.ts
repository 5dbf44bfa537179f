import { z } from 'zod';
import { casePhases } from './case.ts';
import { defineKind } from './define-kind.ts';
import { attachments, country, day, itemKey, jwgId, line, order, paragraph, recordId, safeguards } from './parts.ts';

/** What runs out in a national proceedings. */
export const clockTypes = ['detention', 'interception', 'data-preservation', 'limitation', 'jit-expiry', 'freezing', 'surveillance', 'indictment', 'appeal', 'other'] as const;
export const clockStates = ['running', 'extended', 'stopped', 'done'] as const;

const keyed = { key: itemKey, order } as const;

/** What a case is in one country: file number, authority, prosecutor, own phase, and its clocks. */
export const proceedingsKind = defineKind({
  kind: 'proceedings',
  schema: z.object({
    case: recordId.nullable().default(null),
    jwg: jwgId.nullable().default(null),
    country: country.nullable().default(null),
    fileNumber: line.default(''),
    authority: line.default(''),
    authorityRecord: recordId.nullable().default(null),
    prosecutor: line.default(''),
    prosecutorContact: recordId.nullable().default(null),
    /** Police service and officer in charge. */
    police: line.default(''),
    phase: z.enum(casePhases).default('pre-investigation'),
    offences: paragraph.default(''),
    opened: day.nullable().default(null),
    closed: day.nullable().default(null),
    outcome: paragraph.default(''),
    clocks: z
      .array(
        z.object({
          ...keyed,
          type: z.enum(clockTypes).default('other'),
          /** Whom or what it is about: initials or a file's number rather than a name. */
          about: line.default(''),
          begins: day.nullable().default(null),
          ends: day.nullable().default(null),
          basis: line.default(''),
          /** Who can act before it runs out, and the contact's record. */
          who: line.default(''),
          contact: recordId.nullable().default(null),
          state: z.enum(clockStates).default('running'),
          remark: line.default(''),
        }),
      )
      .max(200)
      .default([]),
    phases: z
      .array(z.object({ ...keyed, phase: z.enum(casePhases).default('pre-investigation'), on: day.nullable().default(null), remark: line.default('') }))
      .max(100)
      .default([]),
    /** What was disclosed to the defence or withheld, item by item. */
    disclosure: z
      .array(
        z.object({
          ...keyed,
          item: line.default(''),
          record: recordId.nullable().default(null),
          decision: z.enum(['undecided', 'disclosed', 'withheld', 'redacted']).default('undecided'),
          on: day.nullable().default(null),
          ground: line.default(''),
        }),
      )
      .max(2000)
      .default([]),
    attachments,
    safeguards: safeguards.prefault({}),
  }),
  lists: ['clocks', 'phases', 'disclosure', 'attachments'],
  row: ['case', 'jwg', 'country', 'fileNumber', 'authority', 'authorityRecord', 'prosecutor', 'prosecutorContact', 'phase', 'opened', 'closed', 'clocks'],
  named: ['fileNumber', 'authority', 'prosecutor'],
});
