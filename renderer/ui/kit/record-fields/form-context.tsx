import { createContext, useContext, type ReactNode } from 'react';
import type { MarkingId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { AnyForm } from '../record-page/record-form.ts';

/** What the fields of a form know of it. */
export interface FormSurroundings {
  readonly kind: RecordKind;
  readonly form: AnyForm;
  /** The level of the record: what is made from its form begins with it. */
  readonly level: MarkingId;
}

const FormContext = createContext<FormSurroundings | null>(null);

export function RecordFormProvider({ children, ...surroundings }: FormSurroundings & { children: ReactNode }) {
  return <FormContext value={surroundings}>{children}</FormContext>;
}

export function useFormSurroundings(): FormSurroundings {
  const found = useContext(FormContext);
  if (found === null) throw new Error('No RecordFormProvider above');
  return found;
}
