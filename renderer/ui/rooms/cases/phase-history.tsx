import type { RecordId } from '../../../../core/ids.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { Section } from '../../kit/section.tsx';
import { dayInWords, dayOf, daysBetween, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { phaseSteps, type PhaseStep } from './phase-steps.ts';
import classes from './cases.module.css';

/** From phase to phase, as the history of the case tells it: when, who, and how long it stayed there. The latest first. */
export function PhaseHistory({ record }: { record: RecordId }) {
  const say = useWords('cases');
  const entries = useEngineQuery(['records', 'case', 'history', record], (engine) => engine.notebook.history(record)).data ?? [];
  const steps = phaseSteps(entries);
  if (steps.length === 0) return null;
  return (
    <Section title={say('phaseHistory.title')} count={steps.length}>
      <table className={classes['table']}>
        <thead className="only-heard">
          <tr>
            <th>{say('phaseHistory.step')}</th>
            <th>{say('phaseHistory.when')}</th>
            <th>{say('phaseHistory.who')}</th>
            <th>{say('phaseHistory.howLong')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => <StepRow key={step.change} step={step} next={steps[at + 1] ?? null} />).toReversed()}
        </tbody>
      </table>
    </Section>
  );
}

function StepRow({ step, next }: { step: PhaseStep; next: PhaseStep | null }) {
  const say = useWords('cases');
  const records = useWords('records');
  const { from, to, at, by } = step;
  const days = daysBetween(dayOf(at), next === null ? today() : dayOf(next.at));
  const howLong = next === null && to === 'closed' ? '' : say(next === null ? 'phaseHistory.daysSoFar' : 'phaseHistory.days', { count: days });
  return (
    <tr>
      <td>{from === null ? say('phaseHistory.entered', { phase: records(`phases.${to}`) }) : say('phaseHistory.moved', { from: records(`phases.${from}`), to: records(`phases.${to}`) })}</td>
      <td className={classes['figures']}>{dayInWords(dayOf(at))}</td>
      <td>{by}</td>
      <td className={classes['figures']}>{howLong}</td>
    </tr>
  );
}
