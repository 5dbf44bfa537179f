import { Link } from 'wouter';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { Disclosure } from '../../kit/disclosure.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { OnePane } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { periodAt } from '../../../../core/report/span.ts';
import { today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { reportPaths } from './address.ts';
import { usePeriodInWords } from './period-words.ts';
import { ReportViews } from './report-views.tsx';

/** Every period that was reported, the latest first. */
export function FrozenList() {
  const say = useWords('report');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const reports = useEngineQueryKept(['records', 'report', 'frozen'], (engine) => engine.report.frozen()).data;
  useShownMarking(reports?.map((one) => one.level));
  const period = periodAt(today(), 'quarter', -1);
  return (
    <OnePane wide label={say('views.frozen')}>
      <ReportViews view="frozen" period={period} project="prosecutors-network" />
      {reports?.length === 0 ? <EmptyState act={<Link href={reportPaths.logframe(period, 'prosecutors-network')}>{say('frozen.toLogframe')}</Link>}>{say('frozen.none')}</EmptyState> : null}
      <RowList label={say('views.frozen')}>
        {(reports ?? []).map((report) => (
          <ListRow key={report.record} to={reportPaths.frozenReport(report.record)} level={report.level} title={report.title} facts={joined(records(`projects.${report.project}`), inWords(report.span))} />
        ))}
      </RowList>
      <Binned />
    </OnePane>
  );
}

/** Reports that were taken back: out of the counting, and out of sight until somebody asks. */
function Binned() {
  const say = useWords('report');
  const rows = useEngineQueryKept(['records', 'report', 'list', 'binned'], (engine) => engine.notebook.list('report', { binned: true })).data ?? [];
  if (rows.length === 0) return null;
  return (
    <Disclosure title={say('frozen.binnedList')} now={say('frozen.binnedCount', { count: rows.length })} reading>
      <RowList label={say('frozen.binnedList')}>
        {rows.map((row) => <ListRow key={row.record} to={reportPaths.frozenReport(row.record)} level={row.level} title={row.title} />)}
      </RowList>
    </Disclosure>
  );
}
