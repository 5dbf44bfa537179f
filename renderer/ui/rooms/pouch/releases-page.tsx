import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Failure } from '../../../../core/result.ts';
import type { ConfirmationRow, OpenedReleaseFile, ReleaseFile, ReleaseOverview, TakenAnswer } from '../../../engine/api.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { Section } from '../../kit/section.tsx';
import { dayInWords, dayOf, instantInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { ReleaseRequestPage } from './release-request.tsx';
import classes from './pouch.module.css';
import { useReleaseFile } from './use-release-file.ts';

/** What a second person was asked, what they said, and what this person said for others. */
export function ReleasesPage() {
  const say = useWords('pouch');
  const engine = useEngine();
  const [opened, setOpened] = useState<OpenedReleaseFile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const overview = useEngineQuery(['pouch', 'releases'], (one) => one.departures.release.overview());
  const open = async () => {
    const file = await bridge().call('file:open', { purpose: 'release' });
    if (file === null) return;
    const answer = 'failure' in file ? { ok: false as const, failure: { code: file.failure } } : await engine.departures.release.open(new Uint8Array(file.bytes));
    setFailure(answer.ok ? null : answer.failure);
    setOpened(answer.ok ? answer.value : null);
    if (answer.ok) await overview.refetch();
  };
  const done = () => {
    setOpened(null);
    void overview.refetch();
  };
  return (
    <OnePane label={say('release.title')}>
      <Link href={paths.pouch} className={classes['up'] ?? ''}>
        {say('title')}
      </Link>
      <PageHead title={say('release.title')} acts={<Button variant={opened?.type === 'request' ? 'default' : 'filled'} onClick={() => void open()}>{say('release.open')}</Button>} />
      {opened?.type === 'request' ? null : <p className={classes['lead']}>{say('release.lead')}</p>}
      {failure === null ? null : (
        <div className={classes['failure']}>
          <ErrorSentence failure={failure} />
        </div>
      )}
      {opened?.type === 'request' ? <ReleaseRequestPage request={opened.request} onDone={done} /> : null}
      {opened?.type === 'answer' ? <TakenAnswerNotice answer={opened.answer} /> : null}
      {overview.data === undefined || opened?.type === 'request' ? null : <Overview overview={overview.data} onRevoked={done} />}
    </OnePane>
  );
}

/** What came of an answer, and the way to where it counts. */
function TakenAnswerNotice({ answer: { type, by, group, records, remark } }: { readonly answer: TakenAnswer }) {
  const say = useWords('pouch');
  const toPouch = (
    <Button component={Link} href={paths.pouch}>
      {say('release.to-pouch')}
    </Button>
  );
  const words = type === 'refusal' && remark.trim() === '' ? say('release.taken.refusal-bare', { by }) : say(`release.taken.${type}`, { by, group, count: records ?? 0, remark });
  return <Notice {...(type === 'batch' || type === 'standing' ? { act: toPouch } : {})}>{words}</Notice>;
}

function Overview({ overview: { asked, received, given, restored }, onRevoked }: { readonly overview: ReleaseOverview; readonly onRevoked: () => void }) {
  const say = useWords('pouch');
  if (asked.length + received.length + given.length === 0) return <EmptyState>{say('release.empty')}</EmptyState>;
  return (
    <>
      {asked.length === 0 ? null : (
        <Section title={say('release.asked-title')} count={asked.length}>
          <ul>
            {asked.map((one) => (
              <li key={one.id} className={classes['waiting']}>
                {say('release.asked-row', { count: one.records, group: one.group, time: instantInWords(one.at) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {restored !== null && received.some((one) => one.state === 'holds' && one.at <= restored) ? <Notice>{say('release.restored', { day: dayInWords(dayOf(restored)) })}</Notice> : null}
      {received.length === 0 ? null : <Confirmations title={say('release.received-title')} rows={received} />}
      {given.length === 0 ? null : <Confirmations title={say('release.given-title')} rows={given} onRevoked={onRevoked} />}
    </>
  );
}

function Confirmations({ title, rows, onRevoked }: { readonly title: string; readonly rows: readonly ConfirmationRow[]; readonly onRevoked?: () => void }) {
  return (
    <Section title={title} count={rows.length}>
      <ul>
        {rows.map((row) => (
          <Confirmation key={row.id} row={row} {...(onRevoked === undefined ? {} : { onRevoked })} />
        ))}
      </ul>
    </Section>
  );
}

function Confirmation({ row, onRevoked }: { readonly row: ConfirmationRow; readonly onRevoked?: () => void }) {
  const say = useWords('pouch');
  const markingOf = useMarkingOf();
  const engine = useEngine();
  const confirm = useConfirm();
  const { failure, saved, save } = useReleaseFile<ReleaseFile>();
  const revoke = async () => {
    if (!(await confirm({ title: say('release.revoke-title'), body: say('release.revoke-body', { who: row.who }), confirm: say('release.revoke') }))) return;
    await save(engine.departures.release.revoke(row.id));
    onRevoked?.();
  };
  const until = row.until === null ? '' : say('release.until', { day: dayInWords(dayOf(row.until)) });
  const what = row.type === 'batch' ? say('release.batch', { count: row.records ?? 0 }) : row.type === 'standing' ? say('release.standing', { level: row.upTo === null ? '' : markingOf(row.upTo).short }) : row.remark;
  return (
    <li className={classes['waiting']}>
      <p>
        <strong>{say(`release.state.${row.state}`)}</strong> {joined(row.who, row.group, what)}
      </p>
      <p className={classes['what']}>{joined(instantInWords(row.at), row.state === 'holds' ? until : '')}</p>
      {onRevoked === undefined ? null : (
        <div className={classes['rowActs']}>
          <Button size="compact-xs" onClick={() => void save(engine.departures.release.again(row.id))}>
            {say('release.again')}
          </Button>
          {row.state === 'holds' ? (
            <Button size="compact-xs" onClick={() => void revoke()}>
              {say('release.revoke')}
            </Button>
          ) : null}
        </div>
      )}
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {saved === null ? null : <p role="status">{say('release.give-file', { file: saved.name, who: row.who })}</p>}
    </li>
  );
}
