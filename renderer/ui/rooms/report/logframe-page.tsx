import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { resultLevels } from '../../../../core/records/indicator.ts';
import { projects, type Project } from '../../../../core/records/projects.ts';
import type { Logframe } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Notice } from '../../kit/notice.tsx';
import { roomOfKind } from '../../kit/paths.ts';
import { NewRecordButton } from '../../kit/record-room/new-record-button.tsx';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { reportPaths, type Period } from './address.ts';
import { FreezeDialog } from './freeze-dialog.tsx';
import { LogframeRowView } from './logframe-row.tsx';
import { PeriodBar } from './period-bar.tsx';
import { usePeriodInWords } from './period-words.ts';
import { ReportViews } from './report-views.tsx';
import { UnsaidNotice } from './unsaid.tsx';
import classes from './report.module.css';

export interface LogframePageProps {
  readonly period: Period;
  readonly project: Project;
}

/** A project's indicators with their figures for a period, between baseline and target. */
export function LogframePage({ period, project }: LogframePageProps) {
  const say = useWords('report');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const [, go] = useLocation();
  const [freezing, setFreezing] = useState(false);
  const { span } = period;
  const logframe = useEngineQueryKept(['records', 'any', 'report', 'logframe', span.from, span.until, project], (engine) => engine.report.logframe(span, project)).data;
  useShownMarking(logframe?.levels);
  const exported = reportPaths.exportLogframe(period.name, project);
  useCommand('export', () => go(exported));
  const isEmpty = logframe?.rows.length === 0;
  return (
    <OnePane wide label={say('views.logframe')}>
      <ReportViews view="logframe" period={period.name} project={project} />
      <PageHead
        title={records(`projects.${project}`)}
        facts={inWords(span)}
        acts={
          <>
            <NewRecordButton kind="indicator" options={{ value: { project } }} />
            {logframe === undefined || isEmpty ? null : <Button onClick={() => go(exported)}>{say('export.act')}</Button>}
            {logframe === undefined || isEmpty ? null : <Button variant="filled" disabled={logframe.refusal !== null} onClick={() => setFreezing(true)}>{say('logframe.freeze')}</Button>}
          </>
        }
      />
      <PeriodBar
        period={period}
        onPeriod={(name) => go(reportPaths.logframe(name, project))}
        label={say('period.project')}
        chosen={project}
        choices={projects.map((value) => ({ value, label: records(`projects.${value}`) }))}
        onChoose={(value) => go(reportPaths.logframe(period.name, value))}
      />
      {logframe === undefined ? null : <UnsaidNotice count={logframe.unsaid} period={period.name} />}
      {logframe?.refusal === undefined || logframe.refusal === null || logframe.refusal === 'no-indicators' ? null : <Notice act={logframe.refusal === 'period-not-over' ? undefined : <Link href={reportPaths.frozen}>{say('views.frozen')}</Link>}>{say(`logframe.refused.${logframe.refusal}`)}</Notice>}
      {isEmpty ? <EmptyState act={<NewRecordButton kind="indicator" prominent options={{ value: { project } }} />}>{say('logframe.none')}</EmptyState> : null}
      {logframe === undefined || isEmpty ? null : <Rows logframe={logframe} period={period} project={project} />}
      {freezing && logframe !== undefined ? <FreezeDialog logframe={logframe} period={period} project={project} onClose={() => setFreezing(false)} /> : null}
    </OnePane>
  );
}

function Rows({ logframe, period, project }: LogframePageProps & { logframe: Logframe }) {
  const say = useWords('report');
  return (
    <>
      {resultLevels.map((level) => {
        const rows = logframe.rows.filter((row) => row.indicator.resultLevel === level);
        if (rows.length === 0) return null;
        return (
          <Section key={level} title={say(`logframe.levels.${level}`)}>
            {rows.map((row) => <LogframeRowView key={row.record} row={row} period={period.name} project={project} />)}
          </Section>
        );
      })}
      <p className={classes['note']}><Link href={roomOfKind.indicator}>{say('logframe.all')}</Link></p>
    </>
  );
}
