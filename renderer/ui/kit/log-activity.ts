import type { MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import { useNewRecord, type NewRecordOptions } from './new-record.ts';
import { tellFailure } from './tell-failure.tsx';

/** What an activity is made from: a note or a meeting that is saved. */
export interface ActivityOrigin {
  readonly kind: 'note' | 'meeting';
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly value: Pick<RecordValue<'note'> | RecordValue<'meeting'>, 'title' | 'day' | 'case' | 'jwg' | 'safeguards'>;
}

/**
 * What an activity begins with: topic, day, group and case of its origin, its level, and everything
 * that binds it, since the topic alone may say what was given under conditions.
 */
export function activityFrom({ record, kind, level, value }: ActivityOrigin): NewRecordOptions {
  return {
    case: value.case,
    jwg: value.jwg,
    level,
    value: {
      title: value.title,
      type: typeOf(kind),
      origin: record,
      safeguards: value.safeguards,
      ...(value.day === null ? {} : { day: value.day }),
    },
  };
}

function typeOf(kind: RecordKind): string {
  return kind === 'meeting' ? 'coordination' : 'advice-on-case';
}

/** Begins an advisory activity from a note or a meeting, and goes there; a failure is told. */
export function useLogActivity(): (origin: ActivityOrigin) => Promise<void> {
  const newRecord = useNewRecord();
  return async (origin) => {
    const failure = await newRecord('activity', activityFrom(origin));
    if (failure !== null) tellFailure(failure);
  };
}
