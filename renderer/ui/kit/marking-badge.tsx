import type { MarkingId } from '../../../core/ids.ts';
import { bandOf, useHighestOf, useMarkingOf } from './marking-band.ts';
import classes from './marking.module.css';

/** A level in its short form with its colour beside it; the colour never stands alone. */
export function MarkingBadge({ level }: { level: MarkingId }) {
  const marking = useMarkingOf()(level);
  return (
    <span className={classes['badge']} data-band={bandOf(marking)} title={marking.full}>
      {marking.short}
    </span>
  );
}

/** The strip across the top: the highest marking of what is on the screen. */
export function MarkingStrip({ levels, empty }: { levels: readonly MarkingId[]; empty: string }) {
  const marking = useHighestOf(levels);
  if (marking === null) {
    return <div className={classes['strip']} data-empty data-testid="marking-strip">{empty}</div>;
  }
  return (
    <div className={classes['strip']} data-band={bandOf(marking)} data-testid="marking-strip">
      <strong className={classes['short']}>{marking.short}</strong>
      {marking.full === marking.short ? null : <span>{marking.full}</span>}
    </div>
  );
}
