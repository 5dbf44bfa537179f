import { useEffect } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { ChosenFiles } from './chosen-files.tsx';
import { ColumnTable } from './column-table.tsx';
import { ImportChoicesForm } from './import-choices.tsx';
import { ImportPreviewSection } from './import-preview.tsx';
import { ImportReportSection } from './import-report.tsx';
import { beginAgendaFor } from './import-state.ts';
import { useImport } from './use-import.ts';
import classes from './imports.module.css';

/** Files from elsewhere become records: chosen, looked at, made at one press, taken back at another. */
export function ImportsRoom() {
  const say = useWords('imports');
  useMeetingAskedFor();
  const now = useImport();
  const { state, becomes, level, fitting, preview } = now;
  useShownMarking(state.phase === 'choosing' && state.chosen.length === 0 ? null : level);
  return (
    <OnePane label={say('title')} wide>
      <PageHead title={say('title')} facts={say('about')} />
      {state.phase === 'made' && state.report !== null ? <ImportReportSection report={state.report} /> : null}
      {state.phase === 'making' ? <Making /> : null}
      {state.phase === 'choosing' ? (
        <>
          <ChosenFiles refusals={now.refusals} />
          {state.chosen.length === 0 ? null : (
            <>
              <ImportChoicesForm now={now} />
              {becomes === 'contact' && fitting.length > 0 ? <ColumnTable columns={preview?.columns ?? []} /> : null}
              <ImportPreviewSection now={now} />
            </>
          )}
        </>
      ) : null}
    </OnePane>
  );
}

/** From the page of a meeting: its agenda is what the files are for. Said once, not whenever one comes back here. */
function useMeetingAskedFor(): void {
  const [, asked] = useRoute<{ readonly meeting: RecordId }>(paths.importAgenda(':meeting' as RecordId));
  const [, go] = useLocation();
  const meeting = asked?.meeting ?? null;
  useEffect(() => {
    if (meeting === null) return;
    beginAgendaFor(meeting);
    go(paths.imports, { replace: true });
  }, [meeting, go]);
}

function Making() {
  const say = useWords('imports');
  return (
    <>
      <p role="status" className={classes['said']}>{say('making')}</p>
      <progress className={classes['progress']} aria-label={say('makingOf')} />
    </>
  );
}
