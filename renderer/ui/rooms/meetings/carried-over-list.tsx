import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { Link } from 'wouter';
import type { MarkingId, RecordId } from '../../../../core/ids.ts';
import { stateOfCorrection } from '../../../../core/meetings/corrections.ts';
import type { OpenAction, ParkedItem } from '../../../../core/meetings/carry-over.ts';
import type { InSeries } from '../../../../core/meetings/series-of.ts';
import { withAmendments } from '../../changes/with-amendments.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { carriedOver, meetingsOfSeries } from '../../engine-client/series-meetings.ts';
import { paths } from '../../kit/paths.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { withItemAt } from '../../kit/keyed-items.ts';
import type { MeetingForm } from './meeting-form.ts';
import classes from './live-minutes.module.css';

/** What is still open from last time is already there: actions to close, parked items to take up. */
export function CarriedOverList({ form, record, level }: { form: UseFormReturn<MeetingForm>; record: RecordId | null; level: MarkingId }) {
  const say = useWords('meetings');
  const [series, ofSeries, jwg, day] = form.watch(['series', 'ofSeries', 'jwg', 'day']);
  const carried = useEngineQuery(['records', 'any', 'carried', record, series, ofSeries, jwg, day], (engine) => carriedOver(engine, { series, ofSeries, jwg, day }, record)).data;
  const toDecide = useEngineQuery(['records', 'any', 'corrections to decide', record, series, ofSeries, jwg], (engine) => correctionsToDecide(engine, { series, ofSeries, jwg }, record)).data ?? [];
  const setStatus = useSetStatus();
  if (carried === undefined) return null;
  const agenda = form.watch('agenda');
  const parked = carried.parked.filter(({ title }) => !agenda.some((item) => item.title === title));
  const takeUp = ({ title, minutes, level: marked }: ParkedItem) => {
    const own = marked === level ? null : marked;
    form.setValue('agenda', withItemAt(form.getValues('agenda'), { title, minutes, parked: false, outcome: null, level: own }), { shouldDirty: true });
  };
  if (carried.actions.length === 0 && parked.length === 0 && toDecide.length === 0) return null;
  return (
    <aside className={classes['carried']} aria-label={say('live.carried')}>
      <h3>{say('live.carried')}</h3>
      <ul>
        {carried.actions.map((one) => (
          <li key={one.record}>
            <span>
              {one.action.text} <span className={classes['facts']}>{[one.action.owner, one.action.due === null ? '' : say('live.due', { day: dayInWords(one.action.due) })].filter((part) => part !== '').join(', ')}</span>
            </span>
            <Button size="compact-xs" onClick={() => void setStatus(one, 'done')}>
              {say('live.done')}
            </Button>
          </li>
        ))}
        {toDecide.map((one) => (
          <li key={one.record}>
            <span>{say('corrections.toDecide', { title: one.title })}</span>
            <Button component={Link} href={paths.meeting(one.record)} size="compact-xs">{say('corrections.decideThere')}</Button>
          </li>
        ))}
        {parked.map((item) => (
          <li key={item.title}>
            <span>
              {item.title} <span className={classes['facts']}>{say('live.parked')}</span>
            </span>
            <Button size="compact-xs" onClick={() => takeUp(item)}>
              {say('live.takeUp')}
            </Button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Approved minutes of the series with corrections that wait for a decision: it is for this meeting to take. */
async function correctionsToDecide(engine: Engine, series: InSeries, self: RecordId | null): Promise<readonly { readonly record: RecordId; readonly title: string }[]> {
  const meetings = (await meetingsOfSeries(engine, series)).filter((view) => view.record !== self && view.standing === 'approved');
  return meetings.filter((view) => withAmendments(view).corrections.some((one) => stateOfCorrection(one) === 'proposed')).map(({ record, title }) => ({ record, title }));
}

/** Closes an action and offers to open it again. */
function useSetStatus() {
  const say = useWords('meetings');
  const engine = useEngine();
  const client = useQueryClient();
  return async function setStatus(one: OpenAction, status: 'open' | 'done'): Promise<void> {
    const opened = await engine.notebook.open('action', one.record);
    if (!opened.ok) return tellFailure(opened.failure);
    const { value, level, heads } = opened.value;
    const saved = await engine.notebook.save({ kind: 'action', record: one.record, value: { ...value, status }, level, heads });
    if (!saved.ok) return tellFailure(saved.failure);
    await client.invalidateQueries({ queryKey: ['records', 'any'] });
    if (status === 'done') offerUndo(say('live.markedDone'), () => void setStatus(one, 'open'));
  };
}
