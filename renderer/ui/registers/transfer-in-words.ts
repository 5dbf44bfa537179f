import type { Recipient, RecipientGroup, TransferRow } from '../../engine/api.ts';
import { countryName } from '../kit/country-name.ts';
import { joined, withSmallBeginning } from '../words/joined.ts';
import { useKindWordsOf } from '../words/kind-words.ts';
import { listed } from '../words/language.ts';
import { useWords } from '../words/words.ts';

/** Names written out in a line; the others are counted. */
const namedAtMost = 3;

export interface TransferWords {
  /** What was done, and for whom. */
  readonly title: (row: TransferRow) => string;
  /** By which way it went; empty where that is said already. */
  readonly way: (row: TransferRow) => string;
  /** How many of what. */
  readonly what: (row: TransferRow) => string;
  readonly result: (row: TransferRow) => string;
}

/** A transfer in the words of a line. Nothing of it is a title. */
export function useTransferInWords(): TransferWords {
  const say = useWords('registers');
  const wordsOf = useKindWordsOf();
  const people = (names: readonly string[]) => {
    if (names.length === 0) return say('nobody');
    const [first, rest] = [names.slice(0, namedAtMost), names.length - namedAtMost];
    return rest <= 0 ? listed(first) : say('andMore', { people: first.join(', '), count: rest });
  };
  const title = ({ act, by, groups, recipients, register }: TransferRow): string => {
    const given = recipients.map(recipientInWords);
    switch (act) {
      case 'delivered':
      case 'carried':
        return say(`done.${act}`, { group: people(groups.map((group) => group.name)) });
      case 'handed-over':
        return say(by.type === 'cases' ? 'done.cases' : 'done.report', { people: people(given) });
      case 'asked':
        return say('done.asked', { people: people(given) });
      case 'backed-up':
        return say('done.backed-up');
      case 'exported': {
        if (register !== null) return say(`done.register.${register}`);
        const what = say(`done.exported.${by.type === 'file' ? by.as : 'file'}`);
        return given.length === 0 ? what : say('done.forPeople', { what, people: people(given) });
      }
    }
  };
  return {
    title,
    way: ({ by }) => (by.type === 'network' || by.type === 'medium' ? say(`way.${by.type}`, { name: by.name }) : ''),
    what: ({ act, kinds, records, letters, files }) => {
      const counted = act === 'backed-up' ? [say('records', { count: records })] : kinds.map(({ kind, count }) => say('counted', { count, what: withSmallBeginning(count === 1 ? wordsOf(kind).one : wordsOf(kind).many) }));
      return joined(counted.join(', '), letters > records ? say('letters', { count: letters }) : '', files > 0 ? say('files', { count: files }) : '');
    },
    result: ({ result }) => say(`results.${result}`),
  };
}

/** `Milo Đurović (SDT, Montenegro)`; what is not known of them is left out. */
export function recipientInWords({ name, country, institution }: Recipient): string {
  const from = [institution, country === '' ? '' : countryName(country)].filter((one) => one !== '').join(', ');
  if (name === '') return from;
  return from === '' ? name : `${name} (${from})`;
}

/** Who receives in a group, by country and institution. */
export function membersInWords({ members }: RecipientGroup): string {
  return members.map(recipientInWords).join('; ');
}
