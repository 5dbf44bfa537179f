import { Button, Chip, SegmentedControl } from '@mantine/core';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { periods } from '../../../../core/records/periods.ts';
import type { DatedFamily } from '../../../../core/timeline/dated-things.ts';
import type { DatedRow, RecordView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { familiesIn, firstView, groupsOf, rowAfterToday, viewInAddress, type TimelineView } from '../../timeline/timeline-view.ts';
import { useTimelineWords } from '../../timeline/timeline-words.ts';
import { dayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './cases.module.css';

/** Lines drawn at first, and with each press more. */
const atOnce = 200;

/** Everything of the case that has a day: by sort, put together by year, quarter, month or day, and printed as it stands. */
export function CaseTimeline({ view: { record } }: { view: RecordView<'case'> }) {
  const say = useWords('timeline');
  const words = useTimelineWords();
  const answer = useEngineQuery(['records', 'any', 'timeline', record], (engine) => engine.notebook.timeline(record));
  const rows = answer.data ?? [];
  const [view, setView] = useState<TimelineView>(firstView);
  const [most, setMost] = useState(atOnce);
  useShownMarking(rows.map((row) => row.level));
  const groups = groupsOf(rows, view);
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  const now = rowAfterToday(groups, view.order, today());
  if (answer.isPending) return null;
  if (rows.length === 0) return <EmptyState>{say('empty')}</EmptyState>;
  return (
    <>
      <div className={classes['timelineTools']} role="group" aria-label={say('tools')}>
        <SegmentedControl aria-label={say('zoom')} value={view.period} onChange={(period) => setView({ ...view, period })} data={periods.map((value) => ({ value, label: say(`zooms.${value}`) }))} />
        <SegmentedControl aria-label={say('order')} value={view.order} onChange={(order) => setView({ ...view, order })} data={(['latest', 'earliest'] as const).map((value) => ({ value, label: say(`orders.${value}`) }))} />
        <Button component={Link} href={paths.exportTimeline(record, viewInAddress(view))}>{say('export')}</Button>
        <Families rows={rows} view={view} onChange={setView} />
      </div>
      {count === 0 ? <p className={classes['quiet']}>{say('allHidden')}</p> : null}
      {shownGroups(groups, most).map((group) => (
        <Section key={group.period} title={words.periodName(group.period, view.period)} count={group.items.length}>
          <RowList label={words.periodName(group.period, view.period)}>
            {group.items.map((row) => (
              <Fragment key={`${row.record} ${row.what} ${row.day} ${row.text} ${row.choice?.value ?? ''}`}>
                {row === now ? <li className={classes['today']}>{say('today', { day: dayInWords(today()) })}</li> : null}
                <DatedLine row={row} isDaily={view.period === 'day'} />
              </Fragment>
            ))}
          </RowList>
        </Section>
      ))}
      {count > most ? <Button onClick={() => setMost(most + atOnce)}>{say('more', { count: Math.min(atOnce, count - most) })}</Button> : null}
    </>
  );
}

type Groups = ReturnType<typeof groupsOf>;

/** The groups as far as so many lines go; the last may be cut. */
function shownGroups(groups: Groups, most: number): Groups {
  let left = most;
  return groups.flatMap((group) => {
    const items = group.items.slice(0, Math.max(0, left));
    left -= items.length;
    return items.length === 0 ? [] : [{ ...group, items }];
  });
}

function Families({ rows, view, onChange }: { rows: readonly DatedRow[]; view: TimelineView; onChange: (view: TimelineView) => void }) {
  const say = useWords('timeline');
  const there = familiesIn(rows);
  const change = (shown: readonly string[]) => onChange({ ...view, hidden: there.filter((one: DatedFamily) => !shown.includes(one)) });
  return (
    <div className={classes['families']} role="group" aria-label={say('families')}>
      <Chip.Group multiple value={there.filter((one) => !view.hidden.includes(one))} onChange={change}>
        {there.map((one) => (
          <Chip key={one} value={one} size="xs" variant="light">{say(`family.${one}`)}</Chip>
        ))}
      </Chip.Group>
    </div>
  );
}

function DatedLine({ row, isDaily }: { row: DatedRow; isDaily: boolean }) {
  const words = useTimelineWords();
  return <ListRow to={pathOfRecord(row.kind, row.record)} level={row.level} title={words.titleOf(row)} facts={words.factsOf(row)} aside={isDaily ? (row.time ?? undefined) : dayInWords(row.day)} urgent={row.what === 'clock-ends' && row.day < today()} />;
}
