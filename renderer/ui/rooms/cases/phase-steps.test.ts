import { expect, test } from 'vitest';
import type { ChangeHash, MarkingId } from '../../../../core/ids.ts';
import type { FieldValue } from '../../../../core/ledger/change.ts';
import type { HistoryEntry } from '../../../engine/api.ts';
import { phaseSteps } from './phase-steps.ts';

const entry = (change: string, fields: readonly (readonly [field: string, before: FieldValue, after: FieldValue])[]): HistoryEntry => ({
  change: change as ChangeHash, act: 'edit', author: 'Ana Perić', mine: true, at: Number(change), level: 'SENSITIVE' as MarkingId, erased: false,
  fields: fields.map(([field, before, after]) => ({ field, before, after })),
});

test('each change of the phase is a step, from the one it was entered in', () => {
  const steps = phaseSteps([
    entry('1', [['title', null, 'Route'], ['phase', null, 'pre-investigation']]),
    entry('2', [['summary', '', 'More']]),
    entry('3', [['phase', 'pre-investigation', 'investigation'], ['lead', '', 'Ana']]),
    entry('4', [['phase', 'investigation', 'closed']]),
  ]);
  expect(steps.map(({ at, from, to }) => [at, from, to])).toEqual([[1, null, 'pre-investigation'], [3, 'pre-investigation', 'investigation'], [4, 'investigation', 'closed']]);
  expect(steps[0]).toMatchObject({ by: 'Ana Perić', mine: true });
});

test('what settles a conflict without moving it, and what is no phase, are no steps', () => {
  expect(phaseSteps([entry('1', [['phase', 'trial', 'trial']]), entry('2', [['phase', 'trial', 'somewhere']]), entry('3', [['phase', 'trial', null]])])).toEqual([]);
});
