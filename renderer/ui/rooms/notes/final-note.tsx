import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordView } from '../../../engine/api.ts';
import { AttachmentsSection } from '../../attachments/attachments-section.tsx';
import { VersionChoice, type VersionShown } from '../../changes/version-choice.tsx';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useLogActivity } from '../../kit/log-activity.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { LowerButton } from '../../kit/lower-item.tsx';
import { paths } from '../../kit/paths.ts';
import { useBinRecord } from '../../kit/record-page/record-acts.ts';
import { RecordNotices } from '../../kit/record-page/record-notices.tsx';
import { DetailPage, PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWhere } from '../../kit/where.ts';
import { isBlank } from '../../rich-text/rich-text-content.ts';
import { RichTextView } from '../../rich-text/rich-text-view.tsx';
import { useSafeguardsInWords } from '../../safeguards/safeguards-in-words.ts';
import { instantInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { useParticularsInWords } from './note-particulars.tsx';
import classes from './notes.module.css';

/** A final note: read and amended, never altered. */
export function FinalNote({ record, onAmend }: { record: RecordId; onAmend: () => void }) {
  const answer = useEngineQuery(['records', 'note', 'open', record], (engine) => engine.notebook.open('note', record));
  const view = answer.data?.ok === true ? answer.data.value : null;
  useShownMarking(view?.level);
  useWhere(view === null ? {} : { case: view.value.case, jwg: view.value.jwg, level: view.level });
  return view === null ? null : <ReadNote view={view} onAmend={onAmend} />;
}

function ReadNote({ view, onAmend }: { view: RecordView<'note'>; onAmend: () => void }) {
  const say = useWords('notes');
  const [, go] = useLocation();
  const bin = useBinRecord('note');
  const advisory = useWords('advisory');
  const logActivity = useLogActivity();
  const [shown, setShown] = useState<VersionShown>('amended');
  const value = shown === 'signed' ? view.value : withAmendments(view);
  const particulars = useParticularsInWords()(value);
  const safeguards = useSafeguardsInWords()(value.safeguards);
  return (
    <DetailPage>
      <PageHead
        title={value.title.trim() === '' ? say('untitled') : value.title}
        facts={
          <>
            <MarkingBadge level={view.level} /> {particulars}
            {safeguards === '' ? null : <span className={classes['line']}>{safeguards}</span>}
            {view.approvedBy.map((one) => (
              <span key={`${one.name} ${String(one.at)}`} className={classes['line']}>
                {say('finalBy', { name: one.name, when: instantInWords(one.at) })}
              </span>
            ))}
          </>
        }
        acts={
          <>
            <Button variant="subtle" onClick={() => void bin(view.record)}>{say('acts.bin')}</Button>
            <Button onClick={() => void logActivity({ kind: 'note', record: view.record, level: view.level, value })}>{advisory('log')}</Button>
            <LowerButton kind="note" record={view.record} level={view.level} />
            <Button onClick={() => go(paths.history(view.record, 'note'))}>{say('acts.history')}</Button>
            <Button variant="filled" onClick={onAmend}>{say('acts.amend')}</Button>
          </>
        }
      />
      <RecordNotices kind="note" record={view.record} />
      <VersionChoice shown={shown} amendments={view.amendments.length} onChange={setShown} />
      {isBlank(value.body) ? <p className={classes['quiet']}>{say('noWords')}</p> : <RichTextView text={value.body} language={value.language} />}
      <AttachmentsSection kind="note" record={view.record} level={view.level} safeguards={value.safeguards} value={value.attachments} />
    </DetailPage>
  );
}
