import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { AttachmentsSection } from '../../attachments/attachments-section.tsx';
import { VersionChoice, type VersionShown } from '../../changes/version-choice.tsx';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { useLogActivity } from '../../kit/log-activity.ts';
import { LowerButton } from '../../kit/lower-item.tsx';
import { paths } from '../../kit/paths.ts';
import { DetailPage, PageHead } from '../../kit/room-layout.tsx';
import { useWhere } from '../../kit/where.ts';
import { dayInWords, instantInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { ReadMinutes } from './read-minutes.tsx';

/** Approved minutes: read, exported, corrected by amendment, never altered. */
export function LockedMeeting({ record, onCorrect }: { record: RecordId; onCorrect: () => void }) {
  const say = useWords('meetings');
  const advisory = useWords('advisory');
  const logActivity = useLogActivity();
  const [, go] = useLocation();
  const answer = useEngineQuery(['records', 'meeting', 'open', record], (engine) => engine.notebook.open('meeting', record));
  const [shown, setShown] = useState<VersionShown>('signed');
  const view = answer.data?.ok === true ? answer.data.value : null;
  useCommand('export', () => go(paths.exportMinutes(record)));
  useWhere(view === null ? {} : { case: view.value.case, jwg: view.value.jwg, level: view.level });
  if (view === null) return null;
  const value = shown === 'signed' ? view.value : withAmendments(view);
  const when = [value.day === null ? '' : dayInWords(value.day), value.start ?? '', value.place].filter((one) => one !== '').join(' · ');
  return (
    <DetailPage>
      <PageHead
        title={value.title}
        facts={
          <>
            <MarkingBadge level={view.level} /> {say(view.standing === 'approval-conflict' ? 'stage.approval-conflict' : 'stage.approved')}
            {when === '' ? '' : ` · ${when}`}
            {view.approvedBy.map((one) => (
              <p key={`${one.name} ${String(one.at)}`}>{say('approved', { name: one.name, when: instantInWords(one.at) })}</p>
            ))}
            {view.amendments.length === 0 ? null : (
              <p>
                <Link href={paths.history(record, 'meeting')}>{say('amended', { count: view.amendments.length })}</Link>
              </p>
            )}
          </>
        }
        acts={
          <>
            <LowerButton kind="meeting" record={record} level={view.level} />
            <Button onClick={() => go(paths.history(record, 'meeting'))}>{say('acts.history')}</Button>
            <Button onClick={() => void logActivity({ kind: 'meeting', record, level: view.level, value })}>{advisory('log')}</Button>
            <Button onClick={onCorrect}>{say('acts.correct')}</Button>
            <Button variant="filled" onClick={() => go(paths.exportMinutes(record))}>
              {say('acts.export')}
            </Button>
          </>
        }
      />
      <VersionChoice shown={shown} amendments={view.amendments.length} onChange={setShown} />
      <ReadMinutes value={value} />
      <AttachmentsSection kind="meeting" title={say('annexFiles')} record={record} level={view.level} safeguards={value.safeguards} value={value.attachments} />
    </DetailPage>
  );
}
