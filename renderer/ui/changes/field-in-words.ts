import type { FieldPath } from '../../../core/ledger/change.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { useKindWordsOf } from '../words/kind-words.ts';
import { itemFieldOf } from './field-shape.ts';
import type { ItemNames } from './item-names.ts';

/** What a field is called: `Place`, or `Agenda item “Opening”: title`. */
export function useFieldInWords(): (kind: RecordKind, field: FieldPath, names: ItemNames) => string {
  const wordsOf = useKindWordsOf();
  return (kind, path, names) => {
    const words = wordsOf(kind);
    const field = itemFieldOf(path);
    if (field === null) return words.field(path);
    const name = names.get(`${field.list}.${field.key}`);
    const part = words.field(path);
    return `${words.list(field.list).one}${name === undefined ? '' : ` “${name}”`}: ${part.slice(0, 1).toLocaleLowerCase()}${part.slice(1)}`;
  };
}
