import type { RecordValue } from '../../../../core/records/kinds.ts';
import { countryName } from '../../kit/country-name.ts';
import { PlainReading } from '../../kit/record-page/reading.tsx';
import { ReachLines } from '../../kit/reach.tsx';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import classes from './contacts.module.css';

type Value = RecordValue<'contact'>;

export function ContactFacts({ value }: { value: Value }) {
  const say = useWords('contacts');
  return joined(value.role, value.institution, value.country === null ? '' : countryName(value.country), value.active ? '' : say('notActive'));
}

/** How to reach them stands first and large; the rest as the record says it. */
export function ContactReading({ value }: { value: Value }) {
  return (
    <>
      <Reach value={value} />
      <PlainReading kind="contact" value={value} without={['safeguards', 'name', 'role', 'institution', 'country', 'numbers', 'emails', 'reaching', 'active']} />
    </>
  );
}

function Reach({ value }: { value: Value }) {
  const say = useWords('contacts');
  const words = useKindWords('contact');
  const lines = [
    ...value.numbers.map((one) => ({ key: one.key, text: one.number, about: [words.choice('numbers.*.type', one.type), one.remark] })),
    ...value.emails.map((one) => ({ key: one.key, text: one.address, about: [words.choice('emails.*.type', one.type)] })),
  ];
  if (lines.length === 0 && value.reaching.trim() === '') return <p className={classes['quiet']}>{say('noReach')}</p>;
  return (
    <section className={classes['reach']} aria-label={say('reach')}>
      <ReachLines lines={lines} />
      {value.reaching.trim() === '' ? null : <p className={classes['how']}>{value.reaching}</p>}
    </section>
  );
}
