import { isRestricted } from '../../../../core/persons/restriction.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { countryName } from '../../kit/country-name.ts';
import { HoldNotice } from '../../kit/decisions/hold-dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { ReachLines } from '../../kit/reach.tsx';
import { PlainReading } from '../../kit/record-page/reading.tsx';
import { Section } from '../../kit/section.tsx';
import { dayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

type Value = RecordValue<'protection'>;

export function ProtectionFacts({ value }: { value: Value }) {
  const words = useKindWords('protection');
  return joined(words.choice('stage', value.stage), value.unit, value.country === null ? '' : countryName(value.country));
}

/** Who to call stands first: it is asked at night. Then what holds for the person, with its days. */
export function ProtectionReading({ value }: { value: Value }) {
  const kit = useWords('kit');
  const words = useKindWords('protection');
  const { many, none } = words.list('contacts');
  return (
    <>
      {isRestricted(value, today()) && value.reviewBy !== null ? <Notice>{kit('review.notice', { day: dayInWords(value.reviewBy) })}</Notice> : null}
      <HoldNotice value={value} />
      <Section title={many} count={value.contacts.length}>
        {value.contacts.length === 0 ? <p>{none}</p> : <ReachLines lines={value.contacts.map((one) => ({ key: one.key, text: one.number, about: [one.name, one.role] }))} />}
      </Section>
      <PlainReading kind="protection" value={value} without={['safeguards', 'contacts', 'marks', 'watch', 'hold']} />
    </>
  );
}
