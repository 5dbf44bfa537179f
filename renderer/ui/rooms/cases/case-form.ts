import type { ItemKey } from '../../../../core/ids.ts';
import { byOrder, newItemKey, orderAt } from '../../../../core/records/order.ts';
import { kinds, type RecordValue } from '../../../../core/records/kinds.ts';
import { safeguardsForm } from '../../safeguards/safeguards-form.ts';

export type CaseForm = RecordValue<'case'>;
export type NationalReference = CaseForm['nationalReferences'][number];

const untitled = kinds.case.schema.parse({ title: '-' });

/** A form's values from a saved case or from a draft, which may hold anything or nothing of it. */
export function caseForm(value: Readonly<Record<string, unknown>>): CaseForm {
  return { ...untitled, title: '', ...(value as Partial<CaseForm>), safeguards: safeguardsForm(value['safeguards']) };
}

export function inOrder(references: readonly NationalReference[]): readonly NationalReference[] {
  return references.toSorted(byOrder);
}

/** The references with a new one at the end. */
export function withReference(references: readonly NationalReference[], country: NationalReference['country']): NationalReference[] {
  const shown = inOrder(references);
  const key: ItemKey = newItemKey((bytes) => crypto.getRandomValues(bytes));
  return [...shown, { key, order: orderAt(shown.map((one) => one.order), shown.length), country, authority: '', reference: '' }];
}
