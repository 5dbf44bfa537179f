import { Button, Select, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { ConsultationAnswer, ConsultationDid, ConsultationQuery, ConsultationRow } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
import { DayInput } from '../../kit/day-field.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { useHighestOf, useMarkingOf } from '../../kit/marking-band.ts';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { instantInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { useConsultationInWords } from './consultation-in-words.ts';
import classes from './registers.module.css';
import { useSaveConsultations } from './save-consultations.ts';
import { Standing } from './standing.tsx';
import { RegisterViews } from './views.tsx';

const atOnce = 100;
const everything: ConsultationQuery = { words: '', from: null, to: null, did: [], record: null, descending: true };

/** Who looked at what, and why where a reason is asked for. */
export function ConsultationsPage() {
  const say = useWords('registers');
  const [query, setQuery] = useState(everything);
  const [count, setCount] = useState(atOnce);
  const asked = useDeferredValue(query);
  const answer = useEngineQueryKept(['registers', 'consultations', JSON.stringify(asked), count], (engine) => engine.registers.consultations(asked, { from: 0, count })).data;
  const save = useSaveConsultations();
  useShownMarking((answer?.rows ?? []).flatMap((row) => row.level ?? []));
  const change = (next: Partial<ConsultationQuery>) => {
    setQuery({ ...query, ...next });
    setCount(atOnce);
  };
  return (
    <OnePane label={say('log.title')} wide>
      <RegisterViews view="consultations" />
      <PageHead title={say('log.title')} acts={<Button disabled={(answer?.total ?? 0) === 0} onClick={() => void save(asked)}>{say('transfers.export')}</Button>} />
      <p className={classes['lead']}>{say('log.about')}</p>
      {answer === undefined ? null : answer.all === 0 ? <EmptyState>{say('log.empty')}</EmptyState> : (
        <>
          <Standing register="consultations" />
          <Finding query={query} answer={answer} onChange={change} />
          <Found answer={answer} onAll={() => change(everything)} onMore={() => setCount(count + atOnce)} />
        </>
      )}
    </OnePane>
  );
}

function Finding({ query, answer, onChange }: { query: ConsultationQuery; answer: ConsultationAnswer; onChange: (change: Partial<ConsultationQuery>) => void }) {
  const say = useWords('registers');
  const dids = answer.did.map(({ did, count }) => ({ value: did as string, label: say('counted', { count, what: say(`log.dids.${did}`) }) }));
  const chosen = query.did[0];
  const offered = chosen === undefined || dids.some((one) => one.value === chosen) ? dids : [...dids, { value: chosen, label: say(`log.dids.${chosen}`) }];
  const orders = [{ value: 'latest', label: say('transfers.sorts.latest') }, { value: 'earliest', label: say('transfers.sorts.earliest') }];
  return (
    <search className={classes['finding']}>
      <TextInput className={classes['words'] ?? ''} type="search" label={say('log.search')} value={query.words} onChange={(event) => onChange({ words: event.currentTarget.value })} />
      <DayInput label={say('transfers.from')} day={query.from} onChange={(from) => onChange({ from })} />
      <DayInput label={say('transfers.to')} day={query.to} onChange={(to) => onChange({ to })} />
      <Select label={say('log.did')} placeholder={say('transfers.everything')} data={offered} value={chosen ?? null} onChange={(did) => onChange({ did: did === null ? [] : [did as ConsultationDid] })} clearable />
      <Select label={say('transfers.sort')} data={orders} value={query.descending ? 'latest' : 'earliest'} onChange={(order) => onChange({ descending: order !== 'earliest' })} allowDeselect={false} />
    </search>
  );
}

function Found({ answer, onAll, onMore }: { answer: ConsultationAnswer; onAll: () => void; onMore: () => void }) {
  const say = useWords('registers');
  const named = useNamed();
  const { all, total, rows } = answer;
  if (total === 0) return <EmptyState act={<Button onClick={onAll}>{say('transfers.clear')}</Button>}>{say('log.none')}</EmptyState>;
  return (
    <>
      <p className={classes['said']} role="status">{total === all ? say('log.total', { count: total }) : say('log.of', { count: total, all })}</p>
      <RowList label={say('log.list')}>
        {rows.map((row) => (
          <Row key={row.id} row={row} named={named} />
        ))}
      </RowList>
      {rows.length < total ? <Button className={classes['more'] ?? ''} onClick={onMore}>{say('transfers.more')}</Button> : null}
    </>
  );
}

function Row({ row, named }: { row: ConsultationRow; named: ReturnType<typeof useNamed> }) {
  const say = useWords('registers');
  const words = useConsultationInWords();
  const markingOf = useMarkingOf();
  const highest = useHighestOf(row.level === null ? (row.transfer?.levels ?? []) : [row.level]);
  return (
    <ListRow
      to={placeOf(row)}
      level={highest?.id ?? null}
      title={words.title(row, named)}
      aside={instantInWords(row.at)}
      facts={joined(words.facts(row), highest === null ? '' : markingOf(highest.id).short, row.aboutPersons ? say('aboutPersons') : '', row.elsewhere ? say('elsewhere') : '')}
    />
  );
}

/** Where what the line is about can be seen. */
function placeOf({ transfer, record, kind, search, revealed }: ConsultationRow): string {
  if (transfer !== null) return paths.transfer(transfer.transfer);
  if (search !== null) return paths.search;
  return record === null || kind === null ? (revealed === 'quarantined' ? paths.pouch : paths.consultations) : pathOfRecord(kind, record);
}
