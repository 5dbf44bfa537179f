import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { LoweringRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, instantInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './history.module.css';

/** The copies at a lower level that this record was made into, or the one that it is. Without the other's title: its level may be higher. */
export function Copies({ record }: { record: RecordId }) {
  const say = useWords('lowering');
  const rows = useEngineQuery(['records', 'any', 'lowering', record], (engine) => engine.lowering.of(record)).data ?? [];
  // What is kept of a copy speaks of the record of the higher level.
  useShownMarking(rows.map((row) => row.fromLevel));
  if (rows.length === 0) return null;
  return (
    <Section title={say('kept-title')} count={rows.length}>
      <ul>
        {rows.map((row) => (
          <Copy key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function Copy({ row }: { row: LoweringRow }) {
  const say = useWords('lowering');
  const markingOf = useMarkingOf();
  const { side, other, at, reviewer, consent, ground, intact } = row;
  const level = markingOf(side === 'copied-from' ? row.toLevel : row.fromLevel).short;
  return (
    <li className={classes['copy']}>
      <p>
        {say(`row.${side}`, { level })} {other === null ? <span className={classes['quiet']}>{say('other-gone')}</span> : <Link href={pathOfRecord(other.kind, other.record)}>{say('open')}</Link>}
      </p>
      <p>{ground}</p>
      <p className={classes['quiet']}>{say('facts', { when: instantInWords(at), reviewer, by: consent.by, day: dayInWords(consent.on), reference: consent.reference })}</p>
      {intact ? null : <p role="alert">{say('altered')}</p>}
    </li>
  );
}
