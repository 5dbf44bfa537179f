import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Measure } from '../../../../core/records/indicator.ts';
import type { EvidenceQuestion, EvidenceRow } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListGroup } from '../../kit/list-group.tsx';
import { ListRow } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { dayInWords, monthInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { useValueNames } from './value-names.ts';
import classes from './report.module.css';

export interface EvidencePageProps {
  readonly question: EvidenceQuestion;
  /** What the figure is called, and what it is a part of. */
  readonly title: string;
  readonly facts: readonly string[];
  /** By which the parts of the figure are named. */
  readonly measure: Measure | 'by-hand';
  readonly back: string;
  readonly above?: ReactNode;
}

/** Rows drawn at first and at each press. */
const step = 200;

/** The list that a figure was counted from. */
export function EvidencePage({ question, title, facts, measure, back, above }: EvidencePageProps) {
  const say = useWords('report');
  const nameOf = useValueNames();
  const [shown, setShown] = useState(step);
  const found = useEngineQueryKept(['records', 'any', 'report', 'evidence', JSON.stringify(question)], (engine) => engine.report.evidence(question)).data;
  const rows = found?.rows ?? [];
  useShownMarking(rows.map((row) => row.level));
  const part = 'part' in question ? question.part : null;
  const line = joined(...facts, part === null ? '' : nameOf(part.by, part.value, measure), found === undefined ? '' : say('list.records', { count: rows.length }));
  return (
    <OnePane label={title}>
      <p className={classes['back']}><Link href={back}>{say('list.back')}</Link></p>
      <PageHead title={found === undefined || question.of === 'unsaid' ? title : `${title}: ${numberInWords(found.value)}`} facts={line} />
      {above}
      {found !== undefined && rows.length === 0 ? <EmptyState>{say('list.none')}</EmptyState> : null}
      {byMonth(rows.slice(0, shown)).map(([month, some]) => (
        <ListGroup key={month} title={month === '' ? say('list.undated') : monthInWords(month)}>
          {some.map((row) => <Row key={row.record} row={row} showsKind={new Set(rows.map((one) => one.kind)).size > 1} />)}
        </ListGroup>
      ))}
      {rows.length > shown ? <button type="button" className={classes['more']} onClick={() => setShown(shown + step)}>{say('list.more', { count: Math.min(step, rows.length - shown) })}</button> : null}
      {found === undefined || found.elsewhere === 0 ? null : <p className={classes['note']}>{say('list.elsewhere', { count: found.elsewhere })}</p>}
    </OnePane>
  );
}

function Row({ row, showsKind }: { row: EvidenceRow; showsKind: boolean }) {
  const say = useWords('report');
  const words = useKindWordsOf()(row.kind);
  const facts = joined(
    showsKind ? words.one : '',
    row.amount === null || row.amount === 1 ? '' : say('list.amount', { amount: numberInWords(row.amount) }),
    row.binned ? say('list.binned') : '',
  );
  return <ListRow to={pathOfRecord(row.kind, row.record)} level={row.level} title={row.title === '' ? words.untitled : row.title} aside={row.day === null ? undefined : dayInWords(row.day)} {...(facts === '' ? {} : { facts })} />;
}

/** The latest month first; what has no day last. */
function byMonth(rows: readonly EvidenceRow[]): readonly (readonly [string, readonly EvidenceRow[]])[] {
  const groups = new Map<string, EvidenceRow[]>();
  for (const row of rows) {
    const month = row.day?.slice(0, 7) ?? '';
    const same = groups.get(month);
    if (same === undefined) groups.set(month, [row]);
    else same.push(row);
  }
  return [...groups];
}
