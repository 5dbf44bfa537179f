import { Button } from '@mantine/core';
import type { RecordId } from '../../../../core/ids.ts';
import { firstEnd } from '../../../../core/proceedings/clocks.ts';
import type { RecordRow, RecordView } from '../../../engine/api.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
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
import { useWords } from '../../words/words.ts';

/** Kinds that a case gathers beside notes, meetings and actions. */
export type LinkedKind = 'request' | 'proceedings' | 'authority' | 'subject' | 'relation' | 'protection' | 'activity' | 'series';

/** Records of a kind that belong to the case; a subject of several cases belongs to each. */
export function useLinked<Kind extends LinkedKind>(kind: Kind, record: RecordId): readonly RecordRow<Kind>[] {
  return useEngineQuery(['records', kind, 'list', 'link', record], (engine) => engine.notebook.list(kind, { link: record })).data ?? [];
}

/** Authorities also stand in a case by its proceedings and requests. */
export function useCaseAuthorities(record: RecordId): readonly RecordRow<'authority'>[] {
  return useEngineQuery(['records', 'any', 'authorities of', record], (engine) => engine.notebook.authoritiesOf(record)).data ?? [];
}

const told: Readonly<Record<LinkedKind, readonly string[]>> = {
  request: ['instrument', 'toCountry', 'status'],
  proceedings: ['country', 'authority', 'phase'],
  subject: ['schema', 'countries', 'useStatus'],
  activity: ['topic', 'counterpart', 'country'],
  authority: ['type', 'country', 'city'],
  relation: ['nature', 'since', 'until'],
  protection: ['unit', 'unitReference', 'country', 'stage'],
  series: ['frequency', 'place'],
};

/** The day that counts for a row: when it is due, runs out, or was. */
function dayOfRow(row: RecordRow<LinkedKind>) {
  const value = row.value as Partial<RecordRow<'request'>['value'] & RecordRow<'proceedings'>['value']> & { readonly day?: RecordRow<'activity'>['value']['day'] | null };
  if (row.kind === 'request') return value.due ?? value.sent ?? null;
  if (row.kind === 'protection') return (row.value as RecordRow<'protection'>['value']).reviewBy ?? null;
  return row.kind === 'proceedings' ? firstEnd(value.clocks ?? []) : (value.day ?? null);
}

interface CaseLinkedProps {
  readonly kind: LinkedKind;
  readonly view: RecordView<'case'>;
}

/** What of one kind belongs to a case, and a new one with its case, group and level. */
export function CaseLinked({ kind, view }: CaseLinkedProps) {
  return <LinkedRows kind={kind} view={view} rows={useLinked(kind, view.record)} />;
}

export function CaseAuthorities({ view }: { view: RecordView<'case'> }) {
  return <LinkedRows kind="authority" view={view} rows={useCaseAuthorities(view.record)} />;
}

/** What stands beneath another kind: the relations of the subjects, the series of the meetings. Nothing where there is none. */
export function CaseLinkedBeneath({ kind, view }: CaseLinkedProps) {
  const rows = useLinked(kind, view.record);
  return rows.length === 0 ? null : <LinkedRows kind={kind} view={view} rows={rows} />;
}

function LinkedRows({ kind, view, rows }: CaseLinkedProps & { readonly rows: readonly RecordRow<LinkedKind>[] }) {
  const words = useKindWords(kind);
  const begin = useNewRecord();
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
      title={row.kind === 'relation' ? <RelationTitle row={row as RecordRow<'relation'>} /> : row.title || words.untitled}
      facts={joined(...told[row.kind].map((field) => inWords(row.kind, field, value[field] ?? null)))}
      aside={day === null ? undefined : nearDayInWords(day)}
      urgent={row.kind === 'proceedings' && day !== null && day < today()}
    />
  );
}

/** Who, how, and with whom. */
function RelationTitle({ row: { value } }: { row: RecordRow<'relation'> }) {
  const say = useWords('cases');
  const words = useKindWords('relation');
  const named = useNamed();
  const name = (record: RecordId | undefined) => (record === undefined ? '' : named(record)?.title) || say('unnamedSubject');
  return say('relation', { from: name(value.from), how: value.label || words.choice('type', value.type ?? 'UnknownLink'), to: name(value.to) });
}
