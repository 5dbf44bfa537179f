import type { FieldPath } from '../../../core/ledger/change.ts';
import { useWords } from '../words/words.ts';
import { itemFieldOf } from './field-shape.ts';
import type { ItemNames } from './item-names.ts';

/** What a field is called: `Place`, or `Agenda item “Opening”: title`. */
export function useFieldInWords(): (field: FieldPath, names: ItemNames) => string {
  const say = useWords('records');
  const lists: Readonly<Record<string, { readonly one: string } | undefined>> = say('lists', { returnObjects: true });
  const parts: Readonly<Record<string, string | undefined>> = say('parts', { returnObjects: true });
  const fields: Readonly<Record<string, string | undefined>> = say('fields', { returnObjects: true });
  return (path, names) => {
    const field = itemFieldOf(path);
    if (field === null) return fields[path] ?? say('fields.unknown');
    const list = lists[field.list]?.one ?? say('fields.unknown');
    const name = names.get(`${field.list}.${field.key}`);
    return `${list}${name === undefined ? '' : ` “${name}”`}: ${parts[field.part] ?? say('fields.unknown')}`;
  };
}
