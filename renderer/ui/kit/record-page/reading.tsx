import type { FieldValue } from '../../../../core/ledger/change.ts';
import { fieldsOf, natureOf, partsOf } from '../../../../core/records/field-nature.ts';
import { kinds, type RecordKind, type RecordValue } from '../../../../core/records/kinds.ts';
import { Link } from 'wouter';
import type { JwgId, RecordId } from '../../../../core/ids.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useNamed } from '../../engine-client/titles.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { Facts } from '../facts.tsx';
import { pathOfRecord, paths } from '../paths.ts';
import { Section } from '../section.tsx';
import classes from './record-page.module.css';

interface PlainReadingProps<Kind extends RecordKind> {
  readonly kind: Kind;
  readonly value: RecordValue<Kind>;
  /** Fields that the room shows itself. */
  readonly without?: readonly string[];
}

/** A record to be read: what is empty is left out, lists under their own heads. */
export function PlainReading<Kind extends RecordKind>({ kind, value, without = [] }: PlainReadingProps<Kind>) {
  const words = useKindWords(kind);
  const inWords = useValueInWords();
  const named = useNamed();
  const all = value as Readonly<Record<string, FieldValue>>;
  // Its name stands above it already.
  const naming = String(kinds[kind].named[0]);
  const names = fieldsOf(kind).filter((name) => name !== naming && !without.includes(name));
  const plain = names.filter((name) => natureOf(kind, name)?.type !== 'items');
  const lists = names.filter((name) => natureOf(kind, name)?.type === 'items' && (all[name] as readonly unknown[]).length > 0);
  const read = (name: string) => {
    const record = pointedTo(kind, name, all[name]);
    const found = record === null ? null : named(record);
    if (found) return <Link href={pathOfRecord(found.kind, found.record)}>{found.title}</Link>;
    const group = groupOf(kind, name, all[name]);
    if (group !== null) return <Link href={paths.group(group)}>{inWords(kind, name, group)}</Link>;
    return wordsOrNothing(inWords(kind, name, all[name] ?? null));
  };
  return (
    <>
      <div className={classes['plain']}>
        <Facts facts={plain.map((name) => [words.field(name), read(name)] as const)} />
      </div>
      {lists.map((name) => (
        <Section key={name} title={words.list(name).many} count={(all[name] as readonly unknown[]).length}>
          <ItemsRead kind={kind} name={name} items={all[name] as unknown as readonly Readonly<Record<string, FieldValue>>[]} />
        </Section>
      ))}
    </>
  );
}

/** The record that a field points to; `null` for a field that points to none. */
function pointedTo(kind: RecordKind, name: string, value: FieldValue | undefined): RecordId | null {
  const nature = natureOf(kind, name);
  return nature?.type === 'record' && !nature.many && typeof value === 'string' && value !== '' ? (value as RecordId) : null;
}

/** The group that a field names; `null` for a field that names none. */
function groupOf(kind: RecordKind, name: string, value: FieldValue | undefined): JwgId | null {
  const nature = natureOf(kind, name);
  return nature?.type === 'group' && !nature.many && typeof value === 'string' && value !== '' ? (value as JwgId) : null;
}

function wordsOrNothing(text: string) {
  return text === '' ? '' : <span className={classes['lines']}>{text}</span>;
}

/** The items of a list, one row each, its parts beside one another. */
export function ItemsRead({ kind, name, items }: { kind: RecordKind; name: string; items: readonly Readonly<Record<string, FieldValue>>[] }) {
  const words = useKindWords(kind);
  const inWords = useValueInWords();
  const parts = partsOf(kind, name).filter((part) => items.some((item) => inWords(kind, `${name}.*.${part}`, item[part] ?? null) !== ''));
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {parts.map((part) => (
              <th key={part} scope="col">{words.field(`${name}.*.${part}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item['key'] as string}>
              {parts.map((part) => (
                <td key={part}>{inWords(kind, `${name}.*.${part}`, item[part] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
