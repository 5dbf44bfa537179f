import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MarkingId, RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { LoweringView, ReviewBegun } from '../../../engine/api.ts';
import { useEngineQuery, useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { useMarkingOf, useMarkings } from '../../kit/marking-band.ts';
import { MarkingPicker } from '../../kit/marking-picker.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { RevealGate } from '../../kit/record-page/reveal-gate.tsx';
import { PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { GroundForm } from './ground-form.tsx';
import classes from './lowering.module.css';
import { useReview } from './use-review.ts';
import { WhatGoes } from './what-goes.tsx';
import { WhatStays } from './what-stays.tsx';

/** The level first; then every line that goes, what stays and why, and on what it rests. The strip shows the higher level throughout. */
export function LoweringPage({ kind, record }: { kind: RecordKind; record: RecordId }) {
  const say = useWords('lowering');
  // Opened as every page opens a record, so that the consultation is entered.
  const opened = useEngineQuery(['records', kind, 'open', record], (engine) => engine.notebook.open(kind, record)).data;
  const begun = useEngineQuery(['vault', 'lowering', record], (engine) => engine.lowering.begun(record)).data;
  const lower = useLevelsBelow(opened?.ok === true ? opened.value.level : null);
  const [chosen, setChosen] = useState<MarkingId | null>(null);
  useShownMarking(opened?.ok === true ? opened.value.level : undefined);
  if (opened === undefined || begun === undefined) return null;
  if (!opened.ok) return <EmptyState>{say('gone')}</EmptyState>;
  const view = opened.value;
  const level = chosen ?? lower.find((one) => one === begun?.level) ?? lower[0] ?? null;
  return (
    <RevealGate view={view}>
      <Link className={classes['up'] ?? ''} href={pathOfRecord(kind, record)}>
        {say('back')}
      </Link>
      <PageHead title={say('title')} facts={<><MarkingBadge level={view.level} /> {say('from', { title: view.title })}</>} />
      <p className={classes['lead']}>{say('lead')}</p>
      {level === null ? (
        <EmptyState>{say('lowest')}</EmptyState>
      ) : (
        <>
          <div className={classes['level']}>
            <MarkingPicker level={level} below={view.level} label={say('level')} onChange={setChosen} />
          </div>
          <Planned record={record} level={level} begun={begun} />
        </>
      )}
    </RevealGate>
  );
}

/** The levels under this one, the nearest first. */
function useLevelsBelow(level: MarkingId | null): readonly MarkingId[] {
  const markings = useMarkings();
  const of = useMarkingOf();
  if (level === null) return [];
  const top = of(level).rank;
  return markings
    .filter((one) => one.rank < top)
    .toSorted((one, other) => other.rank - one.rank)
    .map((one) => one.id);
}

function Planned({ record, level, begun }: { record: RecordId; level: MarkingId; begun: ReviewBegun | null }) {
  const say = useWords('lowering');
  const plan = useEngineQueryKept(['records', 'any', 'lowering', record, level], (engine) => engine.lowering.prepare(record, level)).data;
  if (plan === undefined) return null;
  if (!plan.ok) return plan.failure.code === 'cannot-be-copied' ? <EmptyState>{say('gone')}</EmptyState> : <ErrorSentence failure={plan.failure} />;
  return <Review plan={plan.value} level={level} begun={begun} />;
}

function Review({ plan, level, begun }: { plan: LoweringView; level: MarkingId; begun: ReviewBegun | null }) {
  const say = useWords('lowering');
  const review = useReview(plan, level, begun);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void review.make();
      }}
      noValidate
    >
      <WhatGoes review={review} />
      <WhatStays kind={plan.kind} leftOut={plan.leftOut} />
      <GroundForm review={review} originator={plan.originator} />
      {review.failure === null ? null : <ErrorSentence failure={review.failure} />}
      <div className={classes['acts']}>
        <Button onClick={() => void review.leave()}>{say('cancel')}</Button>
        <Button variant="filled" type="submit" loading={review.busy}>
          {say('make')}
        </Button>
      </div>
    </form>
  );
}
