import type { RecordValue } from '../../../../core/records/kinds.ts';
import { countryName } from '../../kit/country-name.ts';
import { nearDayInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

/** What it is, between whom, how far it has come, until when. */
export function RequestFacts({ value }: { value: RecordValue<'request'> }) {
  const words = useKindWords('request');
  const say = useWords('requests');
  const countries = [value.fromCountry, value.toCountry].map((one) => (one === null ? '' : countryName(one)));
  const between = countries.every((one) => one === '') ? '' : countries.map((one) => one || '…').join(' → ');
  return joined(
    words.choice('instrument', value.instrument),
    between,
    words.choice('status', value.status),
    value.due === null ? '' : say('due', { day: nearDayInWords(value.due) }),
    value.urgent ? say('urgent') : '',
  );
}
