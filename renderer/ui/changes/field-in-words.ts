import type { FieldPath } from '../../../core/ledger/change.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { labelled, quoted, withSmallBeginning } from '../words/joined.ts';
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
    const { one } = words.list(field.list);
    return labelled(name === undefined ? one : `${one} ${quoted(name)}`, withSmallBeginning(words.field(path)));
  };
}
