import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ContactPair, RecordRow } from '../../../engine/api.ts';
import { useEngine, useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { OnePane } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { mergeRecords } from './merge-records.ts';
import { ContactViews } from './views.tsx';
import classes from './contacts.module.css';

/** Pairs on the page at once; the next come when these are decided. */
const most = 40;

/** Contacts that seem to be here twice, pair by pair: one of them is kept, or both are. */
export function DuplicateContacts() {
  const say = useWords('contacts');
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const left = [...apart].sort();
  const answer = useEngineQueryKept(['records', 'contact', 'pairs', ...left], (engine) => engine.contacts.pairs(left, most));
  const { pairs, total } = answer.data ?? { pairs: [], total: 0 };
  useShownMarking(pairs.flatMap(({ one, other }) => [one.level, other.level]));
  return (
    <OnePane label={say('views.duplicates')}>
      <ContactViews view="duplicates" />
      {!answer.isPending && pairs.length === 0 ? <EmptyState>{say('noDuplicates')}</EmptyState> : null}
      {total > pairs.length ? <p className={classes['quiet']}>{say('pairsShown', { count: pairs.length, total })}</p> : null}
      {pairs.map((pair) => (
        <PairCard key={pair.key} pair={pair} onApart={() => setApart(new Set([...apart, pair.key]))} />
      ))}
    </OnePane>
  );
}

function PairCard({ pair, onApart }: { pair: ContactPair; onApart: () => void }) {
  const say = useWords('contacts');
  const engine = useEngine();
  const merge = async (kept: RecordRow<'contact'>, gone: RecordRow<'contact'>) => {
    const answer = await mergeRecords(engine, kept.record, gone.record);
    if (!answer.ok) return tellFailure(answer.failure);
    offerUndo(say('merged', { name: kept.title }), () => void answer.value.undo());
  };
  return (
    <section className={classes['pair']} aria-label={say('pair', { one: pair.one.title, other: pair.other.title })}>
      <p className={classes['quiet']}>{say(`like.${pair.why}`)}</p>
      <div className={classes['sides']}>
        <Side row={pair.one} onKeep={() => void merge(pair.one, pair.other)} />
        <Side row={pair.other} onKeep={() => void merge(pair.other, pair.one)} />
      </div>
      <Button variant="subtle" onClick={onApart}>{say('keepBoth')}</Button>
    </section>
  );
}

function Side({ row, onKeep }: { row: RecordRow<'contact'>; onKeep: () => void }) {
  const say = useWords('contacts');
  const { role, institution, country, numbers, emails } = row.value;
  return (
    <div>
      <p className={classes['name']}>
        <Link href={pathOfRecord('contact', row.record)}>{row.title}</Link>
      </p>
      <p>{joined(role, institution, country ? countryName(country) : '')}</p>
      <p>{joined(...(numbers ?? []).map((one) => one.number), ...(emails ?? []).map((one) => one.address))}</p>
      <Button onClick={onKeep}>{say('keepThis')}</Button>
    </div>
  );
}
