import type { ImportProblem } from '../../../engine/api.ts';
import { useWords } from '../../words/words.ts';
import classes from './imports.module.css';

/** Each thing that is not as it should be, as a sentence with its line: what is left out first. */
export function ProblemList({ problems, count }: { problems: readonly ImportProblem[]; count: number }) {
  const say = useWords('imports');
  const beyond = count - problems.length;
  return (
    <>
      <Problems title={say('leftOut')} problems={problems.filter((one) => one.left)} />
      <Problems title={say('takenAllTheSame')} problems={problems.filter((one) => !one.left)} />
      {beyond > 0 ? <p className={classes['quiet']}>{say('moreProblems', { count: beyond })}</p> : null}
    </>
  );
}

function Problems({ title, problems }: { title: string; problems: readonly ImportProblem[] }) {
  const say = useWords('imports');
  if (problems.length === 0) return null;
  return (
    <>
      <h3 className={classes['subhead']}>
        {title} <span className={classes['count']}>{problems.length}</span>
      </h3>
      {/* Reachable by keys: it scrolls. */}
      <ul className={classes['scroll']} aria-label={title} tabIndex={0}>
        {problems.map(({ file, line, code, facts }, index) => (
          <li key={index} className={classes['problem']}>
            <span className={classes['place']}>{line === null ? file : say('atLine', { file, line })}</span>
            <span>{say(`problems.${code}`, { count: 0, ...facts })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
