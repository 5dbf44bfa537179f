import type { AgendaTimes } from '../../../../core/meetings/agenda-times.ts';
import { joined } from '../../words/joined.ts';
import { lengthInWords } from '../../words/length.ts';
import { useWords } from '../../words/words.ts';
import classes from './meetings.module.css';

/** How long the items are together, and when the last one ends; or how many say no time. */
export function PlannedTime({ times: { planned, unplanned, ends } }: { times: AgendaTimes }) {
  const say = useWords('meetings');
  if (planned === 0) return null;
  return joined(say('agenda.planned', { length: lengthInWords(planned) }), unplanned === 0 ? '' : say('agenda.unplanned', { count: unplanned }), ends === null ? '' : say('agenda.ends', { time: ends }));
}

/** The items do not fit into the time that is set for the meeting. */
export function TooLong({ times: { over }, end }: { times: AgendaTimes; end: string | null }) {
  const say = useWords('meetings');
  if (over === 0 || end === null) return null;
  return <p role="status" className={classes['tooLong']}>{say('agenda.tooLong', { length: lengthInWords(over), time: end })}</p>;
}
