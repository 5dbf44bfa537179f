import type { PouchPreview } from '../../../engine/api.ts';
import { sayingInWords, usePouchSayings } from '../../kit/pouch-words.ts';
import { instantInWords } from '../../words/dates.ts';
import { listed } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** Whether everything is where it should be; if not, what is missing. What is held and what is paused stand beside it, with their reasons. */
export function StandingLine({ standing }: { standing: PouchPreview['standing'] }) {
  const say = useWords('pouchState');
  const sayings = usePouchSayings(standing).filter((one) => one.says !== 'held' && one.says !== 'paused');
  const isSynchronised = sayings.some((one) => one.says === 'synchronised');
  const { looked } = standing;
  if (sayings.some((one) => one.says === 'exchanging')) return null;
  return (
    <p className={classes['standing']} data-testid="pouch-standing">
      {isSynchronised ? say('is-synchronised') : say('not-synchronised', { what: listed(sayings.map((one) => sayingInWords(one, say))) })}{' '}
      {looked === null ? null : <span className={classes['where']}>{say('looked', { time: instantInWords(looked.at), network: looked.network })}</span>}
    </p>
  );
}
