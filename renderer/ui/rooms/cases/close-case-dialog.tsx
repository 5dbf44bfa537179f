import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import { runningClocks } from '../../../../core/proceedings/clocks.ts';
import type { RecordView } from '../../../engine/api.ts';
import { DayInput } from '../../kit/day-field.tsx';
import { useDecide } from '../../kit/decisions/decide.ts';
import { DecisionDialog } from '../../kit/decisions/decision-dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { today } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { listed } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { useLinked } from './case-linked.tsx';
import { useCaseRows } from './case-rows.tsx';

/** Closes the case, or writes the summary of one that is closed: how it ended, what was achieved, what stays open. */
export function CloseCaseDialog({ view, onClose }: { view: RecordView<'case'>; onClose: () => void }) {
  const say = useWords('cases');
  const words = useKindWords('case');
  const { busy, decide } = useDecide(view);
  const { value } = view;
  const [closed, setClosed] = useState<Day | null>(value.closed ?? today());
  const [outcome, setOutcome] = useState(value.outcome);
  const [achieved, setAchieved] = useState(value.achieved);
  const [staysOpen, setStaysOpen] = useState(value.staysOpen);
  const [tried, setTried] = useState(false);
  const close = async () => {
    setTried(true);
    if (closed === null || outcome.trim() === '') return;
    if (await decide({ phase: 'closed', closed, outcome: outcome.trim(), achieved: achieved.trim(), staysOpen: staysOpen.trim() })) onClose();
  };
  const isClosed = value.phase === 'closed';
  return (
    <DecisionDialog title={say(isClosed ? 'closing.write' : 'closing.title')} act={say(isClosed ? 'closing.save' : 'closing.act')} busy={busy} onDecide={() => void close()} onClose={onClose}>
      <StillOpen view={view} />
      <Textarea
        label={words.field('outcome')}
        description={words.help('outcome')}
        value={outcome}
        maxLength={20_000}
        withAsterisk
        onChange={(event) => setOutcome(event.currentTarget.value)}
        error={tried && outcome.trim() === '' ? say('closing.needOutcome') : null}
        data-autofocus
      />
      <Textarea label={words.field('achieved')} value={achieved} maxLength={20_000} onChange={(event) => setAchieved(event.currentTarget.value)} />
      <Textarea label={words.field('staysOpen')} description={words.help('staysOpen')} value={staysOpen} maxLength={20_000} onChange={(event) => setStaysOpen(event.currentTarget.value)} />
      <DayInput label={words.field('closed')} day={closed} onChange={setClosed} {...(tried && closed === null ? { error: say('closing.needDay') } : {})} />
    </DecisionDialog>
  );
}

const settled: ReadonlySet<string> = new Set(['executed', 'refused', 'withdrawn']);

/** What the notebook still has open in the case: it is not closed by closing the case. */
function StillOpen({ view }: { view: RecordView<'case'> }) {
  const say = useWords('cases');
  const rows = useCaseRows(view.record);
  const requests = useLinked('request', view.record);
  const proceedings = useLinked('proceedings', view.record);
  const counts = [
    ['closing.actions', rows.actions.filter((row) => (row.value.status ?? 'open') === 'open').length],
    ['closing.requests', requests.filter((row) => !settled.has(row.value.status ?? 'draft')).length],
    ['closing.clocks', proceedings.flatMap((row) => runningClocks(row.value.clocks ?? [])).length],
  ] as const;
  const open = counts.filter(([, count]) => count > 0).map(([key, count]) => say(key, { count }));
  return open.length === 0 ? null : <Notice>{say('closing.stillOpen', { what: listed(open) })}</Notice>;
}
