import { Radio } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ExportPurpose } from '../../../../core/clearance/export.ts';
import type { RecordId } from '../../../../core/ids.ts';
import { timelineHtml, timelineTableHeads } from '../../../../core/timeline/timeline-page.ts';
import type { Exportable } from '../../../engine/api.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Desk, DeskRemark } from '../../kit/desk.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { paths } from '../../kit/paths.ts';
import { OnePane } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { PdfPages } from '../../pdf/pdf-pages.tsx';
import { usePrintedPage } from '../../pdf/use-printed-page.ts';
import { viewOfAddress } from '../../timeline/timeline-view.ts';
import { useWords } from '../../words/words.ts';
import { TimelineActs } from './timeline-acts.tsx';
import { useTimelineDocument } from './timeline-document.ts';
import classes from './export.module.css';

const purposes = ['own-use', 'circulation', 'judicial-proceedings'] as const satisfies readonly ExportPurpose[];

/** The timeline of a case as it will be printed, in the view in which it was shown. */
export function TimelinePage({ record, address }: { record: RecordId; address: string }) {
  const say = useWords('timeline');
  const [purpose, setPurpose] = useState<ExportPurpose>('own-use');
  const view = viewOfAddress(address);
  const made = useTimelineDocument(record, view, purpose);
  const [broken, setBroken] = useState<Uint8Array | null>(null);
  const hasLines = made !== null && made !== undefined && made.document.periods.length > 0;
  const page = hasLines ? { html: timelineHtml(made.document), heads: timelineTableHeads(made.document), title: made.document.title, language: made.document.language, marking: made.marking, pageLabel: say('document.page'), reference: made.reference } : null;
  const { printed, failure, making } = usePrintedPage(page);
  useShownMarking(made?.marking.id ?? null);
  if (made === null) return <OnePane label={say('label')}><EmptyState act={<Link href={paths.cases}>{say('page.back')}</Link>}>{say('page.gone')}</EmptyState></OnePane>;
  if (made === undefined) return null;
  const seen = broken !== null && broken === printed?.pdf ? { code: 'print-failed' } : failure;
  return (
    <Desk
      pagesLabel={say('page.pages')}
      pages={printed === null || !hasLines ? null : <PdfPages pdf={printed.pdf} onFailed={() => setBroken(printed.pdf)} />}
      making={hasLines && making}
      makingWords={say('page.making')}
      choicesLabel={say('page.choices')}
      title={say('page.title')}
      of={made.document.title}
      ways={<Link href={paths.casePart(record, 'timeline')}>{say('page.back')}</Link>}
    >
      <p>
        <MarkingBadge level={made.marking.id} />
      </p>
      <Radio.Group label={say('page.purpose')} value={purpose} onChange={(next) => setPurpose(purposes.find((one) => one === next) ?? 'own-use')}>
        <div className={classes['purposes']}>
          {purposes.map((one) => (
            <Radio key={one} value={one} label={say(`page.purposes.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <StaysOut exportable={made.exportable} count={made.leftOut} />
      {hasLines ? <TimelineActs made={made} purpose={purpose} printed={making || seen !== null ? null : printed} /> : <p role="alert">{say('page.nothing')}</p>}
      {seen === null ? null : <ErrorSentence failure={seen} />}
      <DeskRemark>{say('page.shown', { zoom: say(`zooms.${view.period}`), order: say(`orders.${view.order}`) })}</DeskRemark>
      <DeskRemark>{say('page.inside')}</DeskRemark>
    </Desk>
  );
}

function StaysOut({ exportable, count }: { exportable: Exportable; count: number }) {
  const say = useWords('timeline');
  const kit = useWords('kit');
  if (count === 0) return null;
  return (
    <div role="status">
      <p>{say('page.leftOut', { count })}</p>
      <ul className={classes['reasons']}>
        {exportable.refused.map((one) => (
          <li key={one.code}>{`${String(one.count)}: ${kit(`list.refusals.${one.code}`)}`}</li>
        ))}
      </ul>
    </div>
  );
}
