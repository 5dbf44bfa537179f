import { Button, MultiSelect, Popover, SegmentedControl, Select, Switch } from '@mantine/core';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListAnswer, ListQuery, ListView } from '../../../engine/api.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { useValueName } from './cell-words.ts';
import { useFieldName } from './field-name.ts';
import { groupingsOf, type RecordListParts } from './list-parts.ts';
import type { Selection } from './selection.ts';
import { SavedViews } from './saved-views.tsx';
import { useTableExport } from './table-export.ts';
import classes from './record-list.module.css';

export interface ListToolsProps<Kind extends RecordKind> {
  readonly props: RecordListParts<Kind> & { readonly kind: Kind };
  readonly view: ListView;
  readonly change: (change: Partial<ListView>) => void;
  readonly answer: ListAnswer | undefined;
  readonly query: ListQuery;
  readonly binned: boolean;
  readonly onBinned: (binned: boolean) => void;
  readonly selection: Selection;
}

/** How the list is looked at: narrowed, sorted, grouped, as a table; its bin; and the way out as a file. */
export function ListTools<Kind extends RecordKind>(tools: ListToolsProps<Kind>) {
  const { props, view, change, query, binned, onBinned, selection } = tools;
  const say = useWords('kit');
  const words = useKindWords(props.kind);
  const exportTable = useTableExport(props.kind, props.columns ?? []);
  const narrowing = Object.values(view.only).filter((values) => values.length > 0).length;
  return (
    <span className={classes['tellActs']}>
      {props.acts}
      <Popover position="bottom-end" width={340} trapFocus shadow="md">
        <Popover.Target>
          <Button variant="subtle" size="compact-sm" aria-label={say('list.view')}>
            {narrowing === 0 ? say('list.viewShort') : say('list.viewNarrowed', { count: narrowing })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={say('list.viewOf', { many: words.many })}>
          <div className={classes['tools']}>
            {props.within === undefined ? (
              <SegmentedControl
                aria-label={say('list.layout')}
                value={view.layout}
                onChange={(layout) => change({ layout: layout === 'table' ? 'table' : 'list' })}
                data={[{ value: 'list', label: say('list.asList') }, { value: 'table', label: say('list.asTable') }]}
              />
            ) : null}
            <Facets {...tools} />
            <Order {...tools} />
            <Switch label={say('list.bin')} checked={binned} onChange={(event) => { selection.clear(); onBinned(event.currentTarget.checked); }} />
            {props.within === undefined ? <SavedViews kind={props.kind} view={view} onTake={change} /> : null}
            <Button variant="subtle" onClick={() => void exportTable(query, selection.chosen)}>{say(selection.chosen.size === 0 ? 'list.export' : 'list.exportChosen', { count: selection.chosen.size })}</Button>
          </div>
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

function Facets<Kind extends RecordKind>({ props, view, change, answer }: ListToolsProps<Kind>) {
  const nameOf = useValueName(props.kind);
  const fieldName = useFieldName(props.kind);
  return (props.facets ?? []).map((field) => {
    const chosen = view.only[field] ?? [];
    const counts = new Map((answer?.facets[field] ?? []).map((one) => [one.value, one.count]));
    const values = [...new Set([...counts.keys(), ...chosen])];
    return (
      <MultiSelect
        key={field}
        label={fieldName(field)}
        // Nothing is a value too, and an empty one would not be a choice.
        data={values.map((value) => ({ value: `=${value}`, label: `${nameOf(field, value)} (${numberInWords(counts.get(value) ?? 0)})` }))}
        value={chosen.map((value) => `=${value}`)}
        onChange={(next) => change({ only: { ...view.only, [field]: next.map((value) => value.slice(1)) } })}
        comboboxProps={{ withinPortal: false }}
        hidePickedOptions
        searchable
        clearable
      />
    );
  });
}

function Order<Kind extends RecordKind>({ props, view, change }: ListToolsProps<Kind>) {
  const say = useWords('kit');
  const fieldName = useFieldName(props.kind);
  const groupings = groupingsOf(props);
  const sortable = [...new Set<string>(['title', ...(props.columns ?? []), 'changed', 'level'])];
  const groupable = [...new Set<string>([...groupings.map((one) => one.by), ...(props.facets ?? [])])];
  return (
    <div className={classes['pair']}>
      <Select
        label={say('list.sortBy')}
        data={sortable.flatMap((field) => [{ value: `${field} up`, label: `${fieldName(field)} ↑` }, { value: `${field} down`, label: `${fieldName(field)} ↓` }])}
        value={`${view.sort.by} ${view.sort.descending ? 'down' : 'up'}`}
        onChange={(value) => (value === null ? undefined : change({ sort: { by: value.split(' ')[0] ?? 'title', descending: value.endsWith(' down') } }))}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        label={say('list.groupBy')}
        data={groupable.map((field) => ({ value: field, label: fieldName(field) }))}
        value={view.group}
        placeholder={say('list.notGrouped')}
        onChange={(group) => change({ group })}
        clearable
        comboboxProps={{ withinPortal: false }}
      />
    </div>
  );
}
