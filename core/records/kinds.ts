import type { z } from 'zod';
import { actionKind } from './action.ts';
import { caseKind } from './case.ts';
import { meetingKind } from './meeting.ts';
import { noteKind } from './note.ts';
import { activityKind } from './activity.ts';
import { authorityKind } from './authority.ts';
import { contactKind } from './contact.ts';
import { indicatorKind } from './indicator.ts';
import { jwgKind } from './jwg.ts';
import { proceedingsKind } from './proceedings.ts';
import { protectionKind } from './protection.ts';
import { relationKind } from './relation.ts';
import { reportKind } from './report.ts';
import { requestKind } from './request.ts';
import { seriesKind } from './series.ts';
import { subjectKind } from './subject.ts';

/** Every kind of record there is. A new kind is its own file and one line here. */
export const kinds = {
  case: caseKind,
  note: noteKind,
  meeting: meetingKind,
  action: actionKind,
  series: seriesKind,
  jwg: jwgKind,
  proceedings: proceedingsKind,
  request: requestKind,
  contact: contactKind,
  authority: authorityKind,
  subject: subjectKind,
  relation: relationKind,
  protection: protectionKind,
  activity: activityKind,
  indicator: indicatorKind,
  report: reportKind,
} as const;

export type Kinds = typeof kinds;
export type RecordKind = keyof Kinds;
/** The value of a record of that kind, as its form and its page see it. */
export type RecordValue<Kind extends RecordKind> = z.output<Kinds[Kind]['schema']>;
/** What a form may hand in: everything with a default may be left out. */
export type RecordInput<Kind extends RecordKind> = z.input<Kinds[Kind]['schema']>;

export const recordKinds = Object.keys(kinds) as readonly RecordKind[];

export function isRecordKind(text: string): text is RecordKind {
  return Object.hasOwn(kinds, text);
}
