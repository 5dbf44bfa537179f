import { ActionIcon, Button } from '@mantine/core';
import { useState, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { natureOf, partsOf } from '../../../../core/records/field-nature.ts';
import { newItemKey, orderAt } from '../../../../core/records/order.ts';
import { fromFields } from '../../../../core/records/fields.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { offerUndo } from '../undo.ts';
import { hasInput } from './field-inputs.tsx';
import { useFormSurroundings } from './form-context.tsx';
import classes from './record-fields.module.css';

export interface PartFieldProps {
  readonly name: string;
  readonly autoFocus?: boolean;
}

export interface ItemsFieldProps {
  readonly name: string;
  /** Draws one part of an item, by its place: `memberships.0.role`. */
  readonly Part: ComponentType<PartFieldProps>;
  /** The parts shown, in this order; all of them where nothing is said. */
  readonly parts?: readonly string[];
  /** First values of a new item. */
  readonly begin?: Readonly<Record<string, unknown>>;
  /** No heading of its own: it stands under one. */
  readonly plain?: boolean;
}

interface Item {
  readonly key: string;
  readonly order: string;
}

/** The blank item of a list: every part as its schema leaves it. */
function blankItem(kind: RecordKind, list: string): Record<string, unknown> {
  const value: Readonly<Record<string, unknown>> = fromFields(kind, new Map([[`${list}.blank.order`, 'a0']])).value;
  return { ...(value[list] as readonly Record<string, unknown>[])[0] };
}

/** What can be done with the items of a list of the form. */
function useItems(name: string, begin: ItemsFieldProps['begin']) {
  const { kind, form } = useFormSurroundings();
  const { removed } = useKindWords(kind).list(name);
  const list = useFieldArray({ control: form.control, name, keyName: 'rowId' });
  const [added, setAdded] = useState<string | null>(null);
  const items = () => (form.getValues(name) as readonly Item[] | undefined) ?? [];
  const append = () => {
    const key = newItemKey((bytes) => crypto.getRandomValues(bytes));
    setAdded(key);
    const now = items();
    list.append({ ...blankItem(kind, name), ...begin, key, order: orderAt(now.map((item) => item.order), now.length) }, { shouldFocus: false });
  };
  const remove = (at: number) => {
    const item = items()[at];
    list.remove(at);
    if (item !== undefined) offerUndo(removed, () => list.insert(Math.min(at, items().length), item, { shouldFocus: false }));
  };
  const move = (from: number, to: number) => {
    const now = items();
    const moving = now[from];
    if (moving === undefined || to < 0 || to >= now.length) return;
    const others = now.filter((_, at) => at !== from);
    list.move(from, to);
    form.setValue(`${name}.${String(to)}.order`, orderAt(others.map((item) => item.order), to), { shouldDirty: true });
  };
  return { list, added, append, remove, move };
}

/** A list of a record's items: added at the end, taken out and put back, moved with Alt and the arrows. */
export function ItemsField({ name, Part, parts, begin, plain }: ItemsFieldProps) {
  const { kind } = useFormSurroundings();
  const say = useWords('kit');
  const { one, many, add, none } = useKindWords(kind).list(name);
  const shown = (parts ?? partsOf(kind, name)).filter((part) => {
    const nature = natureOf(kind, `${name}.*.${part}`);
    return nature !== null && hasInput(nature);
  });
  const { list, added, append, remove, move } = useItems(name, begin);
  return (
    <fieldset className={classes['items']}>
      <legend className={plain === true ? 'only-heard' : undefined}>{many}</legend>
      {list.fields.length === 0 ? <p className={classes['quiet']}>{none}</p> : null}
      {list.fields.map((row, at) => {
        const item = row as unknown as Item & { readonly rowId: string };
        return (
          <ItemRow key={item.key} name={say('items.item', { one, number: at + 1 })} onMove={(by) => move(at, at + by)} onRemove={() => remove(at)} first={at === 0} last={at === list.fields.length - 1}>
            {shown.map((part, place) => (
              <div key={part} data-part={part}>
                <Part name={`${name}.${String(at)}.${part}`} autoFocus={place === 0 && added === item.key} />
              </div>
            ))}
          </ItemRow>
        );
      })}
      <div>
        <Button onClick={append}>{add}</Button>
      </div>
    </fieldset>
  );
}

interface ItemRowProps {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function ItemRow({ name, first, last, onMove, onRemove, children }: ItemRowProps) {
  const say = useWords('kit');
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <div className={classes['item']} role="group" aria-label={name} onKeyDown={press}>
      <div className={classes['parts']}>{children}</div>
      <div className={classes['itemActs']}>
        <ActionIcon variant="subtle" disabled={first} aria-label={say('items.up', { name })} title={say('items.moveKeys')} onClick={() => onMove(-1)}>↑</ActionIcon>
        <ActionIcon variant="subtle" disabled={last} aria-label={say('items.down', { name })} title={say('items.moveKeys')} onClick={() => onMove(1)}>↓</ActionIcon>
        <ActionIcon variant="subtle" aria-label={say('items.remove', { name })} onClick={onRemove}>×</ActionIcon>
      </div>
    </div>
  );
}
