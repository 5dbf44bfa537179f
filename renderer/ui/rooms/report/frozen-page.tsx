import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { resultLevels } from '../../../../core/records/indicator.ts';
import type { FrozenFigureView, FrozenReportView } from '../../../engine/api.ts';
import { useEngine, useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { instantInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { reportPaths } from './address.ts';
import { Figure, IndicatorFrame, PartsLine } from './logframe-row.tsx';
import { usePeriodInWords } from './period-words.ts';
import { ReportViews } from './report-views.tsx';
import classes from './report.module.css';

/** A period as it was reported, each figure beside what it would be now. */
export function FrozenPage({ record }: { record: RecordId }) {
  const say = useWords('report');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const [, go] = useLocation();
  const answer = useEngineQueryKept(['records', 'any', 'report', 'open', record], (engine) => engine.report.open(record)).data;
  const report = answer?.ok === true ? answer.value : null;
  useShownMarking(report?.level);
  useCommand('export', () => go(reportPaths.exportFrozen(record)), { enabled: report !== null });
  if (answer === undefined) return null;
  if (report === null) return <OnePane wide label={say('views.frozen')}><EmptyState act={<Link href={reportPaths.frozen}>{say('views.frozen')}</Link>}>{say('frozen.gone')}</EmptyState></OnePane>;
  const signed = report.signedBy[0];
  return (
    <OnePane wide label={report.title}>
      <ReportViews view="frozen" period={inPath(report)} project={report.project} />
      <PageHead
        title={report.title}
        facts={joined(records(`projects.${report.project}`), inWords(report.span), signed === undefined ? '' : say('frozen.signed', { when: instantInWords(signed.at), name: signed.name }))}
        acts={<Acts report={report} />}
      />
      {report.binned ? <Notice>{say('frozen.inBin')}</Notice> : null}
      {report.remarks.trim() === '' ? null : <p className={classes['remarks']}>{report.remarks}</p>}
      {resultLevels.map((level) => {
        const figures = report.figures.filter((one) => one.resultLevel === level);
        return figures.length === 0 ? null : (
          <Section key={level} title={say(`logframe.levels.${level}`)}>
            {figures.map((figure) => <ReportedFigure key={figure.key} report={record} figure={figure} />)}
          </Section>
        );
      })}
    </OnePane>
  );
}

function inPath({ span }: FrozenReportView): string {
  return `${span.from}_${span.until}`;
}

function Acts({ report }: { report: FrozenReportView }) {
  const say = useWords('report');
  const engine = useEngine();
  const [, go] = useLocation();
  const { record } = report;
  const restore = async () => {
    const answer = await engine.notebook.restore(record);
    if (!answer.ok) tellFailure(answer.failure);
  };
  const bin = async () => {
    const answer = await engine.notebook.bin(record);
    if (!answer.ok) return tellFailure(answer.failure);
    offerUndo(say('frozen.binned'), () => void restore());
  };
  return (
    <>
      <Button onClick={() => go(paths.history(record, 'report'))}>{say('frozen.history')}</Button>
      {report.binned ? <Button onClick={() => void restore()}>{say('frozen.restore')}</Button> : <Button onClick={() => void bin()}>{say('frozen.bin')}</Button>}
      <Button variant="filled" onClick={() => go(reportPaths.exportFrozen(record))}>{say('export.act')}</Button>
    </>
  );
}

function ReportedFigure({ report, figure }: { report: RecordId; figure: FrozenFigureView }) {
  const say = useWords('report');
  const { difference, key } = figure;
  const isSame = difference.now === figure.reported;
  const list = (which: 'reported' | 'added' | 'gone' | 'altered') => reportPaths.frozenList(report, key, which);
  const amount = (value: number | null) => (value === null ? '–' : numberInWords(value));
  return (
    <IndicatorFrame
      name={joined(figure.code, figure.name)}
      result={figure.result}
      figures={[
        [say('logframe.baseline'), amount(figure.baseline)],
        [say('frozen.reported'), <Figure key="reported" value={figure.reported} unit={figure.unit} to={figure.records === 0 ? null : list('reported')} prominent />],
        [say('frozen.now'), isSame ? say('frozen.same') : difference.now === null ? say('logframe.notRead') : numberInWords(difference.now)],
        [say('logframe.soFar'), amount(figure.soFar)],
        [say('logframe.target'), amount(figure.target)],
      ]}
      progress={figure.progress}
    >
      {figure.breakdowns.map((one) => <PartsLine key={one.by} breakdown={one} measure={figure.measure} pathOf={(value) => reportPaths.frozenList(report, key, 'reported', { by: one.by, value })} />)}
      <ul className={classes['differences']}>
        {difference.added === 0 ? null : <li><Link href={list('added')}>{say('frozen.added', { count: difference.added })}</Link></li>}
        {difference.gone === 0 ? null : <li><Link href={list('gone')}>{say('frozen.goneSince', { count: difference.gone })}</Link></li>}
        {difference.altered === 0 ? null : <li><Link href={list('altered')}>{say('frozen.altered', { count: difference.altered })}</Link></li>}
        {difference.elsewhere === 0 ? null : <li>{say('frozen.elsewhere', { count: difference.elsewhere })}</li>}
      </ul>
      {figure.verification.trim() === '' ? null : <p className={classes['note']}>{say('logframe.verification', { text: figure.verification })}</p>}
    </IndicatorFrame>
  );
}
