import { createElement, Fragment } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import { markingOf } from '../../../../core/markings/scheme.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { csvOf } from '../../../../core/tables/csv.ts';
import type { Exportable, ListQuery, RecordRow, Surroundings } from '../../../engine/api.ts';
import { useEngine, useSurroundings } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { dayInWords, today } from '../../words/dates.ts';
import { labelled } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { decimalSign, numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { useConfirm } from '../confirm-dialog.tsx';
import { useHandOut } from '../hand-out.ts';
import { tellFailure } from '../tell-failure.tsx';
import { tell } from '../undo.ts';
import { useCellInTable } from './cell-words.ts';
import { useFieldName } from './field-name.ts';

const atOnce = 500;

/** Every row of the list that is wanted, read piece by piece. */
async function rowsOf(engine: Engine, query: ListQuery, wanted: ReadonlySet<RecordId>): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  for (let from = 0; ; from += atOnce) {
    const piece = await engine.lists.query(query, { from, count: atOnce });
    rows.push(...piece.rows.filter((row) => wanted.has(row.record)));
    if (from + atOnce >= piece.total) return rows;
  }
}

function highest(rows: readonly RecordRow[], surroundings: Surroundings) {
  const scheme = { markings: surroundings.markings } as Parameters<typeof markingOf>[0];
  const markings = rows.map((row) => markingOf(scheme, row.level));
  return markings.reduce<(typeof markings)[number] | null>((top, one) => (top === null || one.rank > top.rank ? one : top), null);
}

/**
 * The list, or what is chosen of it, as a CSV file: asked of the export gate record by record, with
 * the level of each in a column of its own and that of the whole in the file's name.
 */
export function useTableExport(kind: RecordKind, columns: readonly string[]): (query: ListQuery, chosen: ReadonlySet<RecordId>) => Promise<void> {
  const say = useWords('kit');
  const engine = useEngine();
  const words = useKindWords(kind);
  const fieldName = useFieldName(kind);
  const cell = useCellInTable();
  const ask = useAsk();
  const handOut = useHandOut();
  const surroundings = useSurroundings();
  const names = ['title', ...columns.filter((name) => name !== 'title'), 'changed', 'level'];
  return async (query, chosen) => {
    if (surroundings === undefined) return;
    const { total } = await engine.lists.query(query, { from: 0, count: 1 });
    const asked = chosen.size > 0 ? [...chosen] : await engine.lists.recordsAt(query, { from: 0, count: total });
    const exportable = await engine.lists.exportable(asked);
    if (exportable.allowed.length === 0) return tell(say('list.exportNone'));
    const rows = await rowsOf(engine, query, new Set(exportable.allowed));
    const level = highest(rows, surroundings);
    if (level === null || !(await ask(level.full, exportable, asked.length))) return;
    const bytes = csvOf([names.map(fieldName), ...rows.map((row) => names.map((name) => cell(row, name)))], decimalSign() === ',' ? ';' : ',');
    const suggestedName = `${say('list.fileName', { many: words.many, day: dayInWords(today()), level: level.short }).replaceAll('/', '-')}.csv`;
    const out = await handOut({ as: 'csv', records: rows.map((row) => row.record) }, { purpose: 'table', suggestedName, bytes });
    if (out.done === 'failed') tellFailure(out.failure);
    if (out.done === 'saved') tell(say('list.exported', { name: out.name }));
  };
}

/** Says what the file will hold and what stays out of it, and asks. */
function useAsk(): (level: string, exportable: Exportable, asked: number) => Promise<boolean> {
  const say = useWords('kit');
  const confirm = useConfirm();
  return (level, { allowed, refused }, asked) => {
    const out = asked - allowed.length;
    const reasons = refused.map(({ code, count }) => createElement('li', { key: code }, labelled(numberInWords(count), say(`list.refusals.${code}`))));
    const body = createElement(
      Fragment,
      null,
      createElement('p', null, say('list.exportAsk.level', { level })),
      out === 0 ? null : createElement('p', null, say('list.exportAsk.refused', { count: out })),
      out === 0 ? null : createElement('ul', null, ...reasons),
    );
    return confirm({ title: say('list.exportAsk.title'), body, confirm: say('list.exportAsk.confirm') });
  };
}
