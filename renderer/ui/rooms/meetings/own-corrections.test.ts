import { expect, test } from 'vitest';
import type { ChangeHash, MarkingId } from '../../../../core/ids.ts';
import type { HistoryEntry } from '../../../engine/api.ts';
import { ownCorrections } from './own-corrections.ts';

const entry = (mine: boolean, ...fields: readonly string[]): HistoryEntry => ({
  change: 'c' as ChangeHash, act: 'edit', author: mine ? 'Ana' : 'Ivo', mine, at: 1, level: 'SENSITIVE' as MarkingId, erased: false, fields: fields.map((field) => ({ field, before: null, after: 'x' })),
});

test('corrections are of whoever wrote their words, not of whoever decided them', () => {
  const own = ownCorrections([
    entry(true, 'title', 'lines.l1.text'),
    entry(true, 'corrections.c1.order', 'corrections.c1.reason'),
    entry(false, 'corrections.c2.order', 'corrections.c2.reason'),
    entry(true, 'corrections.c2.decision', 'corrections.c2.decidedOn'),
  ]);
  expect([...own]).toEqual(['c1']);
});
