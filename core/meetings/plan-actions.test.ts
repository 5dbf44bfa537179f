import { expect, test } from 'vitest';
import type { ItemKey, RecordId } from '../ids.ts';
import { kinds } from '../records/kinds.ts';
import { planActions, type KnownAction } from './plan-actions.ts';

const record = 'meeting' as RecordId;
const meeting = kinds.meeting.schema.parse({
  title: 'Monthly',
  jwg: 'firearms',
  agenda: [{ key: 'item', order: 'a0', title: 'Route' }],
  lines: [
    { key: 'one', order: 'a0', item: 'item', type: 'action', text: 'Send the draft', owner: 'Hoxha', due: '2026-11-27' },
    { key: 'two', order: 'a1', item: 'item', type: 'decision', text: 'Agreed' },
    { key: 'three', order: 'a2', item: 'item', type: 'action', text: ' ' },
  ],
});

function known(line: string, over: Partial<KnownAction> & { readonly text?: string; readonly status?: 'done' } = {}): KnownAction {
  const action = kinds.action.schema.parse({ text: over.text ?? 'Send the draft', owner: 'Hoxha', due: '2026-11-27', status: over.status ?? 'open' });
  return { record: `action-${line}` as RecordId, line: line as ItemKey, action, binned: over.binned ?? false };
}

test('every action line with words gets a record, with the meeting as its origin', () => {
  const plan = planActions(meeting, record, []);
  expect(plan.create).toHaveLength(1);
  expect(plan.create[0]?.value).toMatchObject({ text: 'Send the draft', origin: record, originLine: 'one', jwg: 'firearms' });
});

test('planning again changes nothing', () => {
  expect(planActions(meeting, record, [known('one')])).toEqual({ create: [], update: [], bin: [], restore: [] });
});

test('a changed line changes its record and leaves its status alone', () => {
  const plan = planActions(meeting, record, [known('one', { text: 'Send it', status: 'done' })]);
  expect(plan.update).toHaveLength(1);
  expect(plan.update[0]?.value).toMatchObject({ text: 'Send the draft', status: 'done' });
});

test('a line that is gone, or no action any more, puts its record into the bin, and back', () => {
  expect(planActions(meeting, record, [known('one'), known('two'), known('gone')]).bin).toEqual(['action-two', 'action-gone']);
  expect(planActions(meeting, record, [known('one'), known('gone', { binned: true })]).bin).toEqual([]);
  expect(planActions(meeting, record, [known('one', { binned: true })]).restore).toEqual(['action-one']);
});
