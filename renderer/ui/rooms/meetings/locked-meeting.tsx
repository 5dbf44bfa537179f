import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { isOfDecision, stateOfCorrection, type NumberedCorrection } from '../../../../core/meetings/corrections.ts';
import type { RecordView } from '../../../engine/api.ts';
import { RecordAttachments } from '../../attachments/record-attachments.tsx';
import { VersionChoice, type VersionShown } from '../../changes/version-choice.tsx';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { useLogActivity } from '../../kit/log-activity.ts';
import { LowerButton } from '../../kit/lower-item.tsx';
import { paths } from '../../kit/paths.ts';
import { DetailPage, PageHead } from '../../kit/room-layout.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { useWhere } from '../../kit/where.ts';
import { dayInWords, instantInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { CorrectionDialog, type Passage } from './correction-dialog.tsx';
import type { CorrectionActs } from './correction-notes.tsx';
import { DecideCorrectionDialog } from './decide-correction-dialog.tsx';
import { ReadMinutes } from './read-minutes.tsx';
import { useCorrections, type Corrections } from './use-corrections.ts';

/** Approved minutes: read, exported, corrected beside their text, never altered. */
export function LockedMeeting({ record }: { record: RecordId }) {
  const answer = useEngineQuery(['records', 'meeting', 'open', record], (engine) => engine.notebook.open('meeting', record));
  return answer.data?.ok === true ? <ApprovedMinutes view={answer.data.value} /> : null;
}

interface Deciding {
  readonly correction: NumberedCorrection;
  readonly decision: 'approved' | 'rejected';
}

function ApprovedMinutes({ view }: { view: RecordView<'meeting'> }) {
  const say = useWords('meetings');
  const [, go] = useLocation();
  const [shown, setShown] = useState<VersionShown>('signed');
  const [correcting, setCorrecting] = useState<{ readonly begin: Passage | null } | null>(null);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const corrections = useCorrections(view);
  useCommand('export', () => go(paths.exportMinutes(view.record)));
  useWhere({ case: view.value.case, jwg: view.value.jwg, level: view.level });
  // Corrections and files stand beside the text; only minutes that were amended before there were corrections have another version of it.
  const others = view.amendments.filter((one) => one.fields.some(({ field }) => !/^(corrections|attachments)\.|^safeguards$/.test(field)));
  const amended = withAmendments(view);
  const acts = useCorrectionActs(corrections, setDeciding);
  const corrected = { all: corrections.all, acts, onCorrect: (begin: Passage) => setCorrecting({ begin }) };
  return (
    <DetailPage>
      <PageHead title={view.value.title} facts={<ApprovedFacts view={view} waiting={corrections.all.filter((one) => stateOfCorrection(one) === 'proposed').length} />} acts={<LockedActs view={view} onCorrect={() => setCorrecting({ begin: null })} />} />
      <VersionChoice shown={shown} amendments={others.length} onChange={setShown} />
      <ReadMinutes value={shown === 'signed' ? view.value : amended} corrected={corrected} />
      <RecordAttachments view={{ ...view, value: { ...view.value, attachments: amended.attachments } }} title={say('annexFiles')} amending />
      {correcting === null ? null : <CorrectionDialog meeting={view.value} begin={correcting.begin} busy={corrections.busy} propose={corrections.propose} onClose={() => setCorrecting(null)} />}
      {deciding === null ? null : <DecideCorrectionDialog view={view} {...deciding} busy={corrections.busy} decide={corrections.decide} onClose={() => setDeciding(null)} />}
    </DetailPage>
  );
}

/** Deciding opens its dialog; withdrawing asks, since it cannot be taken back. */
function useCorrectionActs({ own, withdraw }: Corrections, onDecide: (deciding: Deciding) => void): CorrectionActs {
  const say = useWords('meetings');
  const confirm = useConfirm();
  const ask = async ({ key, number }: NumberedCorrection) => {
    const question = { title: say('corrections.withdrawTitle', { number }), body: say('corrections.withdrawExplain'), confirm: say('corrections.withdrawAct') };
    if (await confirm(question)) await withdraw(key);
  };
  return {
    decide: (correction, decision) => onDecide({ correction, decision }),
    mayWithdraw: ({ key }) => own.has(key),
    withdraw: (correction) => void ask(correction),
  };
}

function ApprovedFacts({ view, waiting }: { view: RecordView<'meeting'>; waiting: number }) {
  const say = useWords('meetings');
  const { day, start, place } = view.value;
  const when = [day === null ? '' : dayInWords(day), start ?? '', place].filter((one) => one !== '').join(' · ');
  // What only withdraws a correction is not one more.
  const since = view.amendments.filter(({ fields }) => fields.some(({ field }) => !isOfDecision(field)));
  return (
    <>
      <MarkingBadge level={view.level} /> {say(view.standing === 'approval-conflict' ? 'stage.approval-conflict' : 'stage.approved')}
      {when === '' ? '' : ` · ${when}`}
      {view.approvedBy.map((one, at) => (
        <p key={`${one.name} ${String(one.at)}`}>{say(at === 0 || view.value.corrections.length === 0 ? 'approved' : 'corrections.signedAgain', { name: one.name, when: instantInWords(one.at) })}</p>
      ))}
      {since.length === 0 ? null : (
        <p>
          <Link href={paths.history(view.record, 'meeting')}>{say('amended', { count: since.length })}</Link>
        </p>
      )}
      {waiting === 0 ? null : <p>{say('corrections.waiting', { count: waiting })}</p>}
    </>
  );
}

function LockedActs({ view, onCorrect }: { view: RecordView<'meeting'>; onCorrect: () => void }) {
  const say = useWords('meetings');
  const advisory = useWords('advisory');
  const engine = useEngine();
  const logActivity = useLogActivity();
  const [, go] = useLocation();
  const { record, level, value, heads } = view;
  // Two laptops that each decided something: one signature over both is what both said.
  const approveBoth = async () => {
    const answer = await engine.notebook.approve(record, heads);
    if (!answer.ok) tellFailure(answer.failure);
  };
  return (
    <>
      {view.standing === 'approval-conflict' ? <Button onClick={() => void approveBoth()}>{say('corrections.approveBoth')}</Button> : null}
      <LowerButton kind="meeting" record={record} level={level} />
      <Button onClick={() => go(paths.history(record, 'meeting'))}>{say('acts.history')}</Button>
      <Button onClick={() => void logActivity({ kind: 'meeting', record, level, value })}>{advisory('log')}</Button>
      <Button onClick={onCorrect}>{say('acts.correct')}</Button>
      <Button variant="filled" onClick={() => go(paths.exportMinutes(record))}>
        {say('acts.export')}
      </Button>
    </>
  );
}
