import type { PouchTrouble } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { instantInWords } from '../../words/dates.ts';
import { sentenceOf } from '../../words/failures.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

/** What went wrong on the way lately, for whoever helps: when, where and how often, nothing of what was written. */
export function Troubles() {
  const say = useWords('pouch');
  const troubles = useEngineQuery(['pouch', 'troubles'], (engine) => engine.pouch.troubles()).data ?? [];
  if (troubles.length === 0) return null;
  return (
    <details className={classes['troubles']}>
      <summary>{say('troubles.title', { count: troubles.length })}</summary>
      <p className={classes['where']}>{say('troubles.about')}</p>
      <ul>
        {troubles.map((one) => (
          <li key={`${one.what} ${one.code} ${one.network} ${one.last}`}>
            <TroubleLine trouble={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function TroubleLine({ trouble }: { readonly trouble: PouchTrouble }) {
  const say = useWords('pouch');
  const failures = useWords('failures');
  const { network, first, last, count } = trouble;
  const place = network === '' ? say('troubles.by-hand') : network;
  const often = trouble.what === 'failed' && count > 1 ? ` ${say('troubles.often', { count, since: instantInWords(first) })}` : '';
  return (
    <>
      <span className={classes['when']}>
        {instantInWords(last)}, {place}
      </span>{' '}
      {trouble.what === 'failed' ? sentenceOf({ code: trouble.code }, failures).happened : say(`refused.${trouble.code}`, { count })}
      {often}
    </>
  );
}
