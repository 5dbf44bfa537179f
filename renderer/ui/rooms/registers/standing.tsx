import type { RegisterFlaw, RegisterName, RegisterStanding } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { dayInWords, dayOf } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './registers.module.css';

/** Whether the register is whole, and if not, exactly what is missing from it. */
export function Standing({ register }: { register: RegisterName }) {
  const say = useWords('registers');
  const standing = useEngineQueryKept(['registers', 'standing', register], (engine) => engine.registers.standing(register)).data;
  if (standing === undefined) return <p className={classes['quiet']} role="status">{say('standing.checking')}</p>;
  if (standing.flaws.length === 0 && standing.loosePages === 0) {
    return <p className={classes['quiet']}>{standing.since === null ? '' : say('standing.whole', { count: standing.entries, day: dayInWords(dayOf(standing.since)) })}</p>;
  }
  return <Flaws standing={standing} />;
}

function Flaws({ standing }: { standing: RegisterStanding }) {
  const say = useWords('registers');
  const inWords = useFlawInWords();
  const lines = standing.flaws.map(({ flaw, elsewhere }) => (elsewhere ? say('standing.elsewhere', { flaw: inWords(flaw) }) : inWords(flaw)));
  if (standing.loosePages > 0) lines.push(say('standing.loose', { count: standing.loosePages }));
  return (
    <div className={classes['flawed']} role="alert">
      <p>{say('standing.flawed')}</p>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function useFlawInWords(): (flaw: RegisterFlaw) => string {
  const say = useWords('registers');
  return (flaw) => {
    switch (flaw.what) {
      case 'missing':
        return say('standing.missing', { count: flaw.to - flaw.from + 1, from: flaw.from, to: flaw.to });
      case 'added':
        return say('standing.added', { from: flaw.from, to: flaw.to });
      case 'altered':
      case 'rivals':
        return say(`standing.${flaw.what}`, { number: flaw.number });
      case 'no-head':
      case 'false-start':
        return say(`standing.${flaw.what}`);
    }
  };
}
