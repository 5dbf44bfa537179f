import { Button, Chip, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import { runningClocks } from '../../../../core/proceedings/clocks.ts';
import { byPeriod, periods, type Period } from '../../../../core/records/periods.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { RecordRow, RecordView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, monthInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { useLinked } from './case-linked.tsx';
import type { CaseRows } from './case-rows.tsx';
import classes from './cases.module.css';

interface Dated {
  readonly key: string;
  readonly day: Day;
  readonly row: RecordRow;
  /** A field of the kind whose word says what the day is. */
  readonly field: string;
}

function dated(row: RecordRow, field: string, day: Day | null | undefined): readonly Dated[] {
  return day === null || day === undefined ? [] : [{ key: `${row.record} ${field} ${day}`, day, row, field }];
}

function useDated(view: RecordView<'case'>, rows: CaseRows): readonly Dated[] {
  const notes = useEngineQuery(['records', 'note', 'list', view.record], (engine) => engine.notebook.list('note', { case: view.record })).data ?? [];
  const requests = useLinked('request', view.record);
  const proceedings = useLinked('proceedings', view.record);
  const subjects = useLinked('subject', view.record);
  const activities = useLinked('activity', view.record);
  return [
    ...notes.flatMap((row) => dated(row, 'day', row.value.day)),
    ...rows.meetings.flatMap((row) => dated(row, 'day', row.value.day)),
    ...rows.actions.flatMap((row) => dated(row, 'due', row.value.due)),
    ...requests.flatMap((row) => [...dated(row, 'sent', row.value.sent), ...dated(row, 'due', row.value.due)]),
    ...proceedings.flatMap((row) => runningClocks(row.value.clocks ?? []).flatMap((clock) => dated(row, 'clocks.*.ends', clock.ends).map((one) => ({ ...one, key: `${one.key} ${clock.key}` })))),
    ...subjects.flatMap((row) => dated(row, 'day', row.value.day)),
    ...activities.flatMap((row) => dated(row, 'day', row.value.day)),
  ];
}

/** Everything of the case that has a day, the latest first: filtered by kind, put together by year, quarter or month, printed as it stands. */
export function CaseTimeline({ view, rows }: { view: RecordView<'case'>; rows: CaseRows }) {
  const say = useWords('cases');
  const all = useDated(view, rows);
  const [period, setPeriod] = useState<Period>('month');
  const [hidden, setHidden] = useState<readonly RecordKind[]>([]);
  const present = [...new Set(all.map((one) => one.row.kind))];
  const groups = byPeriod(all.filter((one) => !hidden.includes(one.row.kind)), period);
  if (all.length === 0) return <EmptyState>{say('timeline.empty')}</EmptyState>;
  return (
    <>
      <div className={classes['timelineTools']}>
        <SegmentedControl aria-label={say('timeline.zoom')} value={period} onChange={setPeriod} data={periods.map((value) => ({ value, label: say(`timeline.${value}`) }))} />
        <Chip.Group multiple value={present.filter((kind) => !hidden.includes(kind))} onChange={(shown) => setHidden(present.filter((kind) => !shown.includes(kind)))}>
          {present.map((kind) => (
            <KindChip key={kind} kind={kind} />
          ))}
        </Chip.Group>
        <Button onClick={() => globalThis.print()}>{say('timeline.print')}</Button>
      </div>
      {groups.length === 0 ? <p className={classes['quiet']}>{say('timeline.allHidden')}</p> : null}
      {groups.map((group) => (
        <Section key={group.period} title={period === 'month' ? monthInWords(group.period) : group.period.replace('-', ' ')} count={group.items.length}>
          <RowList label={group.period}>
            {group.items.map((one) => (
              <DatedRow key={one.key} one={one} />
            ))}
          </RowList>
        </Section>
      ))}
    </>
  );
}

function KindChip({ kind }: { kind: RecordKind }) {
  return <Chip value={kind}>{useKindWords(kind).many}</Chip>;
}

function DatedRow({ one: { row, day, field } }: { one: Dated }) {
  const say = useWords('cases');
  const words = useKindWords(row.kind);
  return <ListRow to={pathOfRecord(row.kind, row.record)} level={row.level} title={row.title || words.untitled} facts={joined(words.one, field === 'day' ? '' : words.field(field), day > today() ? say('timeline.ahead') : '')} aside={dayInWords(day)} />;
}
