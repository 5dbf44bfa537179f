import { Route, Switch } from 'wouter';
import { paths } from '../../kit/paths.ts';
import { today } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { ActivityPage } from './activity-page.tsx';
import { audienceOf, measureOf, partOf, periodOfAddress, reportPaths } from './address.ts';
import { EvidencePage } from './evidence-page.tsx';
import { usePeriodInWords } from './period-words.ts';

interface Found {
  readonly period?: string;
  readonly audience?: string;
  readonly measure?: string;
  readonly by?: string;
  readonly value?: string;
}

/** What was done over a period, the logframe, and what was reported of it. */
export function ReportRoom() {
  return (
    <Switch>
      <Route path={`${paths.report}/activity/:period/:audience/:measure/list/:by?/:value?`}>{(found: Found) => <MeasureList {...found} />}</Route>
      <Route path={`${paths.report}/unsaid/:period`}>{(found: Found) => <UnsaidList {...found} />}</Route>
      <Route path={`${paths.report}/activity/:period?/:audience?/:measure?`}>{(found: Found) => <Activity {...found} />}</Route>
      <Route><Activity /></Route>
    </Switch>
  );
}

function Activity({ period, audience, measure }: Found) {
  return <ActivityPage period={periodOfAddress(period, today())} audience={audienceOf(audience)} measure={measureOf(measure)} />;
}

function MeasureList(found: Found) {
  const say = useWords('report');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const words = useKindWords('indicator');
  const { span, name } = periodOfAddress(found.period, today());
  const [audience, measure, part] = [audienceOf(found.audience), measureOf(found.measure), partOf(found.by, found.value)];
  return (
    <EvidencePage
      question={{ of: 'measure', span, audience, measure, part }}
      measure={measure}
      title={words.choice('measure', measure)}
      facts={[inWords(span), audience === 'all' ? '' : audience === 'unsaid' ? say('audiences.unsaid') : records(`projects.${audience}`)]}
      back={reportPaths.activity(name, audience, measure)}
    />
  );
}

function UnsaidList({ period }: Found) {
  const say = useWords('report');
  const inWords = usePeriodInWords();
  const { span, name } = periodOfAddress(period, today());
  return <EvidencePage question={{ of: 'unsaid', span }} measure="activities" title={say('unsaidTitle')} facts={[inWords(span)]} back={reportPaths.activity(name, 'all')} above={<p>{say('unsaidHelp')}</p>} />;
}
