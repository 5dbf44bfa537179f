import { describe, expect, it } from 'vitest';
import type { Day, JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import { kinds } from '../../../core/records/kinds.ts';
import { activityFrom } from './log-activity.ts';

const record = 'AAAAAAAAAAAAAAAAAAAAAA' as RecordId;
const level = 'R-UE' as MarkingId;

describe('an activity made from a note or a meeting', () => {
  it('has the topic, the day, the group, the level and what binds its origin', () => {
    const value = { ...kinds.note.schema.parse({ title: 'Advice on a JIT' }), day: '2026-03-04' as Day, jwg: 'firearms' as JwgId };
    const bound = { ...value, safeguards: { ...value.safeguards, handling: ['H1'] as never } };
    const begun = activityFrom({ kind: 'note', record, level, value: bound });
    expect(begun).toMatchObject({ jwg: 'firearms', level, value: { title: 'Advice on a JIT', type: 'advice-on-case', day: '2026-03-04', origin: record } });
    expect(begun.value?.['safeguards']).toBe(bound.safeguards);
  });

  it('from a meeting is coordination, and a meeting without a day leaves the day that is proposed', () => {
    const value = kinds.meeting.schema.parse({ title: 'Monthly' });
    const begun = activityFrom({ kind: 'meeting', record, level, value });
    expect(begun.value).toMatchObject({ type: 'coordination' });
    expect(begun.value).not.toHaveProperty('day');
  });
});
