import { Link } from 'wouter';
import type { CarriedOut, TakenIn } from '../../../engine/api.ts';
import { paths } from '../../kit/paths.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** Written, and no more than that: confirmed it is when the office has it. */
export function CarriedResult({ carried, name }: { carried: CarriedOut; name: string }) {
  const say = useWords('byHand');
  const { letters, forwarded, files } = carried;
  return (
    <div className={classes['result']} data-testid="carried">
      <p className={classes['resultWords']}>
        {say('carried', { name, count: letters + forwarded })} {files === 0 ? '' : say('carriedFiles', { count: files })}
      </p>
      <p>{letters === 0 ? say('carriedKnown') : say('carriedUnconfirmed', { count: letters })}</p>
    </div>
  );
}

export function TakenResult({ taken }: { taken: TakenIn }) {
  const say = useWords('byHand');
  const pouch = useWords('pouch');
  const { received, files, conflicts, refused, above, strangers, damaged, whole } = taken;
  return (
    <div className={classes['result']} data-testid="taken">
      <p className={classes['resultWords']}>
        {received === 0 ? say('takenNothing') : say('taken', { count: received })} {files === 0 ? '' : say('takenFiles', { count: files })}
      </p>
      {whole ? null : <p>{damaged === 0 ? say('takenHalf') : say('takenDamaged', { count: damaged })}</p>}
      {above === 0 ? null : <p>{say('takenAbove', { count: above })}</p>}
      {strangers === 0 ? null : <p>{say('takenStrangers', { count: strangers })}</p>}
      {refused.map((one) => (
        <p key={one.why}>{pouch(`refused.${one.why}`, { count: one.count })}</p>
      ))}
      {conflicts.length === 0 ? null : (
        <ul className={classes['links']}>
          {conflicts.map((one) => (
            <li key={one.record}>
              <Link href={paths.conflict(one.record, one.kind)}>{one.title || pouch('untitled')}</Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
