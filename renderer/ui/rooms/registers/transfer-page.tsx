import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecordId, TransferId } from '../../../../core/ids.ts';
import type { TransferDetails } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Facts } from '../../kit/facts.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { membersInWords, recipientInWords, useTransferInWords } from '../../registers/transfer-in-words.ts';
import { dayInWords, dayOf, instantInWords, timeInWords } from '../../words/dates.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import classes from './registers.module.css';

type Lot = TransferDetails['lots'][number];

/** One transfer with everything that the register keeps of it. */
export function TransferPage({ transfer }: { transfer: TransferId }) {
  const say = useWords('registers');
  const answer = useEngineQuery(['registers', 'transfer', transfer], (engine) => engine.registers.transfer(transfer));
  return (
    <OnePane label={say('transfers.title')}>
      <Link className={classes['up'] ?? ''} href={paths.transfers}>{say('details.back')}</Link>
      {answer.data === undefined ? null : answer.data === null ? <EmptyState>{say('details.gone')}</EmptyState> : <Details details={answer.data} />}
    </OnePane>
  );
}

function Details({ details }: { details: TransferDetails }) {
  const say = useWords('registers');
  const words = useTransferInWords();
  useShownMarking(details.levels);
  const { at, since, result, act, by, purpose, groups, recipients, elsewhere, files, lots, records, register } = details;
  const way = by.type === 'network' || by.type === 'medium' ? by.name : '';
  return (
    <>
      <PageHead title={words.title(details)} facts={words.what(details)} />
      <Facts
        facts={[
          [say('details.when'), `${dayInWords(dayOf(at))}, ${timeInWords(at)}`],
          [say('details.result'), say(`resultsLong.${result}`)],
          [say('details.since'), since === null ? '' : instantInWords(since)],
          [say('details.way'), way],
          [say('details.purpose'), act === 'exported' && register === null ? say(`details.purposes.${purpose}`) : ''],
          ...groups.map((group) => [groups.length === 1 ? say('details.members') : group.name, membersInWords(group)] as const),
          [say('details.people'), recipients.map(recipientInWords).join('; ')],
          [say('details.files'), files === 0 ? '' : say('files', { count: files })],
          [say('details.laptop'), elsewhere ? say('details.elsewhere') : ''],
        ]}
      />
      {act === 'backed-up' ? <p className={classes['quiet']}>{say('details.all', { count: records })}</p> : null}
      {register === null ? null : <p className={classes['quiet']}>{say('details.register')}</p>}
      <div className={classes['lots']}>
        {lots.map((lot, at) => (
          <LotSection key={at} lot={lot} />
        ))}
      </div>
    </>
  );
}

/** Records that went under the same conditions. */
function LotSection({ lot }: { lot: Lot }) {
  const say = useWords('registers');
  const wordsOf = useKindWordsOf();
  const { kind, level, records, ground, permissions, release } = lot;
  const { one, many } = wordsOf(kind);
  return (
    <Section title={records.length === 1 ? one : many} {...(records.length === 1 ? {} : { count: records.length })} acts={<MarkingBadge level={level} />}>
      <div className={classes['lot']}>
        <Facts
          facts={[
            [say('details.ground'), ground === null ? '' : say('details.groundLine', { ground: say(`details.grounds.${ground.article}`), explanation: ground.explanation, day: dayInWords(ground.on) })],
            [say('details.permissions'), permissions.length === 0 ? '' : <Permissions key="permissions" permissions={permissions} />],
            [say('details.release'), release === null ? '' : say(`details.releases.${release.type}`, { by: release.by, reference: release.reference })],
          ]}
        />
        <Records lot={lot} label={many} />
      </div>
    </Section>
  );
}

function Permissions({ permissions }: Pick<Lot, 'permissions'>) {
  const say = useWords('registers');
  return (
    <ul>
      {permissions.map((one) => {
        const line = say(`details.covers.${one.covers}`, { by: one.by, day: dayInWords(one.on), reference: one.reference });
        return <li key={line}>{line}</li>;
      })}
    </ul>
  );
}

const atOnce = 50;

/** By the titles that they have now: what was erased since has none. */
function Records({ lot: { kind, level, records }, label }: { lot: Lot; label: string }) {
  const say = useWords('registers');
  const wordsOf = useKindWordsOf();
  const named = useNamed();
  const [count, setCount] = useState(atOnce);
  const row = (record: RecordId) => {
    const known = named(record);
    if (known === null) return <li key={record} className={classes['erased']}>{say('notHere')}</li>;
    return <ListRow key={record} to={pathOfRecord(kind, record)} level={known?.level ?? level} title={known === undefined ? '…' : known.title || wordsOf(kind).untitled} />;
  };
  return (
    <>
      <RowList label={label}>{records.slice(0, count).map(row)}</RowList>
      {count < records.length ? <Button className={classes['more'] ?? ''} onClick={() => setCount(count + atOnce)}>{say('transfers.more')}</Button> : null}
    </>
  );
}
