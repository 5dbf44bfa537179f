import { Route, Switch } from 'wouter';
import type { ItemKey, RecordId } from '../../../../core/ids.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { paths } from '../../kit/paths.ts';
import { today } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { ActivityPage } from './activity-page.tsx';
import { audienceOf, everything, measureOf, partOf, periodOfAddress, projectOf, reportPaths, whoseOf, type Counting } from './address.ts';
import { EvidencePage } from './evidence-page.tsx';
import { ReportExportPage } from './export-page.tsx';
import { FrozenList } from './frozen-list.tsx';
import { FrozenPage } from './frozen-page.tsx';
import { LogframePage } from './logframe-page.tsx';
import { usePeriodInWords } from './period-words.ts';

interface Found {
  readonly period?: string;
  readonly audience?: string;
  readonly whose?: string;
  readonly measure?: string;
  readonly project?: string;
  readonly indicator?: string;
  readonly report?: string;
  readonly figure?: string;
  readonly which?: string;
  readonly by?: string;
  readonly value?: string;
}

/** What was done over a period, the logframe, and what was reported of it. */
export function ReportRoom() {
  return (
    <Switch>
      <Route path={`${paths.report}/activity/:period/:audience/:whose/:measure/list/:by?/:value?`}>{(found: Found) => <MeasureList {...found} />}</Route>
      <Route path={`${paths.report}/export/activity/:period/:audience/:whose`}>{(found: Found) => <ReportExportPage subject={{ of: 'activity', period: periodOfAddress(found.period, today()), counting: countingOf(found) }} />}</Route>
      <Route path={`${paths.report}/export/logframe/:period/:project`}>{({ period, project }: Found) => <ReportExportPage subject={{ of: 'logframe', period: periodOfAddress(period, today()), project: projectOf(project) }} />}</Route>
      <Route path={`${paths.report}/export/frozen/:report`}>{({ report }: Found) => <ReportExportPage subject={{ of: 'frozen', report: report as RecordId }} />}</Route>
      <Route path={`${paths.report}/logframe/:period/:project/:indicator/:which/:by?/:value?`}>{(found: Found) => <IndicatorList {...found} />}</Route>
      <Route path={`${paths.report}/logframe/:period?/:project?`}>{(found: Found) => <LogframePage period={periodOfAddress(found.period, today())} project={projectOf(found.project)} />}</Route>
      <Route path={`${reportPaths.frozen}/:report/:figure/:which/:by?/:value?`}>{(found: Found) => <ReportedList {...found} />}</Route>
      <Route path={`${reportPaths.frozen}/:report`}>{({ report }: Found) => <FrozenPage key={report} record={report as RecordId} />}</Route>
      <Route path={reportPaths.frozen}><FrozenList /></Route>
      <Route path={`${paths.report}/unsaid/:period/:whose`}>{(found: Found) => <UnsaidList {...found} />}</Route>
      <Route path={`${paths.report}/activity/:period?/:audience?/:whose?/:measure?`}>{(found: Found) => <Activity {...found} />}</Route>
      <Route><Activity /></Route>
    </Switch>
  );
}

function countingOf({ audience, whose }: Found): Counting {
  return { audience: audienceOf(audience), whose: whoseOf(whose) };
}

function Activity(found: Found) {
  return <ActivityPage period={periodOfAddress(found.period, today())} counting={countingOf(found)} measure={measureOf(found.measure)} />;
}

function MeasureList(found: Found) {
  const say = useWords('report');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const words = useKindWords('indicator');
  const { span, name } = periodOfAddress(found.period, today());
  const { audience, whose } = countingOf(found);
  const [measure, part] = [measureOf(found.measure), partOf(found.by, found.value)];
  return (
    <EvidencePage
      question={{ of: 'measure', span, audience, whose, measure, part }}
      measure={measure}
      title={words.choice('measure', measure)}
      facts={[inWords(span), audience === 'all' ? '' : audience === 'unsaid' ? say('audiences.unsaid') : records(`projects.${audience}`), whose === 'mine' ? say('whose.mine') : '']}
      back={reportPaths.activity(name, { audience, whose }, measure)}
    />
  );
}

function UnsaidList({ period, whose: asked }: Found) {
  const say = useWords('report');
  const inWords = usePeriodInWords();
  const { span, name } = periodOfAddress(period, today());
  const whose = whoseOf(asked);
  return <EvidencePage question={{ of: 'unsaid', span, whose }} measure="activities" title={say('unsaidTitle')} facts={[inWords(span), whose === 'mine' ? say('whose.mine') : '']} back={reportPaths.activity(name, { ...everything, whose })} above={<p>{say('unsaidHelp')}</p>} />;
}

function IndicatorList(found: Found) {
  const say = useWords('report');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const { span, name } = periodOfAddress(found.period, today());
  const [project, indicator] = [projectOf(found.project), found.indicator as RecordId];
  const which = found.which === 'left-out' ? 'left-out' : 'counted';
  const view = useEngineQueryKept(['records', 'indicator', 'open', indicator], (engine) => engine.notebook.open('indicator', indicator)).data;
  const value = view?.ok === true ? view.value.value : null;
  return (
    <EvidencePage
      question={{ of: 'indicator', span, indicator, which, part: partOf(found.by, found.value) }}
      measure={value?.measure ?? 'activities'}
      title={value?.title ?? ''}
      facts={[records(`projects.${project}`), inWords(span), which === 'left-out' ? say('logframe.reportedBefore') : '']}
      back={reportPaths.logframe(name, project)}
    />
  );
}

function ReportedList(found: Found) {
  const say = useWords('report');
  const inWords = usePeriodInWords();
  const record = found.report as RecordId;
  const answer = useEngineQueryKept(['records', 'any', 'report', 'open', record], (engine) => engine.report.open(record)).data;
  const report = answer?.ok === true ? answer.value : null;
  const figure = report?.figures.find((one) => one.key === found.figure);
  const which = (['reported', 'added', 'gone', 'altered'] as const).find((one) => one === found.which) ?? 'reported';
  return (
    <EvidencePage
      question={{ of: 'report', report: record, figure: found.figure as ItemKey, which, part: partOf(found.by, found.value) }}
      measure={figure?.measure ?? 'activities'}
      title={figure?.name ?? ''}
      facts={[report === null ? '' : inWords(report.span), say(`frozen.lists.${which}`)]}
      back={reportPaths.frozenReport(record)}
    />
  );
}
