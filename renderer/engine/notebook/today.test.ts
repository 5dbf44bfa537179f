import { expect, test } from 'vitest';
import type { Day, MarkingId, PersonId, RecordId } from '../../../core/ids.ts';
import type { Entry } from './catalogue.ts';
import { chooseForToday, choices } from './today.ts';

const now = { today: '2026-11-24' as Day, me: 'ana' as PersonId };

const drafted = (record: string, draftedFor: string, changed: number): Entry => ({
  record: record as RecordId, kind: 'note', level: 'SENSITIVE' as MarkingId, title: record, row: { draftedFor }, changed, changedBy: 'ivo' as PersonId, standing: 'open', conflicts: 0, version: 1, binned: false, gone: null,
});

test('an old draft in one’s own name is not pushed out by newer ones in the names of others', () => {
  const others = Array.from({ length: choices.drafted.most + 10 }, (_, at) => drafted(`for Ben ${String(at)}`, 'ben', 1000 + at));
  const chosen = chooseForToday([...others, drafted('for Ana', 'ana', 1)], now).drafted.items;
  expect(chosen.map((entry) => entry.record)).toEqual(['for Ana']);
});

test('what was touched lately leaves relations to the pages of those whom they tie', () => {
  const tie: Entry = { ...drafted('knows', 'ana', 2), kind: 'relation' };
  expect(chooseForToday([drafted('note', 'ana', 1), tie], now).recent.items.map((entry) => entry.record)).toEqual(['note']);
});
