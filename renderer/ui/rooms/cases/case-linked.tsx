import { Button } from '@mantine/core';
import type { RecordId } from '../../../../core/ids.ts';
import { firstEnd } from '../../../../core/proceedings/clocks.ts';
import type { RecordRow, RecordView } from '../../../engine/api.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { useNewRecord } from '../../kit/new-record.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { nearDayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { compareWords } from '../../words/language.ts';

/** Kinds that a case gathers beside notes, meetings and actions. */
export type LinkedKind = 'request' | 'proceedings' | 'subject' | 'activity';

/** Records of a kind that belong to the case; a subject of several cases belongs to each. */
export function useLinked<Kind extends LinkedKind>(kind: Kind, record: RecordId): readonly RecordRow<Kind>[] {
  return useEngineQuery(['records', kind, 'list', 'link', record], (engine) => engine.notebook.list(kind, { link: record })).data ?? [];
}

const told: Readonly<Record<LinkedKind, readonly string[]>> = {
  request: ['instrument', 'toCountry', 'status'],
  proceedings: ['country', 'authority', 'phase'],
  subject: ['schema', 'countries', 'useStatus'],
  activity: ['topic', 'counterpart', 'country'],
};

/** The day that counts for a row: when it is due, runs out, or was. */
function dayOfRow(row: RecordRow<LinkedKind>) {
  const value = row.value as Partial<RecordRow<'request'>['value'] & RecordRow<'proceedings'>['value']> & { readonly day?: RecordRow<'activity'>['value']['day'] | null };
  if (row.kind === 'request') return value.due ?? value.sent ?? null;
  return row.kind === 'proceedings' ? firstEnd(value.clocks ?? []) : (value.day ?? null);
}

/** What of one kind belongs to a case, and a new one with its case, group and level. */
export function CaseLinked({ kind, view }: { kind: LinkedKind; view: RecordView<'case'> }) {
  const words = useKindWords(kind);
  const begin = useNewRecord();
  const rows: readonly RecordRow<LinkedKind>[] = useLinked(kind, view.record);
  useShownMarking(rows.map((row) => row.level));
  const add = async () => {
    const failure = await begin(kind, { case: view.record, jwg: view.value.jwg, level: view.level });
    if (failure !== null) tellFailure(failure);
  };
  const button = <Button {...(rows.length === 0 ? { variant: 'filled' as const } : {})} onClick={() => void add()}>{words.make}</Button>;
  if (rows.length === 0) return <EmptyState act={button}>{words.empty}</EmptyState>;
  const inOrder = rows.toSorted((one, other) => (dayOfRow(one) ?? '9999').localeCompare(dayOfRow(other) ?? '9999') || compareWords(one.title, other.title));
  return (
    <Section title={words.many} count={rows.length} acts={button}>
      <RowList label={words.many}>
        {inOrder.map((row) => (
          <LinkedRow key={row.record} row={row} />
        ))}
      </RowList>
    </Section>
  );
}

function LinkedRow({ row }: { row: RecordRow<LinkedKind> }) {
  const words = useKindWords(row.kind);
  const inWords = useValueInWords();
  const value = row.value as Readonly<Record<string, Parameters<typeof inWords>[2] | undefined>>;
  const day = dayOfRow(row);
  return (
    <ListRow
      to={pathOfRecord(row.kind, row.record)}
      level={row.level}
      title={row.title || words.untitled}
      facts={joined(...told[row.kind].map((field) => inWords(row.kind, field, value[field] ?? null)))}
      aside={day === null ? undefined : nearDayInWords(day)}
      urgent={row.kind === 'proceedings' && day !== null && day < today()}
    />
  );
}
