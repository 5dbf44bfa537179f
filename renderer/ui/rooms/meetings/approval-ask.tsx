import { expected, type Attending } from '../../../../core/meetings/attendance.ts';
import { listed } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';

/** What an approval signs: that the text stays, and who was there in which part. */
export function ApprovalAsk({ attendance }: { attendance: readonly Attending[] }) {
  const say = useWords('meetings');
  const people = expected(attendance);
  const present = people.filter((one) => one.presence === 'present');
  const apologies = people.filter((one) => one.presence === 'apologies');
  const as = (role: Attending['role']) => present.filter((one) => one.role === role);
  const names = (some: readonly Attending[]) => listed(some.map((one) => one.name));
  const [chair, taker] = [as('chair'), as('minute-taker')];
  return (
    <>
      <p>{say('approveAsk.body')}</p>
      <p>{say('approveAsk.people', { names: names(present) })}</p>
      {apologies.length === 0 ? null : <p>{say('approveAsk.apologies', { names: names(apologies) })}</p>}
      <p>{chair.length === 0 ? say('approveAsk.noChair') : say('approveAsk.chair', { names: names(chair) })}</p>
      <p>{taker.length === 0 ? say('approveAsk.noMinuteTaker') : say('approveAsk.minuteTaker', { names: names(taker) })}</p>
    </>
  );
}
