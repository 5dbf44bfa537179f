import { Button, Select, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { TransferAct, TransferAnswer, TransferQuery } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { DayInput } from '../../kit/day-field.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { TransferRows } from '../../registers/transfer-rows.tsx';
import { useWords } from '../../words/words.ts';
import classes from './registers.module.css';
import { Standing } from './standing.tsx';
import { useSaveTransfers } from './save-transfers.ts';
import { RegisterViews } from './views.tsx';

const atOnce = 100;

const everything: TransferQuery = { words: '', from: null, to: null, acts: [], record: null, sort: { by: 'at', descending: true } };

/** Everything that left: found by recipient, period and act; the latest first. */
export function TransfersPage() {
  const say = useWords('registers');
  const [query, setQuery] = useState(everything);
  const [count, setCount] = useState(atOnce);
  const asked = useDeferredValue(query);
  const answer = useEngineQueryKept(['registers', 'transfers', JSON.stringify(asked), count], (engine) => engine.registers.transfers(asked, { from: 0, count })).data;
  const save = useSaveTransfers();
  const change = (next: Partial<TransferQuery>) => {
    setQuery({ ...query, ...next });
    setCount(atOnce);
  };
  return (
    <OnePane label={say('transfers.title')} wide>
      <RegisterViews view="transfers" />
      <PageHead title={say('transfers.title')} acts={<Button disabled={(answer?.total ?? 0) === 0} onClick={() => void save(asked)}>{say('transfers.export')}</Button>} />
      <p className={classes['lead']}>{say('transfers.about')}</p>
      {answer === undefined ? null : answer.all === 0 ? <EmptyState>{say('transfers.empty')}</EmptyState> : (
        <>
          <Standing register="transfers" />
          <Finding query={query} answer={answer} onChange={change} />
          <Found answer={answer} onAll={() => change(everything)} onMore={() => setCount(count + atOnce)} />
        </>
      )}
    </OnePane>
  );
}

function Finding({ query, answer, onChange }: { query: TransferQuery; answer: TransferAnswer; onChange: (change: Partial<TransferQuery>) => void }) {
  const say = useWords('registers');
  const acts = answer.acts.map(({ act, count }) => ({ value: act as string, label: say('counted', { count, what: say(`acts.${act}`) }) }));
  const chosen = query.acts[0];
  const offered = chosen === undefined || acts.some((one) => one.value === chosen) ? acts : [...acts, { value: chosen, label: say(`acts.${chosen}`) }];
  return (
    <search className={classes['finding']}>
      <TextInput className={classes['words'] ?? ''} type="search" label={say('transfers.search')} value={query.words} onChange={(event) => onChange({ words: event.currentTarget.value })} />
      <DayInput label={say('transfers.from')} day={query.from} onChange={(from) => onChange({ from })} />
      <DayInput label={say('transfers.to')} day={query.to} onChange={(to) => onChange({ to })} />
      <Select label={say('transfers.act')} placeholder={say('transfers.everything')} data={offered} value={chosen ?? null} onChange={(act) => onChange({ acts: act === null ? [] : [act as TransferAct] })} clearable />
      <Order sort={query.sort} onChange={(sort) => onChange({ sort })} />
    </search>
  );
}

const sorts = {
  latest: { by: 'at', descending: true },
  earliest: { by: 'at', descending: false },
  recipient: { by: 'recipient', descending: false },
  records: { by: 'records', descending: true },
} as const satisfies Record<string, TransferQuery['sort']>;
type SortName = keyof typeof sorts;
const sortNames = Object.keys(sorts) as readonly SortName[];

function Order({ sort, onChange }: { sort: TransferQuery['sort']; onChange: (sort: TransferQuery['sort']) => void }) {
  const say = useWords('registers');
  const now = sortNames.find((name) => sorts[name].by === sort.by && sorts[name].descending === sort.descending) ?? 'latest';
  return <Select label={say('transfers.sort')} data={sortNames.map((name) => ({ value: name, label: say(`transfers.sorts.${name}`) }))} value={now} onChange={(name) => onChange(sorts[name ?? 'latest'])} allowDeselect={false} />;
}

function Found({ answer, onAll, onMore }: { answer: TransferAnswer; onAll: () => void; onMore: () => void }) {
  const say = useWords('registers');
  const { all, total, rows } = answer;
  if (total === 0) return <EmptyState act={<Button onClick={onAll}>{say('transfers.clear')}</Button>}>{say('transfers.none')}</EmptyState>;
  return (
    <>
      <p className={classes['said']} role="status">{total === all ? say('transfers.total', { count: total }) : say('transfers.of', { count: total, all })}</p>
      <TransferRows label={say('transfers.list')} rows={rows} />
      {rows.length < total ? <Button className={classes['more'] ?? ''} onClick={onMore}>{say('transfers.more')}</Button> : null}
    </>
  );
}
