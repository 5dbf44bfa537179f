import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListView } from '../../../engine/api.ts';
import { useFieldName } from './field-name.ts';
import { useWords } from '../../words/words.ts';
import classes from './record-list.module.css';

export interface ColumnHeadsProps {
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  readonly sort: ListView['sort'];
  readonly onSort: (by: string) => void;
}

/** The names of the columns; a press sorts by one, a second press turns the order round. */
export function ColumnHeads({ kind, columns, sort, onSort }: ColumnHeadsProps) {
  const say = useWords('kit');
  const fieldName = useFieldName(kind);
  const names = ['title', ...columns.filter((name) => name !== 'title')];
  return (
    <div className={classes['columnHeads']} role="group" aria-label={say('list.sortBy')}>
      {names.map((name) => {
        const direction = sort.by !== name ? '' : sort.descending ? '↓' : '↑';
        return (
          <button key={name} type="button" className={classes['columnHead']} aria-pressed={sort.by === name} onClick={() => onSort(name)}>
            {fieldName(name)} <span aria-hidden>{direction}</span>
            {direction === '' ? null : <span className="only-heard">{say(sort.descending ? 'list.descending' : 'list.ascending')}</span>}
          </button>
        );
      })}
    </div>
  );
}
