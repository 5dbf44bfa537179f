import type { RecordValue } from '../records/kinds.ts';

type Meeting = RecordValue<'meeting'>;
export type Outcome = NonNullable<Meeting['agenda'][number]['outcome']>;

/**
 * What came of an agenda item: what a person said of it, or else what its lines are. An item under
 * which something was only said is information; one without a word has no outcome.
 */
export function outcomesOf(item: Pick<Meeting['agenda'][number], 'key' | 'outcome'>, lines: Meeting['lines']): readonly Outcome[] {
  if (item.outcome !== null) return [item.outcome];
  const own = lines.filter((line) => line.item === item.key && line.text.trim() !== '');
  const types = new Set(own.map((line) => line.type));
  const results = (['decision', 'action'] as const).filter((type) => types.has(type));
  return results.length > 0 || own.length === 0 ? results : ['information'];
}
