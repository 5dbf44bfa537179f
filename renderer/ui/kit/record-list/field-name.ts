import { kinds, type RecordKind } from '../../../../core/records/kinds.ts';
import { useKindWords } from '../../words/kind-words.ts';

/** What a field of a list is called; its title as the kind calls it. */
export function useFieldName(kind: RecordKind): (field: string) => string {
  const words = useKindWords(kind);
  return (field) => words.field(field === 'title' ? String(kinds[kind].named[0]) : field);
}
