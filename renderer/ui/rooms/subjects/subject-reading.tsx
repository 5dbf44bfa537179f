import { categoryInForce, limitsOf } from '../../../../core/persons/category.ts';
import { isRestricted } from '../../../../core/persons/restriction.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { countryName } from '../../kit/country-name.ts';
import { HoldNotice } from '../../kit/decisions/hold-dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { PlainReading } from '../../kit/record-page/reading.tsx';
import { dayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

type Value = RecordValue<'subject'>;

export function SubjectFacts({ value }: { value: Value }) {
  const words = useKindWords('subject');
  const category = value.schema === 'Person' ? words.choice('categories.*.category', categoryInForce(value.categories)) : '';
  return joined(words.choice('schema', value.schema), category, value.countries.map(countryName).join(', '), words.choice('useStatus', value.useStatus));
}

/** What binds the record first: restriction, legal hold, the limits of the category. Then what it says. */
export function SubjectReading({ value }: { value: Value }) {
  const say = useWords('subjects');
  const kit = useWords('kit');
  const limits = value.schema === 'Person' ? limitsOf(categoryInForce(value.categories)) : [];
  const unfit: readonly string[] = value.schema === 'Person' ? [] : ['birthDate', 'birthPlace', 'gender', 'categories'];
  return (
    <>
      {isRestricted(value, today()) && value.reviewBy !== null ? <Notice>{kit('review.notice', { day: dayInWords(value.reviewBy) })}</Notice> : null}
      <HoldNotice value={value} />
      {limits.length === 0 ? null : <Notice>{limits.map((limit) => say(`limits.${limit}`)).join(' ')}</Notice>}
      <PlainReading kind="subject" value={value} without={['safeguards', 'attachments', 'schema', 'hold', ...unfit, ...(value.gender === 'unknown' ? ['gender'] : [])]} />
    </>
  );
}
